/** 这个页面上的“在办的事”：一页只开一份。 */

import { openCasebook } from "../../lib/casebook.js";
import { openStore } from "../../lib/store.js";

/** @type {import("../../lib/casebook.js").Casebook | null} */
let opened = null;

export function sharedBook() {
  if (!opened) opened = openCasebook({ device: openStore(() => window.localStorage), session: openStore(() => window.sessionStorage) });
  return opened;
}
