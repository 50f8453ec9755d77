/** 本次办理：取名、另开一次、换一次、清空、删一次。都不问，都可以撤销。 */

import { clear } from "../../lib/clear.js";
import { button, el, fill } from "../../lib/dom.js";
import { today } from "../../lib/dates.js";
import { revert } from "../../lib/revert.js";
import { isEmpty, MAX_FEW, setName } from "../../lib/state.js";
import { undoBox } from "./undo.js";
import { day } from "../../lib/words.js";

/**
 * 甲分厂：必办 3 / 54，11 月 20 日改过
 *
 * @param {import("./session.js").Known} run
 */
export function runInWords({ name, done, total, changed }) {
  const when = changed && `，${day(today(new Date(changed)), today())}改过`;
  return `${name || "未取名"}：必办 ${done} / ${total}${when}`;
}

/** @type {import("./panels.js").Panel} */
export function runs(inside, { context, session, switched }) {
  const name = el("input", { type: "text", maxlength: String(MAX_FEW), placeholder: "如 甲分厂、2027 年换届", autocomplete: "off" });
  const others = el("ul", { class: "jj-runs" });
  const undo = undoBox(() => name);
  name.addEventListener("change", () => context.change((run, at) => setName(run, name.value, at)));

  const create = button("另开一次办理", () => {
    const count = session.all().length + 1;
    const made = session.create((run) => ({ ...run, name: `第 ${count} 次` }));
    switched();
    undo.tell(made ? "已另开一次，从头记；原来那次还在，取个名字好分清" : "没有存下，没有另开");
    if (!made) return;
    name.focus();
    name.select();
  });
  const remove = button("删除这一次", () => {
    const label = context.run.name || "这一次";
    const back = session.remove();
    switched();
    undo.tell(back ? `已删除“${label}”` : "没有删掉", back && (() => {
      back();
      switched();
    }));
    if (back) undo.focus();
  });

  const empty = button("清空重来", () => {
    const before = context.run;
    if (isEmpty(before)) {
      undo.tell("没有记录，不用清空");
      return;
    }
    context.change(clear);
    const after = context.run;
    undo.tell("已清空，名称和日子没有动", () => context.change((run, at) => revert(before, after, run, at)));
  });

  inside.append(
    el("p", { class: "jj-hint" }, "同一张清单可以办几次（几个分厂、几届），各记各的。"),
    el("label", { class: "jj-entry" }, el("span", {}, "这一次的名称"), name),
    others,
    el("div", { class: "jj-row" }, create, empty, remove, undo.node),
  );

  return {
    show(run) {
      const known = session.all().filter((each) => each.id !== run.id);
      if (document.activeElement !== name) name.value = run.name;
      name.disabled = empty.disabled = context.readOnly;
      remove.hidden = context.readOnly || (!known.length && !run.created);
      fill(others, ...known.map((each) => el("li", {}, button(`打开 ${runInWords(each)}`, () => {
        session.open(each.id);
        switched();
        undo.tell(`现在是“${each.name || "未取名"}”`);
        name.focus();
      }))));
    },
  };
}
