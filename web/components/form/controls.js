/** 一行字、几行字、数、日子、选一个。 */

import { dateInWords, readDate } from "../../lib/entry.js";
import { inCapitals } from "../../lib/capitals.js";
import { isDate } from "../../lib/dates.js";
import { el } from "../../lib/dom.js";

/**
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("./host.js").Control} Control
 */

/** 再多就不是填表了；填写项自己的上限由校验去说。 */
const MOST = 20000;
/** 选项不多、不长的，摆出来点；多的收进下拉框。 */
const FEW_OPTIONS = 4;
const SHORT_OPTIONS = 26;

/**
 * 手机上弹哪种键盘。
 *
 * @param {string} type
 * @param {string} label
 * @returns {Record<string, string>}
 */
export function keyboard(type, label) {
  if (type === "整数") return { inputmode: "numeric" };
  if (type === "小数" || type === "金额") return { inputmode: "decimal" };
  // 座机带短横，电话键盘打得出来。
  return /电话|手机/.test(label) && !/、|渠道/.test(label) ? { inputmode: "tel" } : {};
}

/** @param {unknown} value */
export function textOf(value) {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/**
 * @param {HTMLElement} input
 * @param {Parameters<Control["mark"]>[0]} ids
 */
function mark(input, { described, bad, required }) {
  if (described) input.setAttribute("aria-describedby", described);
  else input.removeAttribute("aria-describedby");
  if (bad) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  if (required) input.setAttribute("aria-required", "true");
}

/**
 * @param {Host} host
 * @returns {Control}
 */
export function textControl(host) {
  const { spec, id } = host;
  const long = spec.type === "多行文本";
  const input = long
    ? el("textarea", { id, rows: "3", autocomplete: "off" })
    : el("input", { id, type: "text", autocomplete: "off", ...keyboard(spec.type, spec.label) });
  input.addEventListener("input", () => host.set(input.value.slice(0, MOST)));
  // 没留神的首尾空格，印的时候会去掉；存着的是打的原样。
  return {
    node: input,
    labelled: id,
    mark: (ids) => mark(input, ids),
    show() {
      const text = textOf(host.get());
      if (document.activeElement !== input && input.value !== text) input.value = text;
      input.readOnly = host.readOnly();
    },
    focus: () => input.focus(),
    said: () => (spec.type === "金额" ? inCapitals(textOf(host.get())) : ""),
  };
}

/**
 * 打字、点日历都行：打的几种写法都认，离开时改成 2026-04-28。
 *
 * @param {Host} host
 * @returns {Control}
 */
export function dateControl(host) {
  const { id, spec } = host;
  const input = el("input", { id, type: "text", autocomplete: "off", placeholder: "2026-04-28", maxlength: "40" });
  const picker = el("input", { type: "date", tabindex: "-1", "aria-label": `从日历选${spec.label}`, autocomplete: "off" });
  const node = el("div", { class: "jj-date" }, input, el("span", { class: "jj-date-pick" }, el("span", { "aria-hidden": "true" }, "日历"), picker));
  input.addEventListener("input", () => host.set(readDate(input.value)));
  input.addEventListener("change", () => {
    input.value = readDate(input.value);
    host.set(input.value);
  });
  // 电脑上点到字没有反应，要自己打开；没有这个办法的浏览器照旧。
  picker.addEventListener("click", () => {
    try {
      picker.showPicker();
    } catch (error) {
      // 已经开着，或者不许。
    }
  });
  picker.addEventListener("change", () => {
    if (!picker.value) return;
    input.value = picker.value;
    host.set(picker.value);
  });
  return {
    node,
    labelled: id,
    mark: (ids) => mark(input, ids),
    show() {
      const text = textOf(host.get());
      if (document.activeElement !== input && input.value !== text) input.value = text;
      picker.value = isDate(text) ? text : "";
      input.readOnly = host.readOnly();
      picker.disabled = host.readOnly();
    },
    focus: () => input.focus(),
    said: () => dateInWords(textOf(host.get())),
  };
}

/**
 * @param {Host} host
 * @returns {Control}
 */
export function choiceControl(host) {
  const { spec } = host;
  const few = spec.options.length <= FEW_OPTIONS && spec.options.join("").length <= SHORT_OPTIONS;
  return few ? radios(host) : select(host);
}

/** @param {Host} host @returns {Control} */
function select(host) {
  const { spec, id } = host;
  const node = el("select", { id, autocomplete: "off" }, el("option", { value: "" }, spec.required ? "请选" : "不填"), ...spec.options.map((text) => el("option", { value: text }, text)));
  node.addEventListener("change", () => host.set(node.value));
  return {
    node,
    labelled: id,
    mark: (ids) => mark(node, ids),
    show() {
      const text = textOf(host.get());
      const extra = /** @type {HTMLOptionElement | null} */ (node.querySelector("[data-extra]"));
      if (extra) extra.remove();
      // 存着的不在选项里（导入的、改了选项的），照样看得见。
      if (text && !spec.options.includes(text)) node.append(el("option", { value: text, "data-extra": "" }, `${text.slice(0, 40)}（不在选项里）`));
      node.value = text;
      node.disabled = host.readOnly();
    },
    focus: () => node.focus(),
  };
}

/** @param {Host} host @returns {Control} */
function radios(host) {
  const { spec, id } = host;
  const choices = (spec.required ? spec.options : [...spec.options, ""]).map((text) => {
    const radio = el("input", { type: "radio", name: id, value: text, autocomplete: "off" });
    radio.addEventListener("change", () => host.set(text));
    return { text, radio, label: el("label", {}, radio, el("span", {}, text || "不填")) };
  });
  const node = el("div", { class: "jj-choice", role: "radiogroup" }, ...choices.map(({ label }) => label));
  return {
    node,
    labelled: "",
    mark(ids) {
      node.setAttribute("aria-labelledby", ids.labelled);
      mark(node, ids);
    },
    show() {
      const value = textOf(host.get());
      for (const { text, radio } of choices) {
        radio.checked = text === value && (text !== "" || !spec.required);
        radio.disabled = host.readOnly();
      }
    },
    focus: () => (choices.find(({ radio }) => radio.checked) || choices[0])?.radio.focus(),
  };
}
