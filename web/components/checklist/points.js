/** 打分：每个打分的事项一个分数框。合计、等次、图在 assess.js。 */

import { today } from "../../lib/dates.js";
import { el, say } from "../../lib/dom.js";
import { readPoints } from "../../lib/points.js";
import { markOf, setMark } from "../../lib/state.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("./rows.js").Row & import("../../lib/assess.js").Rated} Scored
 */

/** @param {Context} context */
export function scored(context) {
  return /** @type {Scored[]} */ (
    context.items().map((row) => ({ ...row, full: parseFloat(row.points) || 0, section: row.stageTitle || "全部" })).filter((row) => row.full > 0)
  );
}

/** @param {Context} context */
export function pointInputs(context) {
  const inputs = scored(context).map((item) => pointsInput(context, item));
  return {
    /** @param {import("../../lib/state.js").Run} run */
    show(run) {
      for (const input of inputs) input.show(run);
    },
  };
}

/**
 * @param {Context} context
 * @param {Scored} item
 */
function pointsInput(context, item) {
  const id = `${item.item.id}-points`;
  const input = el("input", { type: "number", inputmode: "decimal", id, class: "jj-input jj-points-input", min: "0", max: String(item.full), step: "any", autocomplete: "off" });
  const said = el("span", { class: "jj-points-said", role: "alert" });
  const label = el("label", { for: id }, "得分", el("span", { class: "jj-offscreen" }, `：${item.text}`));
  (item.item.querySelector(".jj-item-head") || item.box).after(el("p", { class: "jj-points" }, label, input, el("span", {}, `满分 ${item.full}`), said));
  input.addEventListener("change", () => {
    const empty = !input.value && !input.validity.badInput;
    const points = empty ? undefined : readPoints(input.value, item.full);
    say(said, points === null ? `要在 0 到 ${item.full} 之间，最多一位小数；没有存。` : "");
    input.setAttribute("aria-invalid", String(points === null));
    if (points === null) return;
    // 打了分就是评过了；分数删掉，就是没评。
    context.change((run, at) => setMark(run, item.id, { points, state: points === undefined ? "todo" : "done", date: today(), text: item.text }, at));
  });
  return {
    /** @param {import("../../lib/state.js").Run} run */
    show(run) {
      const mark = markOf(run, item.id);
      const na = mark.state === "na";
      const value = na || mark.points === undefined ? "" : String(mark.points);
      if (document.activeElement !== input && input.value !== value) {
        input.value = value;
        say(said, "");
      }
      input.disabled = context.readOnly || na;
    },
  };
}
