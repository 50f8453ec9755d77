/** 交接和备份：短码、二维码、文件拿出去；别人给的收进来，先看会改什么，再决定，还能撤销。 */

import { button, el, fill, pageAddress, say } from "../../lib/dom.js";
import { today } from "../../lib/dates.js";
import { merge } from "../../lib/merge.js";
import { revert } from "../../lib/revert.js";
import { dump, isUntouched, MAX_NOTE } from "../../lib/state.js";
import { encode, fits } from "./code.js";
import { plan, receive } from "./exchange.js";
import { qrCode } from "./qr.js";
import { takeout } from "./takeout.js";
import { undoBox } from "./undo.js";
import { inWords, STATE_NAMES } from "../../lib/words.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("./exchange.js").FromFile | import("./exchange.js").FromCode} Incoming
 * @typedef {import("../../lib/state.js").Run} Run
 */

/** 读文件时最多这么多字节：一个汉字三字节。 */
const MAX_BYTES = 3 * 1024 * 1024;
const UNNAMED = "未取名";

/** @type {import("./panels.js").Panel} */
export function handover(inside, { context, session, lists, switched }) {
  const out = giveBox(context);
  const take = takeBox(inside, { context, session, lists, switched });
  inside.append(...out.nodes, ...take.nodes);
  return { show: out.show, offer: take.offer };
}

/** @param {Context} context */
function giveBox(context) {
  const code = () => encode(context.list, context.run.items);
  const shown = el("output", { class: "jj-code" });
  const qr = el("div");
  const left = hint("");
  const address = pageAddress();
  /** @param {string[]} more */
  const label = (...more) => [context.title, context.run.name, ...more].filter(Boolean).join("-");
  const message = () => `【${label()}】办理进度 ${today()}：${code()}\n打开${address ? ` ${address} ` : "这张清单"}，在“交接和备份”里粘贴这段话。`;
  const full = () => dump(context.run, { exported: new Date().toISOString(), address }, 1);
  const drawQr = () => {
    const label = "进度短码的二维码，内容和上面的短码一样";
    const link = address && qrCode(`${address}#jj=${code()}`, label);
    // 没有网址，或者网址太长放不下，只放短码。
    const shape = link || qrCode(code(), label);
    fill(qr, ...(shape ? [shape] : []), hint(link
      ? "用另一台手机扫，打开后先看会改什么，再决定。"
      : shape ? "扫出来是短码，到另一台设备的“收别人的”里粘贴。" : "这张清单太长，二维码放不下，请复制短码。"));
  };
  const qrButton = button("显示二维码", () => {
    const opening = !qr.firstChild;
    if (opening) drawQr();
    else fill(qr);
    say(qrButton, opening ? "收起二维码" : "显示二维码");
  });

  return {
    nodes: [
      title("交给别人、换手机：短码"),
      hint("只带每一项办到哪一步，不带备注、日子和姓名，可以发在群里。"),
      shown,
      el("div", { class: "jj-row" }, takeout({ text: message, copyLabel: "复制短码" }), qrButton),
      qr, left,
      title("备份、原样搬走：全部内容"),
      hint("带上备注、日子、等谁。备注里有个人信息的，只给该看的人。"),
      takeout({ text: full, copyLabel: "复制全文", file: () => `${label(today())}.json`, type: "application/json" }),
    ],
    show() {
      say(shown, code());
      if (qr.firstChild) drawQr();
      const out = [...context.run.items].filter(([id, mark]) => mark.state !== "todo" && !fits(id)).length;
      say(left, out ? `有 ${out} 项的编号进不了短码，请用全部内容。` : "");
    },
  };
}

/**
 * @param {HTMLElement} inside
 * @param {Pick<import("./panels.js").Desk, "context" | "session" | "lists" | "switched">} desk
 */
