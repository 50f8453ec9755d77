/**
 * 单位档案：选办哪件事，分五步填，一次出整套文书。没有脚本时，这一页是一张填写项表和各文书包的空白件。
 *
 * 文书包的数据选了才取；页面上的文书包、文书的网址从静态的那几节里认。
 */

import { setMatter, valuesOf, waive } from "../../lib/cases.js";
import { button, el, fill, mountAll, say } from "../../lib/dom.js";
import { openPack } from "../../lib/office/index.js";
import { boundField, follow } from "../form/binder.js";
import { sharedBook } from "../form/book.js";
import { casebar, fillSample, openSample } from "../form/casebar.js";
import { checksBox, faultsOf } from "../form/checks.js";
import { leaveGuard } from "../form/guard.js";
import { assetsOf, dataLoader } from "../form/load.js";
import { caseTools } from "./casetools.js";
import { exchange } from "./exchange.js";
import { packOut } from "./packout.js";
import { papers } from "./papers.js";
import { steps } from "./steps.js";

/**
 * @typedef {import("../../lib/office/index.js").Pack} Pack
 * @typedef {{ readonly id: string, readonly label: string, readonly links: ReadonlyMap<string, { readonly page: string, readonly blank: string }>, readonly blank: string }} Matter
 *   一种事：文书包的编号、叫什么、各文书的网址、一包空白件的网址
 */

const assets = assetsOf("profile");

mountAll("[data-profile]", mount);

/** @param {HTMLElement} root */
function mount(root) {
  const matters = readMatters();
  if (!matters.length) return;
  const book = sharedBook();
  const load = dataLoader();
  /** @type {Map<string, ReturnType<typeof desk>>} */
  const desks = new Map();
  /** @param {string} id */
  const labelOf = (id) => (matters.find((matter) => matter.id === id) || { label: "" }).label;
  /** 正打开着的台面。 @type {ReturnType<typeof desk> | null} */
  let current = null;

  const said = el("p", { class: "jj-app-said", role: "status" });
  const place = el("div");
  const bar = casebar(book, { sample: () => (current ? current.sample() : { profile: {}, forms: {}, matter: (/** @type {Matter} */ (matters[0])).id }), matterOf: labelOf });
  const tools = caseTools(book, matters, {
    nextTerm: () => (current ? current.nextTerm() : null),
    matterOf: labelOf,
  });
  const backup = exchange(book, labelOf);

  const choices = el("div", { class: "jj-matters" }, ...matters.map((matter) => button(matter.label, () => {
    book.change((now, at) => setMatter(now, matter.id, at));
    book.flush();
  }, { class: "jj-button jj-button--main", "data-matter": matter.id })));
  const hello = el("section", { class: "jj-hello", "aria-label": "选办哪件事" },
    el("p", { class: "jj-app-lead" }, "您要办哪件事？"), choices,
    el("p", { class: "jj-hint" }, "选错了随时能换，填过的不会丢。"),
    button("先看示例：一家虚构公司的全套建会文书", () => openSample(book, { profile: {}, forms: {}, matter: (/** @type {Matter} */ (matters[0])).id })));

  fill(root, bar.node, tools.node, hello, said, place, backup.node);

  /** 取这种事的文书包，只取一次。 @param {string} id */
  const ready = async (id) => {
    const found = desks.get(id);
    if (found) return found;
    const matter = matters.find((each) => each.id === id);
    if (!matter) return null;
    say(said, `正在取“${matter.label}”的文书……`);
    try {
      const made = desk(book, openPack(await load(`packs/${id}`, `${assets}packs/${id}.js`)), matter);
      desks.set(id, made);
      say(said, "");
      return made;
    } catch (error) {
      say(said, error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : "打不开，请刷新页面再试；也可以用下面的空白件。");
      if (!(error instanceof Error && /[\u4e00-\u9fff]/.test(error.message))) console.error(error);
      return null;
    }
  };

  let wanted = "";
  /** 补过示例的：哪一件、哪种事。补一回就够了，清掉的不再补。 */
  let filled = "";
  const draw = async () => {
    const { matter } = book.now;
    bar.show();
    tools.show();
    backup.show();
    leaveGuard(book);
    hello.hidden = Boolean(labelOf(matter));
    bar.node.hidden = !book.list().length;
    if (wanted !== matter) {
      wanted = matter;
      current = null;
      fill(place);
      const made = await ready(matter);
      // 等数据的时候又换了一件，以后来的为准。
      if (wanted !== matter) return;
      current = made;
      if (made) fill(place, made.node);
    }
    if (current) {
      const key = `${book.now.id} ${matter}`;
      if (book.now.sample && filled !== key) {
        filled = key;
        fillSample(book, current.sample());
      }
      current.show();
      bar.show();
    }
  };
  follow(book, root, () => void draw());
  void draw();
}

