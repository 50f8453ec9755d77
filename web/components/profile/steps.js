/** 五步：照“什么时候才知道”分段，一步没填完也能出前一步的文书。 */

import { el, say } from "../../lib/dom.js";
import { isMissing } from "../../lib/office/values.js";
import { reach, section } from "../form/sections.js";

/**
 * @typedef {import("../../lib/office/payload.js").Spec} Spec
 * @typedef {import("../form/host.js").Field} Field
 * @typedef {import("../../lib/office/index.js").Pack} Pack
 */

/** 换届没有筹建，头两步换个说法。 @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
const NAMES = { reelection: { before: "单位和上级", joined: "会员和小组" } };
/** 公用的项少于这么多步的（职代会、集体协商），不分步。 */
const FEW_STEPS = 4;
/** “填完能出”最多列几份。 */
const MOST_TITLES = 4;

/**
 * @param {Pack} pack
 * @param {(spec: Spec) => Field} make
 */
export function steps(pack, make) {
  const fields = new Map(pack.specs.map((spec) => [spec.key, make(spec)]));
  const all = [...fields.values()];
  const parts = plan(pack).map(({ id, title, specs }) => {
    const own = all.filter(({ spec }) => specs.includes(spec));
    const made = section(title, own);
    const makes = el("p", { class: "jj-hint" });
    made.node.append(makes);
    // 收着的不更新；摊开时补上。
    made.node.addEventListener("toggle", () => made.node.open && own.forEach((each) => each.show()));
    return { ...made, id, makes };
  });
  let opened = false;
  return {
    node: el("div", { class: "jj-sections" }, ...parts.map((part) => part.node)),
    /** @param {string} key */
    labelOf: (key) => (fields.get(key) || { spec: { label: "" } }).spec.label,
    /** @param {string} key */
    jump(key) {
      const found = fields.get(key);
      if (found) reach(found);
    },
    /**
     * @param {Readonly<Record<string, any>>} values
     * @returns {number} 还差几项
     */
    show(values) {
      for (const part of parts) if (part.node.open) for (const each of all) if (part.node.contains(each.node)) each.show();
      const left = parts.map((part) => part.show((spec) => isMissing(values[spec.key])));
      for (const part of parts) say(part.makes, makesOf(pack, part.id));
      if (!opened) {
        opened = true;
        // 先摊开头一个没填完的。
        const first = parts.find((_, i) => left[i]);
        if (first) first.node.open = true;
      }
      return left.reduce((sum, n) => sum + n, 0);
    },
  };
}

/**
 * @param {Pack} pack
 * @returns {{ id: string, title: string, specs: readonly Spec[] }[]}
 */
function plan(pack) {
  const profile = pack.specs.filter((spec) => spec.source === "profile");
  const congress = pack.specs.filter((spec) => spec.source === "congress");
  const used = pack.steps.filter((step) => profile.some((spec) => spec.step === step.id));
  const names = NAMES[pack.id] || {};
  const parts = used.length < FEW_STEPS
    ? [{ id: "", title: "单位的基本情况", specs: profile }]
    : used.map((step, i) => ({ id: step.id, title: `${i + 1} ${names[step.id] || step.name}`, specs: profile.filter((spec) => spec.step === step.id) }));
  return congress.length ? [...parts, { id: "", title: "会议", specs: congress }] : parts;
}

/**
 * @param {Pack} pack
 * @param {string} step
 */
function makesOf(pack, step) {
  const titles = pack.documents.filter(({ document }) => step && document.step === step).map(({ document }) => document.title);
  if (!titles.length) return "";
  return `填完这一步能出：${titles.slice(0, MOST_TITLES).join("、")}${titles.length > MOST_TITLES ? `等 ${titles.length} 份` : ""}。`;
}
