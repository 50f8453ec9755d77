/** 留存：每个事项的“留存”旁边一个勾，收好了就打上。合计和各张表在 sheets.js。 */

import { el } from "../../lib/dom.js";
import { kept } from "../../lib/evidence.js";
import { markOf, setMark } from "../../lib/state.js";

/** @param {import("./context.js").Context} context */
export function evidenceBoxes(context) {
  const boxes = context.items().filter((row) => row.evidence).map((row) => {
    const box = el("input", { type: "checkbox", autocomplete: "off" });
    box.disabled = context.readOnly;
    box.addEventListener("change", () => {
      const evidence = box.checked ? "have" : undefined;
      context.change((run, at) => setMark(run, row.id, { evidence, text: row.text }, at));
    });
    // 读屏软件单独念到这个勾时，要知道是哪一项的。
    const label = el("label", { class: "jj-kept" }, box, el("span", {}, "收好了"), el("span", { class: "jj-offscreen" }, `：${row.evidence}`));
    (row.item.querySelector('[data-field="留存"] dd') || row.item).append(label);
    return { id: row.id, box, label };
  });
  return {
    /** @param {import("../../lib/state.js").Run} run */
    show(run) {
      for (const { id, box, label } of boxes) {
        const mark = markOf(run, id);
        const how = kept(mark);
        box.checked = mark.evidence === "have";
        if (label.dataset.kept === how) continue;
        label.dataset.kept = how;
        label.hidden = how === "na";
      }
    },
  };
}