function takeBox(inside, { context, session, lists, switched }) {
  const paste = el("textarea", { rows: "3", autocomplete: "off", spellcheck: "false" });
  const picker = el("input", { type: "file", accept: ".json,.txt,application/json,text/plain" });
  const preview = el("div", { class: "jj-preview", role: "region", "aria-label": "导入前先看", tabindex: "-1" });
  const undo = undoBox(() => paste);
  preview.hidden = true;

  /** @param {...(Node | string)} parts */
  const put = (...parts) => {
    fill(preview, ...parts);
    preview.hidden = !parts.length;
    if (parts.length) preview.focus();
  };

  /** @param {string} problem */
  const refuse = (problem) => put(el("p", {}, `没有导入，什么也没有改。${problem}`));

  /** @param {string} text */
  const offer = (text) => {
    undo.tell("");
    const incoming = receive(text, lists);
    if (context.readOnly) refuse("存档是更新版本的手册写的，现在只能看。");
    else if ("problem" in incoming) refuse(incoming.problem);
    else choose(incoming);
  };

  /**
   * 文件是同一次办理的，打开那一次来并；不是的，问放到哪里。
   *
   * @param {Incoming} incoming
   */
  const choose = (incoming) => {
    const file = incoming.kind === "file" ? incoming.run : null;
    const own = file && session.all().find((run) => run.created && run.created === file.created);
    const here = context.run;
    if (own && own.id !== here.id) {
      session.open(own.id);
      switched();
    } else if (file && !own && !isUntouched(here)) {
      put(
        el("p", {}, `文件里是“${file.name || UNNAMED}”那次办理，跟现在打开的“${here.name || UNNAMED}”不是同一次。放到哪里？`),
        el("div", { class: "jj-row" },
          button("另开一次，不动现在的", () => {
            if (!session.create((run) => adopt(run, merge(run, file), file))) refuse("没有存下：给本网站的地方满了。");
            else finish(`已另开“${file.name || UNNAMED}”`, () => {
              session.remove();
              session.open(here.id);
              switched();
            });
          }),
          button("并进现在的", () => ask(incoming)),
          cancel()),
      );
      return;
    }
    ask(incoming);
  };

  /** @param {Incoming} incoming */
  const ask = (incoming) => {
    const found = plan(context.run, incoming, new Date().toISOString());
    const { head, items } = describe(found, incoming, context);
    const accept = button(`并进“${context.run.name || UNNAMED}”`, () => {
      // 看的这一会儿，别处可能又改过：照现在的重算一遍。
      const before = context.run;
      context.change((run, at) => adopt(run, plan(run, incoming, at).next, incoming.kind === "file" ? incoming.run : run));
      const after = context.run;
      finish(`已导入，改了 ${found.changes.length} 项`, () => context.change((run, at) => revert(before, after, run, at)));
    });
    put(
      ...head.map((line) => el("p", {}, line)),
      // 长的可以上下滚，只用键盘的人也要滚得动。
      el("ul", { tabindex: "0" }, ...items.map((line) => el("li", {}, line))),
      el("div", { class: "jj-row" }, ...(found.next === context.run ? [] : [accept]), cancel()),
    );
  };

  /**
   * @param {string} text
   * @param {() => void} back
   */
  const finish = (text, back) => {
    put();
    paste.value = "";
    switched();
    undo.tell(text, back);
    undo.focus();
  };

  const cancel = () => button("算了", () => {
    put();
    paste.focus();
  });

  /** @param {FileList | null | undefined} files */
  const read = async (files) => {
    const [file] = files || [];
    if (!file) return;
    try {
      offer(await readFile(file));
    } catch (error) {
      refuse("读不出来：不是文件，或者不是 UTF-8 编码，多半被别的软件另存过。请用原来的文件，或者让对方“复制全文”发过来。");
    }
    // 同一个文件改过再选，也要再读一次。
    picker.value = "";
  };
  picker.addEventListener("change", () => read(picker.files));
  // 电脑上可以把文件拖进来；不接住的话，浏览器会离开这一页去打开它。
  inside.addEventListener("dragover", (event) => event.preventDefault());
  inside.addEventListener("drop", (event) => {
    event.preventDefault();
    read(event.dataTransfer && event.dataTransfer.files);
  });

  return {
    nodes: [
      title("收别人的"),
      el("label", { class: "jj-entry" }, el("span", {}, "把短码，或者“复制全文”得到的整段话，粘贴到这里"), paste),
      el("div", { class: "jj-row" },
        button("看看会改什么", () => offer(paste.value)),
        el("label", { class: "jj-button jj-file" }, picker, "选一个文件"),
        undo.node),
      preview,
    ],
    offer,
  };
}

/**
 * 自己还没记过的，拿过来以后就是同一次办理，下次再交换直接并。
 *
 * @param {Run} run
 * @param {Run} next
 * @param {Run} from
 * @returns {Run}
 */
function adopt(run, next, from) {
  return { ...next, created: (isUntouched(run) && from.created) || next.created };
}

/**
 * @param {import("./exchange.js").Plan} found
 * @param {Incoming} incoming
 * @param {Context} context
 */
function describe({ changes, kept, cut }, incoming, context) {
  const names = new Map(context.items().map((row) => [row.id, row.text]));
  const head = [changes.length ? `会改 ${changes.length} 项：` : "事项跟现在的一样，没有要改的。"];
  if (incoming.kind === "file") {
    const { old, lost, run } = incoming;
    if (old) head.push("文件是旧格式的，已照新格式读。");
    if (lost) head.push(`文件里有 ${lost} 处读不出来，不会导入；其余的可以。`);
    if (run.contentVersion && run.contentVersion !== context.version) head.push("对方用的是另一版清单，照编号对上。");
  }
  if (kept.length) head.push(`两边记的不一样、保留这台设备上的：${kept.join("、")}。`);
  if (cut.length) head.push(`两边备注合起来超过 ${MAX_NOTE} 字，会截短：${cut.join("、")}。`);
  const items = changes.map(({ id, from, to }) => {
    const was = from ? from.state : "todo";
    const step = was === to.state ? "" : `${STATE_NAMES[was]}，改为 ${inWords(to, today()) || STATE_NAMES.todo}`;
    const note = to.note && (!from || to.note !== from.note) ? `备注：${to.note}` : "";
    return `${names.get(id) || "（这一版清单里没有）"} ${id}：${[step, note].filter(Boolean).join("；") || "改了日子、等谁或备注"}`;
  });
  return { head, items };
}

/**
 * 当 UTF-8 读；不是的，读出来有 U+FFFD。太大的读成空的：自然不是这里导出的。
 *
 * @param {File} file
 * @returns {Promise<string>}
 */
function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = reject;
    reader.onload = () => (String(reader.result).includes("\ufffd") ? reject() : resolve(String(reader.result)));
    reader.readAsText(file.size > MAX_BYTES ? file.slice(0, 0) : file);
  });
}

/** @param {string} text */
function hint(text) {
  return el("p", { class: "jj-hint" }, text);
}

/** @param {string} text */
function title(text) {
  return el("p", { class: "jj-sub" }, text);
}
