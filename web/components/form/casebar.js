/** 正在填哪一件、存在哪里。 */

import { blankCase, count } from "../../lib/cases.js";
import { el, fill, say } from "../../lib/dom.js";

/**
 * @typedef {import("../../lib/casebook.js").Casebook} Casebook
 * @typedef {import("../../lib/cases.js").Case} Case
 */

export const SAMPLE_NAME = "示例（虚构的公司）";
const NEW = "+new";
const SAMPLE = "+sample";

/** 存放的几种情况各怎么说。 */
const PLACES = {
  session: "现在只在这个标签页里，关掉就没了。",
  device: "已存在这个浏览器里，不会上传。",
  memory: "这个浏览器不让保存：关掉、刷新页面就没了，请马上下载，或者导出文件。",
};
const WARNING = "（有姓名、电话，公用电脑不要勾）";
export const READ_ONLY = "这一件是用更新版本的手册填的，这一版只能看，不能改。请刷新页面，或者打开新版手册。";
export const SET_ASIDE = "以前存的有读不出来的，已原样另存在这台设备上，没有删除。";

/**
 * 这一件叫什么：取过名的用名称，没取名的用单位。
 *
 * @param {Case} kept
 * @param {string} [matter]
 */
export function titleOf(kept, matter = "") {
  const { unit_short: short, unit_name: full } = kept.profile;
  const unit = [short, full].find((text) => typeof text === "string" && text.trim());
  return kept.name || [unit, matter].filter(Boolean).join("·") || "未取名";
}

/**
 * @param {Casebook} book
 * @param {object} more
 * @param {() => { profile: Record<string, any>, forms: Record<string, any>, matter: string }} more.sample 示例的值
 * @param {(matter: string) => string} [more.matterOf]
 */
export function casebar(book, { sample, matterOf = () => "" }) {
  const choice = el("select", { autocomplete: "off" });
  const place = el("span", { class: "jj-said", role: "status" });
  const box = el("input", { type: "checkbox", autocomplete: "off" });
  const notes = el("p", { class: "jj-alert" });
  notes.hidden = true;
  const tick = el("label", { class: "jj-tick" }, box, el("span", {}, "存在这台设备上", el("span", { class: "jj-hint" }, WARNING)));
  const node = el("div", { class: "jj-casebar" },
    el("label", { class: "jj-case" }, el("span", {}, "正在填"), choice),
    el("div", { class: "jj-place" }, tick, place), notes);

  /** 下拉框开着没有：开着的时候不换里面的东西。 */
  let picking = false;
  for (const event of ["pointerdown", "keydown"]) choice.addEventListener(event, () => {
    picking = true;
  });
  choice.addEventListener("blur", () => {
    picking = false;
  });
  choice.addEventListener("change", () => {
    picking = false;
    if (choice.value === NEW) book.open("");
    else if (choice.value === SAMPLE) openSample(book, sample());
    else book.open(choice.value);
    show();
  });
  box.addEventListener("change", () => {
    const wanted = box.checked;
    const done = book.keep(wanted);
    show();
    if (!done) say(place, "没有存下：多半是本网站能用的地方满了，或者这个浏览器不让存。");
  });

  const show = () => {
    const { now } = book;
    const known = book.list();
    const blank = !known.some(({ id }) => id === now.id);
    const options = [
      ...(blank ? [el("option", { value: "" }, "新的一件（还没填）")] : []),
      ...known.map((each) => el("option", { value: each.id }, `${titleOf(each, matterOf(each.matter))}（${count(each)} 项${each.device ? "，存在本机" : ""}）`)),
      ...(blank ? [] : [el("option", { value: NEW }, "另填新的一件")]),
      ...(known.some((each) => each.sample) ? [] : [el("option", { value: SAMPLE }, "填入示例（虚构的公司）")]),
    ];
    const text = options.map((option) => option.value + option.textContent).join();
    if (choice.dataset.text !== text && !picking) {
      choice.dataset.text = text;
      fill(choice, ...options);
    }
    choice.value = blank ? "" : now.id;
    box.checked = book.onDevice;
    box.disabled = blank || book.readOnly;
    say(place, blank ? "" : PLACES[book.place]);
    const said = book.readOnly ? READ_ONLY : book.broken ? SET_ASIDE : now.sample ? "这是示例，单位、人名都是虚构的，印出来带“示例”。办自己的事，在上面选“另填新的一件”。" : "";
    say(notes, said);
    notes.hidden = !said;
  };
  return { node, show };
}

/**
 * 示例单独算一件，不碰别的；已经有的补上这次多出来的。
 *
 * @param {Casebook} book
 * @param {{ profile: Record<string, any>, forms: Record<string, any>, matter: string }} sample
 */
export function openSample(book, { profile, forms, matter }) {
  const old = book.list().find((each) => each.sample);
  const at = new Date().toISOString();
  if (!old) {
    book.add(blankCase(book.freeId(), { name: SAMPLE_NAME, matter, sample: true, created: at, changed: at, profile, forms }));
    return;
  }
  book.open(old.id);
  fillSample(book, { profile, forms, matter });
}

/**
 * 打开的是示例那一件，而这里还有没填的：补上。照示例复印、换届的不补。
 *
 * @param {Casebook} book
 * @param {{ profile: Record<string, any>, forms: Record<string, any>, matter: string }} sample
 */
export function fillSample(book, { profile, forms, matter }) {
  book.change((now) => {
    if (!now.sample || now.name !== SAMPLE_NAME) return now;
    const next = { ...now, matter: matter || now.matter, profile: { ...profile, ...now.profile }, forms: { ...forms, ...now.forms } };
    return count(next) === count(now) && next.matter === now.matter ? now : next;
  });
  book.flush();
}
