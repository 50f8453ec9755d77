/** 校验说的话：要改的、放行的、请留意的、要人核的；点一下到要改的那一项。 */

import { button, el, fill, say } from "../../lib/dom.js";
import { CONFIRMED, MAX_REASON } from "../../lib/cases.js";

/**
 * @typedef {import("../../lib/office/expr.js").Verdict} Verdict
 * @typedef {import("../../lib/office/payload.js").Check} Check
 * @typedef {Readonly<Record<string, string>>} Waivers
 *
 * @typedef {object} Desk
 * @property {() => Waivers} waivers
 * @property {(check: string, reason: string) => void} waive
 * @property {(key: string) => string} labelOf 这一项叫什么；表单里没有的为空
 * @property {(key: string) => void} jump
 */

/**
 * 没过、也没放行的。
 *
 * @param {readonly Verdict[]} verdicts
 * @param {Waivers} waivers
 */
export function faultsOf(verdicts, waivers) {
  return verdicts.filter(({ id, level, state }) => level === "error" && state === "fail" && !waivers[id]);
}

/** 最多给几个“去改”的按钮。 */
const MOST_JUMPS = 4;

/**
 * @param {readonly Check[]} checks
 * @param {Desk} desk
 */
export function checksBox(checks, desk) {
  const allowed = new Map(checks.map(({ id, waive }) => [id, waive || ""]));
  const groups = el("div");
  const summary = el("summary");
  const list = el("ul");
  const manualBox = el("details", { class: "jj-manual" }, summary, list);
  const rest = el("p", { class: "jj-hint" });
  const node = el("div", { class: "jj-checks" }, groups, manualBox, rest);
  /** 做过的条目：样子没变就接着用，正在写的理由、展开的样子才不会丢。 @type {Map<string, HTMLElement>} */
  let made = new Map();
  let drawn = "";

  /** @param {Verdict} verdict */
  const jumps = ({ keys }) => el("div", { class: "jj-row" }, ...keys.filter(desk.labelOf).slice(0, MOST_JUMPS).map((key) => button(desk.labelOf(key), () => desk.jump(key), { class: "jj-button jj-button--small", "aria-label": `去看${desk.labelOf(key)}` })));

  /** @param {Verdict} verdict */
  const waiver = (verdict) => {
    const suggestion = allowed.get(verdict.id);
    if (!suggestion) return [];
    const input = el("input", { type: "text", autocomplete: "off", maxlength: String(MAX_REASON), value: suggestion });
    return [el("details", { class: "jj-waive" }, el("summary", {}, "确有理由，照样出"),
      el("label", { class: "jj-entry" }, el("span", {}, "理由（谁同意的、文号；只记在这里，不印出来）"), input),
      button("写好了，放行", () => desk.waive(verdict.id, input.value)))];
  };

  /** @param {Verdict} verdict @param {string} tone @param {string} reason */
  const build = (verdict, tone, reason) => {
    const more = tone === "waived"
      ? [el("p", { class: "jj-hint" }, `理由：${reason}`), button("收回", () => desk.waive(verdict.id, ""), { "aria-label": "收回放行" })]
      : tone === "manual" ? [] : [jumps(verdict), ...(tone === "error" ? waiver(verdict) : [])];
    if (tone !== "manual") return el("li", { "data-tone": tone, "data-check": verdict.id }, el("p", {}, verdict.says), ...more);
    const box = el("input", { type: "checkbox", autocomplete: "off" });
    box.addEventListener("change", () => desk.waive(verdict.id, box.checked ? CONFIRMED : ""));
    return el("li", { "data-check": verdict.id }, el("label", { class: "jj-tick" }, box, el("span", {}, verdict.says)));
  };

  return {
    node,
    /** @param {readonly Verdict[]} verdicts */
    show(verdicts) {
      const waivers = desk.waivers();
      const text = JSON.stringify([verdicts.map(({ id, state }) => [id, state]), waivers]);
      if (text === drawn) return;
      drawn = text;
      /** @type {Map<string, HTMLElement>} */
      const next = new Map();
      /** @param {readonly Verdict[]} found @param {string} tone */
      const items = (found, tone) => found.map((verdict) => {
        const reason = tone === "waived" ? waivers[verdict.id] || "" : "";
        const key = `${tone} ${verdict.id} ${reason}`;
        const item = made.get(key) || build(verdict, tone, reason);
        next.set(key, item);
        return item;
      });
      /** @param {string} title @param {readonly Node[]} lines */
      const group = (title, lines) => (lines.length ? [el("p", { class: "jj-sub" }, title), el("ul", {}, ...lines)] : []);
      const failed = verdicts.filter(({ state }) => state === "fail");
      const faults = faultsOf(verdicts, waivers);
      const waived = failed.filter(({ level, id }) => level === "error" && waivers[id]);
      const warned = failed.filter(({ level }) => level === "warn");
      const manual = verdicts.filter(({ state }) => state === "manual");
      const waiting = verdicts.filter(({ state }) => state === "unknown").length;
      const passed = verdicts.filter(({ state }) => state === "pass").length;
      const left = manual.filter(({ id }) => !waivers[id]);
      const held = document.activeElement;
      fill(groups,
        ...group(`要改的 ${faults.length} 处`, items(faults, "error")),
        ...group(`请留意 ${warned.length} 处`, items(warned, "warn")),
        ...group(`放行的 ${waived.length} 处`, items(waived, "waived")));
      manualBox.hidden = !manual.length;
      say(summary, left.length ? `请人核 ${left.length} 条` : `请人核的 ${manual.length} 条都核过了`);
      const lines = items(manual, "manual");
      if (lines.length !== list.children.length || lines.some((line) => line.parentNode !== list)) fill(list, ...lines);
      manual.forEach(({ id }, i) => {
        const box = /** @type {HTMLInputElement} */ (/** @type {HTMLElement} */ (lines[i]).querySelector("input"));
        box.checked = Boolean(waivers[id]);
      });
      say(rest, [passed ? `${passed} 条核对通过` : "", waiting ? `${waiting} 条等填全了再核` : ""].filter(Boolean).join("，"));
      made = next;
      // 挪动过的条目会掉焦点。
      if (held instanceof HTMLElement && node.contains(held) && document.activeElement !== held) held.focus();
    },
  };
}
