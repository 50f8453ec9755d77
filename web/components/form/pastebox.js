/** 从 Excel 粘贴：先看读到了什么，再决定加在后面还是换掉。 */

import { button, el, fill } from "../../lib/dom.js";
import { MOST_ROWS, readTable } from "../../lib/paste.js";
import { textOf } from "./controls.js";

/**
 * @typedef {import("../../lib/office/payload.js").Column} Column
 * @typedef {Record<string, any>} Row
 */

const SHOWN_ROWS = 5;

/**
 * @param {readonly Column[]} columns
 * @param {object} table
 * @param {() => Row[]} table.filled 表里现在有字的行
 * @param {(next: Row[], said: string) => void} table.accept 换成这些行
 * @param {() => void} table.back 不贴了，焦点回到原来的按钮
 */
export function pasteBox(columns, { filled, accept, back }) {
  const area = el("textarea", { rows: "3", autocomplete: "off", spellcheck: "false" });
  const entry = el("label", { class: "jj-entry" }, el("span", {}, "在 Excel、WPS 里选中几行，复制，粘贴到这里"), area);
  const preview = el("div", { class: "jj-preview", role: "region", "aria-label": "贴进来之前先看", tabindex: "-1" });
  entry.hidden = preview.hidden = true;

  const close = () => {
    entry.hidden = preview.hidden = true;
    area.value = "";
  };

  /** @param {readonly Row[]} rows */
  const sample = (rows) => el("div", { class: "jj-rows-sample", tabindex: "0", role: "region", "aria-label": "前几行" }, el("table", { class: "jj-sheet" },
    el("thead", {}, el("tr", {}, ...columns.map((column) => el("th", { scope: "col" }, column.label)))),
    el("tbody", {}, ...rows.slice(0, SHOWN_ROWS).map((row) => el("tr", {}, ...columns.map((column) => el("td", {}, textOf(row[column.key]))))))));

  /** @param {string} text */
  const offer = (text) => {
    const found = readTable(text, columns);
    const now = filled();
    const rows = found.rows.map((row) => ({ ...row }));
    const notes = rows.length
      ? [
        `读到 ${rows.length} 行。${found.headed ? "第一行是表头，照它对列。" : "照列的次序对。"}`,
        found.unknown.length ? `这张表没有的列不要：${found.unknown.join("、")}。` : "",
        found.cut ? `最多 ${MOST_ROWS} 行，后面 ${found.cut} 行不要。` : "",
      ]
      : ["一行也没有读出来。请连着几列一起复制。"];
    /** @param {string} name @param {Row[]} next @param {string} said */
    const choice = (name, next, said) => button(name, () => {
      close();
      accept(next, said);
    });
    const room = rows.slice(0, Math.max(MOST_ROWS - now.length, 0));
    fill(preview, el("p", {}, notes.join("")),
      ...(rows.length ? [sample(rows)] : []),
      ...(rows.length > SHOWN_ROWS ? [el("p", { class: "jj-hint" }, `只列了前 ${SHOWN_ROWS} 行`)] : []),
      el("div", { class: "jj-row" },
        ...(rows.length && now.length ? [choice(`加在 ${now.length} 行后面`, [...now, ...room], `加了 ${room.length} 行`)] : []),
        ...(rows.length ? [choice(now.length ? "换掉现在的" : "就这样贴进来", rows, `贴进来 ${rows.length} 行`)] : []),
        button("算了", () => {
          close();
          back();
        })));
    preview.hidden = false;
    preview.focus();
  };

  area.addEventListener("input", () => {
    if (area.value.trim()) offer(area.value);
  });
  return {
    node: el("div", {}, entry, preview),
    offer,
    toggle() {
      entry.hidden = !entry.hidden;
      if (!entry.hidden) area.focus();
    },
  };
}
