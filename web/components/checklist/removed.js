/** 清单里已经没有、可是记过的事项：列在最后，一条也不丢。 */

import { today } from "../../lib/dates.js";
import { el, fill } from "../../lib/dom.js";
import { isMarked } from "../../lib/state.js";
import { inWords, STATE_NAMES } from "../../lib/words.js";

/** @param {import("./context.js").Context} context */
export function removedBox(context) {
  const ids = new Set(context.items().map((row) => row.id));
  const list = el("ul", {});
  const node = el("section", { class: "jj-removed", "aria-label": "已移除的事项" },
    el("p", { class: "jj-sub" }, "已移除的事项"),
    el("p", { class: "jj-hint" }, "清单改过，下面几项现在没有了；以前记的还留着，不算进度。"), list);
  return {
    node,
    show() {
      const gone = [...context.run.items].filter(([id, mark]) => !ids.has(id) && isMarked(mark));
      node.hidden = !gone.length;
      fill(list, ...gone.map(([id, mark]) => el("li", {}, [
        `${mark.text || "（没有记下文字）"} ${id}：${inWords(mark, today()) || STATE_NAMES[mark.state]}`, mark.note && `备注：${mark.note}`,
      ].filter(Boolean).join("；"))));
    },
  };
}
