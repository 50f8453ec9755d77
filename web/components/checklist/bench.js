/** 工作台上部：接下来做三件、只看哪些、我的角色。 */

import { afterPaint, el, fill, flag, say } from "../../lib/dom.js";
import { today } from "../../lib/dates.js";
import { markOf, setRoles } from "../../lib/state.js";
import { FILTERS, matches, rolesOf } from "./filter.js";
import { nextUp } from "./next.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("./filter.js").Filter} Filter
 * @typedef {import("../../lib/state.js").Run} Run
 */

/** 手机上一屏看得见几项：换了筛选，先放出这几项，其余的等这一帧画完再放。 */
const SCREENFUL = 3;

/**
 * 接下来做。点一项就到那一项。
 *
 * @param {Context} context
 * @param {(id: string) => string} due 哪天到期；算不出为空
 * @param {(id: string) => void} reach 那一项要是被筛掉了，先显示出来
 */
export function nextBox(context, due, reach) {
  const list = el("ol", {});
  const title = el("p", { class: "jj-next-title" });
  const node = el("section", { class: "jj-next", "aria-label": "接下来做" }, title, list);
  let drawn = "";
  return {
    node,
    /**
     * @param {Run} run
     * @param {string} now
     */
    show(run, now) {
      const found = nextUp(context.items(), run, due, now);
      const waiting = context.items().filter((row) => markOf(run, row.id).state === "waiting").length;
      const over = context.type === "assessment" ? "都评过了，打开“得分和等次”看结果" : "全部办完了";
      say(title, found.length ? "接下来做" : waiting ? `手上的都办了，${waiting} 项在等回音` : over);
      const key = JSON.stringify(found.map(({ item, why }) => [item.id, why]));
      if (key === drawn) return;
      drawn = key;
      fill(list, ...found.map(({ item, why }) => {
        const link = el("a", { href: `#${item.item.id}` }, item.text);
        link.addEventListener("click", () => reach(item.id));
        return el("li", {}, link, el("span", {}, [item.role, why || item.dueText].filter(Boolean).join(" · ")));
      }));
    },
  };
}

/**
 * 只看一部分。选的时候才筛：刚打了勾的不会从手指底下跑掉。“收起说明”只留事项、日子和红线，打印也照此。
 *
 * @param {Context} context
 * @param {(id: string) => string} due 哪天到期；算不出为空
 */
export function filterBox(context, due) {
  const rows = context.items();
  const said = el("p", { class: "jj-said", role: "status" });
  const roles = el("fieldset", { class: "jj-roles" }, el("legend", {}, "我管哪几样？勾上，只记在这台设备"));
  /** @type {Map<string, HTMLInputElement>} */
  const boxes = new Map();
  for (const name of new Set(rows.reduce((all, row) => [...all, ...rolesOf(row)], /** @type {string[]} */ ([])))) {
    const box = el("input", { type: "checkbox", autocomplete: "off" });
    boxes.set(name, box);
    roles.append(el("label", {}, box, el("span", {}, name)));
    box.addEventListener("change", () => {
      const mine = [...boxes].filter(([, each]) => each.checked).map(([each]) => each);
      context.change((run) => setRoles(run, mine));
      apply();
    });
  }

  /** @type {Filter} */
  let current = "all";
  /** @type {Map<Filter, { radio: HTMLInputElement, label: HTMLElement, count: HTMLElement }>} */
  const choices = new Map();
  const group = el("fieldset", { class: "jj-filters" }, el("legend", { class: "jj-offscreen" }, "只看"));
  for (const [filter, name] of FILTERS) {
    const radio = el("input", { type: "radio", name: "jj-filter", value: filter, autocomplete: "off" });
    const count = el("span", { class: "jj-count" });
    const label = el("label", {}, radio, el("span", {}, name, count));
    radio.checked = filter === current;
    choices.set(filter, { radio, label, count });
    radio.addEventListener("change", () => {
      current = filter;
      apply();
    });
    group.append(label);
  }
  const brief = el("input", { type: "checkbox", autocomplete: "off" });
  brief.addEventListener("change", () => flag(context.root, "brief", brief.checked));
  group.append(el("label", {}, brief, el("span", {}, "收起说明")));

  /**
   * @param {Filter} filter
   * @param {string} now
   */
  const found = (filter, now) => rows.filter((row) => matches(filter, row, context.run, due(row.id), now));

  let chosen = new Set(rows);

  /**
   * 筛掉的只在屏幕上不显示，照样打印。
   *
   * @param {number} most 藏着的最多放出来几项
   */
  const reveal = (most) => {
    /** @type {Set<HTMLElement | null>} */
    const stages = new Set();
    for (const { item, stage } of rows.filter((row) => chosen.has(row))) {
      if (item.dataset.off !== undefined && (most -= 1) < 0) continue;
      flag(item, "off", false);
      stages.add(stage);
    }
    for (const row of rows) {
      if (!chosen.has(row)) flag(row.item, "off", true);
      if (row.stage) flag(row.stage, "off", !stages.has(row.stage));
    }
  };
  const rest = afterPaint(() => reveal(rows.length));

  const apply = () => {
    chosen = new Set(found(current, today()));
    reveal(SCREENFUL);
    rest();
    flag(context.root, "filtered", current !== "all");
    roles.hidden = current !== "mine";
    const name = (FILTERS.find(([filter]) => filter === current) || ["", ""])[1];
    say(said, current === "all" ? "" : chosen.size ? `只看${name}的 ${chosen.size} 项` : empty(current, context));
  };

  return {
    node: el("div", {}, group, roles, said),
    apply,
    /** @param {string} id */
    reach(id) {
      const row = rows.find((each) => each.id === id);
      const all = choices.get("all");
      if (!row || !all || row.item.dataset.off === undefined) return;
      all.radio.checked = true;
      current = "all";
      apply();
      reveal(rows.length);
    },
    /**
     * @param {Run} run
     * @param {string} now
     */
    show(run, now) {
      for (const [filter, { label, count }] of choices) {
        if (filter === "week") label.hidden = current !== "week" && !rows.some((row) => due(row.id));
        say(count, filter === "mine" && !run.roles.length ? "" : ` ${found(filter, now).length}`);
      }
      for (const [name, box] of boxes) {
        box.checked = run.roles.includes(name);
        box.disabled = context.readOnly;
      }
    },
  };
}

/**
 * @param {Filter} filter
 * @param {Context} context
 */
function empty(filter, context) {
  if (filter === "mine" && !context.run.roles.length) return "先在上面勾您负责的角色";
  if (filter === "week") return "这一周没有到期的";
  return filter === "waiting" ? "没有在等的" : "没有这样的事项";
}
