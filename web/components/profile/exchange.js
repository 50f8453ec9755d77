/** 导出、导入：一件一个文件。先看里面有什么，再决定；读不懂的说清为什么，什么也不改。 */

import { dump, MAX_TEXT, readFile } from "../../lib/casefile.js";
import { count, isEmpty } from "../../lib/cases.js";
import { button, el, fill, isInApp, pageAddress } from "../../lib/dom.js";
import { today } from "../../lib/dates.js";
import { takeout } from "../checklist/takeout.js";
import { undoBox } from "../checklist/undo.js";
import { titleOf } from "../form/casebar.js";

/**
 * @typedef {import("../../lib/casebook.js").Casebook} Casebook
 * @typedef {import("../../lib/cases.js").Case} Case
 */

/** 一个汉字三字节。 */
const MAX_BYTES = 3 * MAX_TEXT;
const ENCODING = "文件不是 UTF-8 编码，多半被别的软件另存过，或者不是这里导出的。请用原来的文件，或者让对方“复制全文”发过来。";

/**
 * @param {Casebook} book
 * @param {(matter: string) => string} matterOf
 */
export function exchange(book, matterOf) {
  const text = () => dump(book.now, { exported: new Date().toISOString(), address: pageAddress() }, 1);
  const give = takeout({
    text,
    copyLabel: "复制全文",
    fileLabel: "导出文件",
    file: () => `${titleOf(book.now, matterOf(book.now.matter))}-${today()}.json`,
    type: "application/json",
  });
  const giving = el("div", {}, el("p", { class: "jj-hint" }, "导出的文件带着姓名、电话、候选人和得票，只给该看的人。"), give);
  const paste = el("textarea", { rows: "3", autocomplete: "off", spellcheck: "false" });
  const picker = el("input", { type: "file", accept: ".json,.txt,application/json,text/plain" });
  const preview = el("div", { class: "jj-preview", role: "region", "aria-label": "导入前先看", tabindex: "-1" });
  preview.hidden = true;
  const undo = undoBox(() => paste);

  /** @param {...(Node | string)} parts */
  const put = (...parts) => {
    fill(preview, ...parts);
    preview.hidden = !parts.length;
    if (parts.length) preview.focus();
  };
  /** @param {string} problem */
  const refuse = (problem) => put(el("p", {}, `没有导入，什么也没有改。${problem}`));
  const cancel = () => button("算了", () => {
    put();
    paste.focus();
  });

  /** @param {string} given */
  const offer = (given) => {
    undo.tell("");
    const found = readFile(given, book.freeId());
    if ("problem" in found) {
      refuse(found.problem);
      return;
    }
    const { kept, lost } = found;
    const matter = matterOf(kept.matter);
    const title = titleOf(kept, matter);
    const lines = [
      `“${title}”：${matter ? `办${matter}，` : ""}填了 ${count(kept)} 项${kept.changed ? `，${kept.changed.slice(0, 10)} 改过` : ""}。`,
      ...(kept.matter && !matter ? ["这一版没有它办的这件事的文书包，档案照收。"] : []),
      ...(lost ? [`文件里有 ${lost} 处读不出来，不会导入；其余的可以。`] : []),
      ...(isEmpty(kept) ? ["里面一项也没有填。"] : []),
    ];
    put(...lines.map((line) => el("p", {}, line)), el("div", { class: "jj-row" },
      button("收下，另算一件", () => {
        put();
        paste.value = "";
        book.add(kept);
        undo.tell(`已导入“${title}”，现在填的就是它`, () => book.remove(kept.id));
        undo.focus();
      }),
      ...(book.blank || book.readOnly ? [] : [button(`换掉“${titleOf(book.now, matterOf(book.now.matter))}”`, () => {
        const before = book.now;
        put();
        paste.value = "";
        book.change((now) => ({ ...kept, id: now.id, created: now.created }));
        book.flush();
        undo.tell("换好了", () => {
          book.open(before.id);
          book.change(() => before);
          book.flush();
        });
        undo.focus();
      })]),
      cancel()));
  };

  picker.addEventListener("change", async () => {
    const [file] = picker.files || [];
    if (!file) return;
    try {
      offer(await readText(file));
    } catch (error) {
      refuse(ENCODING);
    }
    // 同一个文件改过再选，也要再读一次。
    picker.value = "";
  });

  const node = el("details", { class: "jj-app-backup" }, el("summary", {}, "导出、导入"),
    el("p", { class: "jj-sub" }, "导出这一件：备份、换手机、交给别人"), giving,
    el("p", { class: "jj-sub" }, "导入"),
    el("label", { class: "jj-entry" }, el("span", {}, "把“复制全文”得到的整段话，粘贴到这里"), paste),
    el("div", { class: "jj-row" }, button("看看里面有什么", () => offer(paste.value)), el("label", { class: "jj-button jj-file" }, picker, "选一个文件"), undo.node),
    preview);
  return {
    node,
    show() {
      giving.hidden = book.blank;
      if (isInApp()) node.open = node.open || book.place === "memory";
    },
  };
}

/**
 * 当 UTF-8 读；不是的，读出来有 U+FFFD。太大的读成空的。
 *
 * @param {File} file
 * @returns {Promise<string>}
 */
function readText(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = reject;
    reader.onload = () => (String(reader.result).includes("\ufffd") ? reject() : resolve(String(reader.result)));
    reader.readAsText(file.size > MAX_BYTES ? file.slice(0, 0) : file);
  });
}
