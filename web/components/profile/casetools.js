/** 几件事：改名、换办什么事、复印、删除、开始下一次换届。删了能撤销。 */

import { copied, nextTerm, rename, setMatter } from "../../lib/cases.js";
import { button, el, fill, say } from "../../lib/dom.js";
import { undoBox } from "../checklist/undo.js";
import { titleOf } from "../form/casebar.js";

/**
 * @typedef {import("../../lib/casebook.js").Casebook} Casebook
 * @typedef {import("./index.js").Matter} Matter
 */

/** 从这两种事能开始下一次换届。 */
const ELECTIONS = ["founding", "reelection"];
/** 换届请示、方案、报告里问上一届的几项。 */
const THIS_TERM = ["this_term_no", "this_term_start", "this_term_end"];
const REELECTION_PAPERS = ["hj-qingshi", "hj-fangan", "hj-gongzuobaogao", "hj-yanqi", "hj-jiaojie"];

/**
 * @param {Casebook} book
 * @param {readonly Matter[]} matters
 * @param {object} more
 * @param {() => { specs: readonly import("../../lib/office/payload.js").Spec[], all: Record<string, any> } | null} more.nextTerm
 * @param {(id: string) => string} more.matterOf
 */
export function caseTools(book, matters, { nextTerm: term, matterOf }) {
  const name = el("input", { type: "text", autocomplete: "off", maxlength: "40", placeholder: "如：甲公司建会" });
  const matter = el("select", { autocomplete: "off" }, ...matters.map(({ id, label }) => el("option", { value: id }, label)));
  const undo = undoBox(() => name);
  name.addEventListener("input", () => book.change((now, at) => rename(now, name.value, at)));
  matter.addEventListener("change", () => {
    book.change((now, at) => setMatter(now, matter.value, at));
    book.flush();
  });
  const now = () => new Date().toISOString();
  const copy = button("复印一份", () => {
    book.flush();
    book.add(copied(book.now, book.freeId(), now()), book.onDevice);
    undo.tell("复印好了，现在填的是新的一份");
  });
  const next = button("照这份开始换届", () => {
    const found = term();
    if (!found) return;
    const papers = REELECTION_PAPERS.reduce((all, slug) => ({ ...all, [slug]: THIS_TERM }), {});
    book.flush();
    book.add(nextTerm(book.now, found.specs, found.all, papers, book.freeId(), now()), book.onDevice);
    undo.tell("换届的档案开好了：单位、小组留着，候选人、票数、批复要重新填");
  });
  const remove = button("删除这一件", () => {
    const title = titleOf(book.now, matterOf(book.now.matter));
    const back = book.remove(book.now.id);
    undo.tell(`删了“${title}”`, back);
    undo.focus();
  });
  const wipe = button("清除全部", () => {
    const back = book.removeAll();
    undo.tell("这台设备上填过的都清除了", back);
    undo.focus();
  });
  const node = el("details", { class: "jj-casetools" }, el("summary", {}, "改名、复印、删除"),
    el("div", { class: "jj-app-entry" },
      el("label", {}, el("span", {}, "这一件叫什么"), name),
      el("label", {}, el("span", {}, "办什么事"), matter)),
    el("div", { class: "jj-row" }, copy, next, remove, wipe),
    el("p", { class: "jj-hint" }, "“清除全部”连这台设备上存着的一起删；公用电脑用完，按一下。"));
  const box = el("div", {}, node, undo.node);
  return {
    node: box,
    show() {
      const { now: kept, readOnly, blank } = book;
      const known = book.list();
      const empty = !known.some(({ id }) => id === kept.id);
      node.hidden = !known.length;
      if (document.activeElement !== name) name.value = kept.name;
      matter.value = kept.matter;
      if (!kept.matter && matter.options[0] && matter.options[0].value) fill(matter, el("option", { value: "" }, "还没选"), ...matters.map(({ id, label }) => el("option", { value: id }, label)));
      name.disabled = matter.disabled = readOnly || empty;
      copy.disabled = blank;
      next.hidden = blank || !ELECTIONS.includes(kept.matter);
      remove.disabled = empty;
      say(remove, empty ? "删除这一件" : `删除“${titleOf(kept, matterOf(kept.matter))}”`);
    },
  };
}
