/** 填写项和在办的事之间的接线：值从哪里来、写到哪里去，改了过一会儿再重算、再存。 */

import { setValue, valuesOf } from "../../lib/cases.js";
import { isMissing } from "../../lib/office/values.js";
import { field } from "./field.js";

/**
 * @typedef {import("../../lib/office/payload.js").Spec} Spec
 * @typedef {import("../../lib/casebook.js").Casebook} Casebook
 * @typedef {import("./host.js").Field} Field
 * @typedef {import("./host.js").People} People
 */

/** 一项最多存这么多字；填得再长，也留着让人自己改短。 */
const MOST = 20000;
/** 停手这么久再重算、再存。 */
const REDRAW_MS = 120;
const SAVE_MS = 500;

/**
 * @param {Casebook} book
 * @param {Spec} spec
 * @param {object} where
 * @param {string} where.slug 哪份文书；公用的也写，取值时要用
 * @param {string} where.prefix 控件 id 的开头
 * @param {() => Readonly<Record<string, any>>} where.all 连自动算的
 * @param {() => readonly Spec[]} where.specs 名单从这些里找
 * @returns {Field}
 */
export function boundField(book, spec, { slug, prefix, all, specs }) {
  const own = spec.source === "own" ? slug : "";
  const read = () => ((own ? book.now.forms[own] : book.now.profile) || {})[spec.key];
  return field({
    spec,
    id: `${prefix}${spec.key}`,
    get: read,
    all: () => all()[spec.key],
    set(value) {
      const kept = typeof value === "string" ? value.slice(0, MOST) : value;
      book.change((now, at) => setValue(now, own, spec.key, kept, at));
    },
    readOnly: () => book.readOnly,
    people: () => peopleOf(specs(), valuesOf(book.now, slug), spec.key),
  });
}

/**
 * 已经填了的名单：有姓名一列、有人的表。
 *
 * @param {readonly Spec[]} specs
 * @param {Readonly<Record<string, any>>} values
 * @param {string} except
 * @returns {People[]}
 */
function peopleOf(specs, values, except) {
  return specs
    .filter((spec) => spec.key !== except && spec.type === "人员表" && spec.derive === null && !isMissing(values[spec.key]))
    .map((spec) => ({ label: spec.label, rows: Array.isArray(values[spec.key]) ? values[spec.key] : [] }));
}

/**
 * 改了就过一会儿重算、再过一会儿存；要走了马上存。
 *
 * @param {Casebook} book
 * @param {HTMLElement} root
 * @param {() => void} draw
 */
export function follow(book, root, draw) {
  let drawing = 0;
  let saving = 0;
  /** 换了一件、多了一件、少了一件，马上重画；打字的，停手再画。 */
  let known = "";
  const later = () => {
    const now = `${book.now.id} ${book.list().length} ${book.now.matter} ${book.place}`;
    window.clearTimeout(drawing);
    drawing = window.setTimeout(draw, now === known ? REDRAW_MS : 0);
    known = now;
    if (!book.pending) return;
    window.clearTimeout(saving);
    saving = window.setTimeout(book.flush, SAVE_MS);
  };
  book.on(later);
  const leave = () => book.flush();
  root.addEventListener("focusout", () => {
    leave();
    // 离开一格才说的错，要数进“要看看”里。
    window.clearTimeout(drawing);
    drawing = window.setTimeout(draw, 0);
  });
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
    else if (root.isConnected) book.refresh();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && root.isConnected) book.refresh();
  });
  window.addEventListener("storage", (event) => {
    if (event.storageArea === safeLocal()) book.heard(event.key, event.newValue === null);
  });
}

function safeLocal() {
  try {
    return window.localStorage;
  } catch (error) {
    return null;
  }
}
