/** 一个事项：方框、一句现状、“更多”里的状态和备注。“更多”点开才建，清单再长也不慢。 */

import { button, el, flag, say } from "../../lib/dom.js";
import { today } from "../../lib/dates.js";
import { LENGTHS, markOf, MAX_NOTE, setMark, STATES, tick } from "../../lib/state.js";
import { inWords, oldText, STATE_NAMES } from "../../lib/words.js";

/**
 * @typedef {import("../../lib/state.js").Mark} Mark
 * @typedef {import("../../lib/state.js").State} State
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("./rows.js").Row} Row
 */

/** 打字停下这么久就存；换页、切走时马上存。 */
const TYPING_MS = 300;

/**
 * @param {Row} row
 * @param {Context} context
 */
export function mountItem(row, context) {
  const { item, box, id, text } = row;
  const head = /** @type {HTMLElement} */ (item.querySelector(".jj-item-head"));
  const said = el("p", { class: "jj-item-said", id: `${box.id}-said` });
  const summary = el("summary", { "aria-label": `更多：${text}` }, "更多");
  const more = el("details", { class: "jj-more" }, summary);
  /** @type {ReturnType<typeof controls> | null} */
  let inside = null;

  /** @param {Partial<Mark>} changes */
  const write = (changes) => context.change((run, at) => setMark(run, id, { ...changes, text }, at));

  box.setAttribute("aria-describedby", said.id);
  // Firefox 刷新后会把旧的勾选填回来，以存档为准。
  box.autocomplete = "off";
  box.addEventListener("change", () => {
    const { checked } = box;
    context.change((run, at) => setMark(tick(run, id, checked, at, today()), id, { text }, at));
  });
  const toggled = () => {
    // 展开时不显示那句现状：打完字点别处，它一变长，要点的东西就从手指底下挪走了。
    flag(item, "open", more.open);
    if (!more.open || inside) return;
    inside = controls(row, context, write);
    more.append(inside.node);
    inside.show(markOf(context.run, id));
  };
  more.addEventListener("toggle", toggled);
  // 浏览器要等排完一遍才报 toggle；自己开合，一遍就排好。
  summary.addEventListener("click", (event) => {
    event.preventDefault();
    more.open = !more.open;
    toggled();
  });
  head.append(said, more);

  /**
   * @param {Mark} mark
   * @param {string} now
   */
  const describe = (mark, now) => {
    const before = oldText(mark, text);
    return [
      inWords(mark, now),
      mark.note && `备注：${mark.note}`,
      before && `这一项改过了，原来写的是“${before}”，请再看一眼。`,
    ].filter(Boolean).join("\n");
  };

  /** 上次照什么画的：没变就不重画，清单再长，打一个勾也不慢。 */
  /** @type {readonly unknown[]} */
  let drawn = [];

  return {
    /**
     * @param {import("../../lib/state.js").Run} run
     * @param {string} now
     */
    show(run, now) {
      const mark = markOf(run, id);
      const drawing = [mark, now, context.readOnly, box.checked];
      if (drawing.every((part, i) => part === drawn[i])) return;
      const { state } = mark;
      drawn = [mark, now, context.readOnly, state === "done"];
      box.checked = state === "done";
      box.disabled = context.readOnly;
      item.dataset.state = state;
      say(said, describe(mark, now));
      if (inside) inside.show(mark);
    },
  };
}

/**
 * “更多”里面：四种状态，各自要补的几栏，备注。
 *
 * @param {Row} row
 * @param {Context} context
 * @param {(changes: Partial<Mark>) => void} write
 */
function controls({ id, text }, context, write) {
  /** 点了“不适用”，还没写理由。 */
  let picking = false;
  // 按钮而不是单选框：用方向键走过去，不会把中间几种状态都记一遍。
  /** @type {Map<State, HTMLButtonElement>} */
  const buttons = new Map();
  for (const state of STATES) buttons.set(state, button(STATE_NAMES[state], () => choose(state)));
  const group = el("div", { class: "jj-states", role: "group", "aria-label": "办到哪一步" }, ...buttons.values());

  const date = input("哪天办的", { type: "date", max: "2199-12-31" }, (value) => write({ date: value }));
  const whom = input("等谁", { type: "text", maxlength: String(LENGTHS.for), placeholder: "如 上一级工会组织部" }, (value) => write({ for: value }));
  const since = input("从哪天起等", { type: "date", max: "2199-12-31" }, (value) => write({ since: value }));
  const reason = input("为什么不适用？写了才算数", { type: "text", maxlength: String(LENGTHS.reason), placeholder: "如 本单位没有党组织" }, (value) => {
    // 理由删空了，就不再算不适用。
    picking = !value.trim();
    write(picking ? { state: "todo", reason: "" } : { state: "na", reason: value.trim() });
  });
  const note = input("备注", { maxlength: String(MAX_NOTE), rows: "2" }, (value) => write({ note: value }));
  const count = el("span", { class: "jj-count" });
  note.node.append(count);
  const seen = button("看过了，照新的办", () => write({}));
  const node = el("div", { class: "jj-more-inside" }, group, date.node, whom.node, since.node, reason.node, note.node, seen);

  /** @param {State} shown */
  const reveal = (shown) => {
    for (const [state, each] of buttons) each.setAttribute("aria-pressed", String(state === shown));
    date.node.hidden = shown !== "done";
    whom.node.hidden = since.node.hidden = shown !== "waiting";
    reason.node.hidden = shown !== "na";
  };

  /** @param {State} state */
  const choose = (state) => {
    const mark = markOf(context.run, id);
    picking = state === "na" && !mark.reason;
    if (picking) {
      reveal(state);
      reason.field.focus();
    } else if (state === "done") write({ state, date: mark.date || today() });
    else if (state === "waiting") write({ state, since: mark.since || today() });
    else if (state === "todo") write({ state, date: "" });
    else write({ state });
  };

  return {
    node,
    /** @param {Mark} mark */
    show(mark) {
      reveal(picking ? "na" : mark.state);
      date.set(mark.date);
      whom.set(mark.for);
      since.set(mark.since);
      reason.set(mark.reason);
      note.set(mark.note);
      const { length } = mark.note || "";
      say(count, length > MAX_NOTE * 0.9 ? `还能写 ${MAX_NOTE - length} 字` : "");
      seen.hidden = !oldText(mark, text);
      for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (node.querySelectorAll("input, textarea, button"))) {
        field.disabled = context.readOnly;
      }
    },
  };
}

/**
 * 一栏：打字停下就存，离开、切走时马上存；正在打的字不会被别处的变化盖掉。
 *
 * @param {string} name
 * @param {Record<string, string>} attributes 没有 type 的是多行
 * @param {(value: string) => void} save
 */
function input(name, attributes, save) {
  const field = el(attributes.type ? "input" : "textarea", { ...attributes, autocomplete: "off" });
  let timer = 0;
  let dirty = false;
  const flush = () => {
    clearTimeout(timer);
    if (!dirty) return;
    dirty = false;
    save(field.value);
  };
  field.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = window.setTimeout(flush, TYPING_MS);
  });
  field.addEventListener("change", flush);
  field.addEventListener("blur", flush);
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);
  return {
    node: el("label", { class: "jj-entry" }, el("span", {}, name), field),
    field,
    /** @param {string} [value] */
    set(value = "") {
      if (dirty || (document.activeElement === field && field.value.trim() === value.trim())) return;
      if (field.value !== value) field.value = value;
    },
  };
}
