/** 用到才取的那一半：各个面板里的东西。打成 checklist-later.js，由 panels.js 来取。 */

import { assess } from "./assess.js";
import { dates } from "./dates.js";
import { handover } from "./handover.js";
import { local } from "./local.js";
import { periods } from "./periods.js";
import { runs } from "./runsbox.js";
import { sheets } from "./sheets.js";

/** @type {any} */ (window).jianjiaChecklist = { assess, dates, handover, local, periods, runs, sheets };
