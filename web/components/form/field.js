/** 一个填写项：名称、控件、说明、填错了的话。自动算的显示结果，可以改写。 */

import { complaint } from "../../lib/office/complaint.js";
import { isMissing, TABULAR, text as shownText } from "../../lib/office/values.js";
import { button, el, flag, say } from "../../lib/dom.js";
import { choiceControl, dateControl, textControl } from "./controls.js";
import { rowsControl } from "./rows.js";

/**
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("./host.js").Control} Control
 * @typedef {import("./host.js").Field} Field
 */

/** 自动算的这几种才许改写：名称、日子由得人写，票数、人数由不得。 */
const OVERRIDABLE = ["文本", "日期"];

/**
 * @param {Host} host
 * @returns {Field}
 */
export function field(host) {
  return host.spec.derive === null ? entered(host) : derived(host);
}

/** @param {Host} host @returns {Control} */
function controlOf(host) {
  const { type, options } = host.spec;
  if (TABULAR.includes(type)) return rowsControl(host);
  if (type === "单选" && options.length) return choiceControl(host);
  return type === "日期" ? dateControl(host) : textControl(host);
}

/**
 * @param {Host} host
 * @returns {Field}
 */
function entered(host) {
  const { spec, id } = host;
  const control = controlOf(host);
  const labelId = `${id}-label`;
  const name = control.labelled
    ? el("label", { for: control.labelled, id: labelId }, spec.label)
    : el("span", { class: "jj-field-label", id: labelId }, spec.label);
  const mark = el("span", { class: "jj-field-mark" });
  const said = el("p", { class: "jj-field-said" });
  const bad = el("p", { class: "jj-field-bad", id: `${id}-bad` });
  const note = el("p", { class: "jj-field-note", id: `${id}-note` }, spec.note);
  const node = el("div", { class: "jj-field", "data-key": spec.key }, el("div", { class: "jj-field-head" }, name, mark), control.node, said, bad);
  if (spec.note) node.append(note);
  /** 正打着字不说错，离开了再说；说过的，改好了马上收回。 */
  let spoken = "";
  const show = () => {
    control.show();
    const value = host.get();
    const found = complaint(spec, value);
    const typing = node.contains(document.activeElement) && !TABULAR.includes(spec.type);
    spoken = typing && !spoken ? "" : found;
    say(bad, spoken);
    const missing = isMissing(value);
    say(mark, missing && spec.required ? "必填" : missing ? "可空" : "");
    flag(node, "missing", missing && spec.required);
    flag(node, "bad", Boolean(spoken));
    say(said, spoken || !control.said ? "" : control.said());
    control.mark({ described: [spoken && bad.id, spec.note && note.id].filter(Boolean).join(" "), labelled: labelId, bad: Boolean(spoken), required: spec.required });
  };
  node.addEventListener("focusout", () => setTimeout(show));
  return { spec, node, show, focus: control.focus };
}

/**
 * 自动算的：平时只显示；改写了的，照人写的，随时还原。
 *
 * @param {Host} host
 * @returns {Field}
 */
function derived(host) {
  const { spec, id } = host;
  const overridable = OVERRIDABLE.includes(spec.type);
  const control = spec.type === "日期" ? dateControl(host) : textControl(host);
  const labelId = `${id}-label`;
  const name = el("label", { for: control.labelled, id: labelId }, spec.label);
  const mark = el("span", { class: "jj-field-mark" });
  const result = el("output", { class: "jj-field-result", id: `${id}-result`, tabindex: "-1" });
  const note = el("p", { class: "jj-field-note", id: `${id}-note` }, spec.note);
  const write = button("改写", () => {
    host.set(plainOf(host.all()) || " ");
    editing = true;
    show();
    control.focus();
  }, { "aria-label": `改写${spec.label}` });
  const back = button("还原自动算的", () => {
    host.set(undefined);
    editing = false;
    show();
    (overridable ? write : result).focus();
  }, { "aria-label": `还原自动算的${spec.label}` });
  const node = el("div", { class: "jj-field jj-field--auto", "data-key": spec.key }, el("div", { class: "jj-field-head" }, name, mark), el("div", { class: "jj-field-row" }, result, control.node, write, back));
  if (spec.note) node.append(note);
  let editing = false;
  const show = () => {
    const own = !isMissing(host.get()) || editing;
    control.node.hidden = !own;
    result.hidden = own;
    name.htmlFor = own ? control.labelled : result.id;
    write.hidden = own || !overridable || host.readOnly();
    back.hidden = !own || host.readOnly();
    say(mark, own ? "改写过" : "自动算");
    say(result, shown(host) || "还算不出");
    flag(node, "missing", false);
    if (own) control.show();
    control.mark({ described: spec.note ? note.id : "", labelled: labelId, bad: false, required: false });
  };
  return { spec, node, show, focus: () => (result.hidden ? control.focus() : result.focus()) };
}

/** @param {Host} host */
function shown(host) {
  const value = host.all();
  if (Array.isArray(value)) return value.map((row) => (typeof row === "object" && row !== null ? Object.values(row).join(" ") : String(row))).join("；");
  return shownText(value, host.spec.type);
}

/** @param {unknown} value */
function plainOf(value) {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
