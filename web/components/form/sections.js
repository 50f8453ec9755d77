/** 一份文书的表单：公用的（单位档案）、它自己的、只用来核对的，三段。 */

import { el, say } from "../../lib/dom.js";
import { isMissing } from "../../lib/office/values.js";

/**
 * @typedef {import("../../lib/office/payload.js").Spec} Spec
 * @typedef {import("./host.js").Field} Field
 * @typedef {import("../../lib/office/document.js").Opened} Opened
 */

/**
 * 一段填写项，可以收起来；标题后面说还差几项。
 *
 * @param {string} title
 * @param {readonly Field[]} fields
 * @param {string} [hint]
 */
export function section(title, fields, hint = "") {
  const said = el("span", { class: "jj-count" });
  const node = el("details", { class: "jj-section" }, el("summary", {}, el("span", {}, title), said), ...(hint ? [el("p", { class: "jj-hint" }, hint)] : []));
  let group = "";
  for (const { spec, node: inside } of fields) {
    if (spec.group && spec.group !== group) {
      group = spec.group;
      node.append(el("p", { class: "jj-sub" }, group));
    }
    node.append(inside);
  }
  return {
    node,
    /**
     * @param {(spec: Spec) => boolean} missing
     * @returns {number} 还差几项
     */
    show(missing) {
      const required = fields.filter(({ spec }) => spec.derive === null && spec.required);
      const left = required.filter(({ spec }) => missing(spec)).length;
      say(said, left ? `还差 ${left} 项` : required.length ? "齐了" : "");
      return left;
    },
  };
}

/**
 * @param {Opened} page
 * @param {(spec: Spec) => Field} make
 */
export function sections(page, make) {
  const { document: { needs, kind } } = page;
  const fields = new Map(page.specs.map((spec) => [spec.key, make(spec)]));
  const all = [...fields.values()];
  const used = (/** @type {Spec} */ spec) => spec.derive !== null || needs.includes(spec.key);
  const parts = [
    { title: "单位档案里的", hint: "几份文书共用，改了这里，别的也跟着改。", list: all.filter(({ spec }) => spec.source !== "own" && used(spec)) },
    { title: kind === "policy" ? "这份制度自己的" : "这份文书自己的", hint: "", list: all.filter(({ spec }) => spec.source === "own" && used(spec)) },
    { title: "只用来核对的，不印出来", hint: "不填也能出，填了才核得到。", list: all.filter(({ spec }) => !used(spec)) },
  ].filter(({ list }) => list.length).map(({ title, hint, list }) => ({ ...section(title, list, hint), list }));
  const node = el("div", { class: "jj-sections" }, ...parts.map((part) => part.node));
  let first = true;
  return {
    node,
    /** @param {string} key */
    labelOf: (key) => (fields.get(key) || { spec: { label: "" } }).spec.label,
    /** @param {string} key */
    jump(key) {
      const found = fields.get(key);
      if (found) reach(found);
    },
    /** 填得不对的有几项。 */
    bad: () => all.filter(({ node: each }) => each.dataset.bad !== undefined).length,
    /**
     * 各项照现在的值显示。
     *
     * @param {Readonly<Record<string, any>>} values
     */
    show(values) {
      for (const each of all) each.show();
      const left = parts.map((part) => (part.list.some(({ spec }) => used(spec)) ? part.show((spec) => isMissing(values[spec.key])) : 0));
      if (!first) return;
      first = false;
      // 开头只摊开没填完的；都填完了的，摊开它自己的。
      parts.forEach((part, i) => {
        part.node.open = part.list.some(({ spec }) => used(spec)) && (Boolean(left[i]) || part.list.some(({ spec }) => spec.source === "own"));
      });
    },
  };
}

/** @param {Field} found */
export function reach(found) {
  for (let at = found.node.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  found.node.scrollIntoView({ block: "center" });
  found.focus();
}