/**
 * 一种事的台面：五步、核对、文书、整包。
 *
 * @param {import("../../lib/casebook.js").Casebook} book
 * @param {Pack} pack
 * @param {Matter} matter
 */
function desk(book, pack, matter) {
  /** @type {Record<string, any>} */
  let all = {};
  /** @type {import("../../lib/office/expr.js").Verdict[]} */
  let verdicts = [];
  const form = steps(pack, (spec) => boundField(book, spec, { slug: "", prefix: `jj-${pack.id}-`, all: () => all, specs: () => pack.specs }));
  const list = papers(book, pack, matter, { jump: (key) => form.jump(key), labelOf: (key) => form.labelOf(key) });
  const checks = checksBox(pack.checks, {
    waivers: () => book.now.waivers,
    waive(check, reason) {
      book.change((now, at) => waive(now, check, reason, at));
      book.flush();
    },
    labelOf: form.labelOf,
    jump: form.jump,
  });
  const checksPart = el("section", { class: "jj-app-part", "aria-label": "核对", tabindex: "-1" }, el("h2", {}, "核对"), checks.node);
  const faults = () => faultsOf(verdicts, book.now.waivers).length;
  const out = packOut(book, pack, matter, {
    ready: () => list.ready(),
    faults,
    showFaults() {
      checksPart.scrollIntoView({ block: "start" });
      checksPart.focus({ preventScroll: true });
    },
  });
  const overview = el("p", { class: "jj-app-overview", role: "status" });
  const node = el("div", {},
    overview,
    el("section", { class: "jj-app-part", "aria-label": "填写" }, el("h2", {}, "一步一步填"), form.node),
    checksPart,
    el("section", { class: "jj-app-part", "aria-label": "文书" }, el("h2", {}, `文书（${pack.documents.length} 份）`), list.node),
    el("section", { class: "jj-app-part", "aria-label": "整包拿走" }, el("h2", {}, "整包拿走"), out.node));

  return {
    node,
    sample: () => ({ ...pack.sample(), matter: pack.id }),
    /** 开始下一次换届要用的。 */
    nextTerm: () => ({
      specs: pack.specs,
      all: pack.derive(valuesOf(book.now)),
    }),
    show() {
      const values = valuesOf(book.now);
      all = pack.derive(values);
      verdicts = pack.check(all);
      const left = form.show(all);
      checks.show(verdicts);
      list.show();
      const found = faults();
      say(overview, overviewOf(left, list.ready().length, pack.documents.length, found));
      out.show();
    },
  };
}

/**
 * 还差 6 项，先出这 3 份
 *
 * @param {number} left
 * @param {number} ready
 * @param {number} total
 * @param {number} faults
 */
function overviewOf(left, ready, total, faults) {
  const papersSaid = ready === total ? `${total} 份都可以出了` : ready ? `可以先出 ${ready} 份（一共 ${total} 份）` : `一共 ${total} 份，填完第一步就能出前几份`;
  return `${[left ? `档案还差 ${left} 项` : "档案填齐了", papersSaid, faults ? `${faults} 处要改` : ""].filter(Boolean).join("；")}。`;
}

/** @returns {Matter[]} */
function readMatters() {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-pack]"))].map((list) => {
    const { pack = "", label = "" } = list.dataset;
    const links = new Map([.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-slug]"))].map((item) => {
      const [page, blank] = [...item.querySelectorAll("a")].map((link) => link.href);
      return [item.dataset.slug || "", { page: page || "", blank: blank || "" }];
    }));
    const archive = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`[data-blank="${pack}"]`));
    return { id: pack, label, links, blank: archive ? archive.href : "" };
  });
}
