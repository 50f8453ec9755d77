/** 一件事在几张清单里：别的清单里办过的，问一声这里要不要也记上；不问就不记。 */

import { button, el, fill } from "../../lib/dom.js";
import { today } from "../../lib/dates.js";
import { findRuns } from "../../lib/runs.js";
import { isOpen, markOf, parse, readRun, setMark, tick } from "../../lib/state.js";
import { day } from "../../lib/words.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {{ id: string, run: Run, date: string }} Offer `run` 是办过它的那次办理
 */

/**
 * 别处办了、这里还没办，而且别处办的在后：这里说过“另办”的，别处再办一次才再问。
 *
 * @param {readonly { readonly id: string }[]} items
 * @param {Run} run
 * @param {readonly Run[]} others
 * @returns {Offer[]}
 */
export function offers(items, run, others) {
  /** @type {Offer[]} */
  const found = [];
  for (const { id } of items) {
    const own = markOf(run, id);
    if (!isOpen(own.state)) continue;
    /** @type {Offer | null} */
    let last = null;
    let { at } = own;
    for (const other of others) {
      const mark = markOf(other, id);
      if (mark.state !== "done" || mark.at <= at) continue;
      last = { id, run: other, date: mark.date || "" };
      at = mark.at;
    }
    if (last) found.push(last);
  }
  return found;
}

/**
 * @param {Context} context
 * @param {import("../../lib/runs.js").Store} store
 */
export function sharedBox(context, store) {
  const rows = context.items().filter((row) => row.same);
  const node = el("section", { class: "jj-offers", "aria-label": "别的清单里办过的事" });
  node.hidden = true;
  /** @type {Run[]} */
  let others = [];

  const reload = () => {
    others = [];
    if (!rows.length) return;
    for (const { list, id, name } of findRuns(store)) {
      const data = list === context.list ? null : parse(store.read(name) || "");
      if (data && data.items) others.push(readRun(data, list, id).run);
    }
  };

  /**
   * @param {Offer[]} found
   * @param {boolean} done
   */
  const answer = (found, done) => context.change((run, at) => found.reduce(
    (so, { id, date }) => (done ? tick(so, id, true, at, date || today()) : setMark(so, id, {}, at)), run,
  ));

  return {
    node,
    reload,
    show() {
      const found = context.readOnly ? [] : offers(rows, context.run, others);
      const focused = node.contains(document.activeElement);
      node.hidden = !found.length;
      if (!found.length) {
        fill(node);
        return;
      }
      fill(node,
        el("p", { class: "jj-sub" }, `有 ${found.length} 件事，在别的清单里已经办了。这里也记上吗？`),
        el("ul", {}, ...found.map((offer) => {
          const row = rows.find(({ id }) => id === offer.id);
          const where = [offer.run.title || offer.run.list, offer.run.name].filter(Boolean).join("·");
          const text = `${row ? row.text : offer.id}（${[where, offer.date && day(offer.date, today())].filter(Boolean).join("，")}）`;
          return el("li", {}, el("span", {}, text), button("也记已办", () => answer([offer], true), { "aria-label": `也记已办：${offer.id}` }));
        })),
        el("div", { class: "jj-row" }, button("全部记上", () => answer(found, true)), button("都不记，这里另办", () => answer(found, false))),
      );
      const first = node.querySelector("button");
      if (focused && first) first.focus();
    },
  };
}
