/** 校验说的话：要改的、放行的、请留意的、要人核的；点一下到要改的那一项。 */

import { button, el, fill } from "../../lib/dom.js";
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
  const node = el("div", { class: "jj-checks" });
  /** 上次画的样子；没变就不重画，正在写的理由才不会丢。 */
  let drawn = "";

  /** @param {Verdict} verdict */
  const jumps = ({ keys }) => keys.filter(desk.labelOf).slice(0, MOST_JUMPS).map((key) => button(desk.labelOf(key), () => desk.jump(key), { class: "jj-button jj-button--small", "aria-label": `去看${desk.labelOf(key)}` }));

  /** @param {Verdict} verdict */
  const waiver = (verdict) => {
    const suggestion = allowed.get(verdict.id);
    if (!suggestion) return [];
    const input = el("input", { type: "text", autocomplete: "off", maxlength: String(MAX_REASON), value: suggestion });
    return [el("details", { class: "jj-waive" }, el("summary", {}, "确有理由，照样出"),
      el("label", { class: "jj-entry" }, el("span", {}, "理由（谁同意的、文号；只记在这里，不印出来）"), input),
      button("写好了，放行", () => desk.waive(verdict.id, input.value)))];
  };

  /** @param {Verdict} verdict @param {string} tone @param {...(Node | string)} more */
  const line = (verdict, tone, ...more) => el("li", { "data-tone": tone, "data-check": verdict.id }, el("p", {}, verdict.says), ...more);

  /**
   * @param {string} title
   * @param {readonly Node[]} items
   */
  const group = (title, items) => (items.length ? [el("p", { class: "jj-sub" }, title), el("ul", {}, ...items)] : []);

  return {
    node,
    /** @param {readonly Verdict[]} verdicts */
    show(verdicts) {
      const waivers = desk.waivers();
      const text = JSON.stringify([verdicts.map(({ id, state }) => [id, state]), waivers]);
      if (text === drawn) return;
      drawn = text;
      const { activeElement } = document;
      const held = activeElement && node.contains(activeElement) ? activeElement.closest("[data-check]") : null;
      const manualBox = /** @type {HTMLDetailsElement | null} */ (node.querySelector(".jj-manual"));
      const opened = Boolean(manualBox && manualBox.open);
      const failed = verdicts.filter(({ state }) => state === "fail");
      const faults = faultsOf(verdicts, waivers);
      const waived = failed.filter(({ level, id }) => level === "error" && waivers[id]);
      const warned = failed.filter(({ level }) => level === "warn");
      const manual = verdicts.filter(({ state }) => state === "manual");
      const waiting = verdicts.filter(({ state }) => state === "unknown").length;
      const passed = verdicts.filter(({ state }) => state === "pass").length;
      const left = manual.filter(({ id }) => !waivers[id]);
      fill(node,
        ...group(`要改的 ${faults.length} 处`, faults.map((verdict) => line(verdict, "error", el("div", { class: "jj-row" }, ...jumps(verdict)), ...waiver(verdict)))),
        ...group(`请留意 ${warned.length} 处`, warned.map((verdict) => line(verdict, "warn", el("div", { class: "jj-row" }, ...jumps(verdict))))),
        ...group(`放行的 ${waived.length} 处`, waived.map((verdict) => line(verdict, "waived", el("p", { class: "jj-hint" }, `理由：${waivers[verdict.id]}`), button("收回", () => desk.waive(verdict.id, ""), { "aria-label": "收回放行" })))));
      if (manual.length) {
        node.append(el("details", { class: "jj-manual", ...(opened ? { open: "" } : {}) }, el("summary", {}, left.length ? `请人核 ${left.length} 条` : `请人核的 ${manual.length} 条都核过了`),
          el("ul", {}, ...manual.map((verdict) => {
            const box = el("input", { type: "checkbox", autocomplete: "off" });
            box.checked = Boolean(waivers[verdict.id]);
            box.addEventListener("change", () => desk.waive(verdict.id, box.checked ? CONFIRMED : ""));
            return el("li", { "data-check": verdict.id }, el("label", { class: "jj-tick" }, box, el("span", {}, verdict.says)));
          }))));
      }
      const rest = [passed ? `${passed} 条核对通过` : "", waiting ? `${waiting} 条等填全了再核` : ""].filter(Boolean).join("，");
      if (rest) node.append(el("p", { class: "jj-hint" }, `${rest}。`));
      // 重画以后，焦点还在原来那一条上。
      const again = held && /** @type {HTMLElement | null} */ (node.querySelector(`[data-check="${held.getAttribute("data-check")}"] input, [data-check="${held.getAttribute("data-check")}"] button`));
      if (again) again.focus();
    },
  };
}
