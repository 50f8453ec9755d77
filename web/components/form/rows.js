/** 明细表、人员表：加行、删行、挪动、从 Excel 粘贴、带入别处的名单、按姓氏笔画排。 */

import { button, el, fill, flag, say } from "../../lib/dom.js";
import { readDate } from "../../lib/entry.js";
import { isTable, MOST_ROWS } from "../../lib/paste.js";
import { byStrokes } from "../../lib/strokes.js";
import { undoBox } from "../checklist/undo.js";
import { keyboard, textOf } from "./controls.js";
import { pasteBox } from "./pastebox.js";

/**
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("./host.js").Control} Control
 * @typedef {import("../../lib/office/payload.js").Column} Column
 * @typedef {Record<string, any>} Row
 */

/** 一次先摆出这么多行，多的点一下再摆。 */
const PAGE = 50;
/** 列多的，一行排成一张卡片。 */
const FEW_COLUMNS = 5;
const MOST_CELL = 20000;

/**
 * @param {Host} host
 * @returns {Control}
 */
export function rowsControl(host) {
  const { spec } = host;
  const columns = spec.columns.length ? spec.columns : [{ key: "name", label: "姓名", type: "文本", options: [] }];
  /** @type {Row[]} */
  let rows = [{}];
  let written = "[]";
  let most = PAGE;

  const list = el("div", { class: "jj-rows-list" });
  const count = el("span", { class: "jj-said", role: "status" });
  const undo = undoBox(() => add);
  const more = button("", () => {
    most += PAGE;
    draw();
  });
  const add = button("加一行", () => {
    insert([{}]);
    focusCell(rows.length - 1, 0);
  });
  const paper = button("从 Excel 粘贴", () => box.toggle());
  const sort = button("按姓氏笔画排", () => {
    const before = rows;
    const { rows: sorted, unknown } = byStrokes(filled(), (row) => textOf(row.name));
    replace([...sorted]);
    undo.tell(unknown.length ? `排好了；“${unknown.join("、")}”不在姓氏表里，放在最后，请自己挪` : "排好了。同姓的、少见的姓，请再核一遍", () => replace(before));
  });
  const bring = el("select", { "aria-label": `给${spec.label}带入别处填过的名单`, autocomplete: "off" });
  bring.addEventListener("change", () => {
    const found = host.people()[Number(bring.value) - 1];
    bring.value = "0";
    if (found) take(found.rows, found.label);
  });
  const node = el("div", { class: "jj-rows", role: "group" }, list, el("div", { class: "jj-row" }, add, paper, sort, bring, count, undo.node));
  flag(node, "cards", columns.length > FEW_COLUMNS);
  sort.hidden = !(columns.some((column) => column.key === "name") && (spec.type === "人员表" || spec.note.includes("笔画")));

  const filled = () => rows.filter((row) => columns.some((column) => textOf(row[column.key]).trim()) || Object.keys(row).some((key) => !columns.some((column) => column.key === key)));

  const commit = () => {
    const kept = filled();
    written = JSON.stringify(kept);
    host.set(kept);
    tell();
  };

  const tell = () => {
    const n = filled().length;
    say(count, n ? `${n} 行` : "");
    sort.disabled = n < 2;
  };

  /** @param {Row[]} next */
  const replace = (next) => {
    rows = next.length ? next : [{}];
    draw();
    commit();
  };

  /** 空着的最后几行先让出来，再加。 @param {Row[]} made */
  const insert = (made) => {
    rows = [...rows, ...made].slice(0, Math.max(MOST_ROWS, rows.length));
    if (rows.length > most) most = rows.length;
    draw();
    commit();
  };

  /**
   * 名单带进来：名字已经有的不重复，只要这张表里有的列。
   *
   * @param {readonly Readonly<Row>[]} people
   * @param {string} label
   */
  const take = (people, label) => {
    const before = rows;
    const known = filled().map((row) => textOf(row.name));
    const made = people.filter((person) => !known.includes(textOf(person.name))).map((person) => {
      /** @type {Row} */
      const row = {};
      for (const column of columns) if (typeof person[column.key] === "string") row[column.key] = person[column.key];
      return row;
    });
    replace([...filled(), ...made]);
    undo.tell(`带入了“${label}”的 ${made.length} 人`, () => replace(before));
  };

  /**
   * @param {number} index
   * @param {number} column
   */
  const focusCell = (index, column) => {
    const cells = list.querySelectorAll(`[data-row="${index}"] input, [data-row="${index}"] select`);
    const found = /** @type {HTMLElement | undefined} */ (cells[column]);
    if (found) found.focus();
  };

  /**
   * @param {number} index
   * @param {number} step
   */
  const move = (index, step) => {
    const to = index + step;
    const [row] = rows.slice(index, index + 1);
    if (!row || to < 0 || to >= rows.length) return;
    const next = [...rows];
    next.splice(index, 1);
    next.splice(to, 0, row);
    replace(next);
    const moved = list.querySelector(`[data-row="${to}"] [data-move="${step}"]`) || list.querySelector(`[data-row="${to}"] button`);
    if (moved) /** @type {HTMLElement} */ (moved).focus();
  };

  /** @param {number} index */
  const remove = (index) => {
    const before = rows;
    const next = rows.filter((_, i) => i !== index);
    replace(next);
    undo.tell(`删了第 ${index + 1} 行`, () => replace(before));
    undo.focus();
  };

  /**
   * @param {Row} row
   * @param {number} index
   */
  const rowNode = (row, index) => {
    const readOnly = host.readOnly();
    const cells = columns.map((column) => el("label", { class: "jj-cell" }, el("span", {}, column.label), cellInput(row, column, index, readOnly)));
    const place = `第 ${index + 1} 行`;
    const tools = el("div", { class: "jj-rows-tools" },
      el("span", { "aria-hidden": "true" }, String(index + 1)),
      button("↑", () => move(index, -1), { "aria-label": `${place}上移`, "data-move": "-1" }),
      button("↓", () => move(index, 1), { "aria-label": `${place}下移`, "data-move": "1" }),
      button("删", () => remove(index), { "aria-label": `删掉${place}` }));
    if (readOnly) tools.hidden = true;
    return el("div", { class: "jj-rows-row", "data-row": String(index), role: "group", "aria-label": `${spec.label}${place}` }, ...cells, tools);
  };

  /**
   * @param {Row} row
   * @param {Column} column
   * @param {number} index
   * @param {boolean} readOnly
   */
  const cellInput = (row, column, index, readOnly) => {
    if (column.type === "单选" && column.options.length) {
      const found = textOf(row[column.key]);
      const options = found && !column.options.includes(found) ? [...column.options, found] : column.options;
      const input = el("select", { autocomplete: "off" }, el("option", { value: "" }, "请选"), ...options.map((text) => el("option", { value: text }, text)));
      input.value = found;
      input.disabled = readOnly;
      input.addEventListener("change", () => put(row, column, input.value));
      return input;
    }
    const input = el("input", { type: "text", autocomplete: "off", ...keyboard(column.type, column.label), ...(column.type === "日期" ? { placeholder: "2026-04-28" } : {}) });
    input.value = textOf(row[column.key]);
    input.readOnly = readOnly;
    input.addEventListener("input", () => put(row, column, input.value.slice(0, MOST_CELL)));
    if (column.type === "日期") {
      input.addEventListener("change", () => {
        input.value = readDate(input.value);
        put(row, column, input.value);
      });
    }
    // 回车到下一行的同一列；最后一行就加一行。
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      if (index === rows.length - 1) insert([{}]);
      focusCell(index + 1, columns.indexOf(column));
    });
    return input;
  };

  /**
   * @param {Row} row
   * @param {Column} column
   * @param {string} text
   */
  const put = (row, column, text) => {
    if (text.trim()) row[column.key] = text;
    else delete row[column.key];
    commit();
  };

  const draw = () => {
    const shown = rows.slice(0, most);
    const head = el("div", { class: "jj-rows-head", "aria-hidden": "true" }, ...columns.map((column) => el("span", {}, column.label)), el("span", {}));
    fill(list, head, ...shown.map(rowNode));
    list.dataset.columns = String(columns.length);
    if (rows.length > most) {
      say(more, `再显示 ${Math.min(PAGE, rows.length - most)} 行（一共 ${rows.length} 行）`);
      list.append(more);
    }
    tell();
  };

  const box = pasteBox(columns, {
    filled,
    back: () => paper.focus(),
    accept(next, said) {
      const before = rows;
      replace(next);
      if (rows.length > most && rows.length <= PAGE * 4) {
        most = rows.length;
        draw();
      }
      undo.tell(said, () => replace(before));
      undo.focus();
    },
  });
  list.addEventListener("paste", (event) => {
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!isTable(text) || host.readOnly()) return;
    event.preventDefault();
    box.offer(text);
  });

  node.append(box.node);
  draw();
  return {
    node,
    labelled: "",
    mark(ids) {
      node.setAttribute("aria-labelledby", ids.labelled);
      if (ids.described) node.setAttribute("aria-describedby", ids.described);
      else node.removeAttribute("aria-describedby");
    },
    show() {
      const value = host.get();
      const text = JSON.stringify(Array.isArray(value) ? value : []);
      if (text !== written) {
        written = text;
        rows = Array.isArray(value) && value.length ? value.map((row) => (typeof row === "object" && row !== null ? { ...row } : { [columns[0] ? columns[0].key : "name"]: row })) : [{}];
        most = PAGE;
        undo.tell("");
        draw();
      }
      for (const each of [add, paper]) each.disabled = host.readOnly();
      const people = columns.some((column) => column.key === "name") && !host.readOnly() ? host.people() : [];
      bring.hidden = !people.length;
      const labels = people.map(({ label, rows: found }) => `${label}（${found.length} 人）`);
      if (bring.dataset.labels !== labels.join()) {
        bring.dataset.labels = labels.join();
        fill(bring, el("option", { value: "0" }, "带入已有名单…"), ...labels.map((label, i) => el("option", { value: String(i + 1) }, label)));
      }
    },
    focus: () => focusCell(0, 0),
  };
}
