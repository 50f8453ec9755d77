/**
 * 现在打开的是哪一次办理：换一次、另开一次、删一次。不碰网页，存储从外面给。
 *
 * 每次改动都顺手写上：开始的时刻、清单的标题和版本、新记的事项当时怎么写的、进度（给首页看）。
 */

import { findRuns, FIRST_RUN, freeId, moveRuns, openRun, runName } from "../../lib/runs.js";
import { blank, dump, progress, restore } from "../../lib/state.js";

/**
 * @typedef {import("../../lib/state.js").Run} Run
 * @typedef {{ readonly id: string, readonly level: "must" | "should", readonly text: string }} Item
 * @typedef {{ id: string, name: string, created: string, changed: string, done: number, total: number }} Known
 *   存着的一次办理，列出来给人挑。
 */

/**
 * @param {import("../../lib/runs.js").Store} store
 * @param {object} page
 * @param {readonly string[]} page.lists 清单的路径，现在的在最前，后面是旧名
 * @param {string} page.title
 * @param {string} page.version
 * @param {readonly Item[]} page.items
 * @param {string} [wanted] 要打开的编号；没有的，打开最近改过的
 * @param {() => string} [now]
 */
export function openSession(store, { lists, title, version, items }, wanted = "", now = () => new Date().toISOString()) {
  const list = lists[0] || "";
  const texts = new Map(items.map((item) => [item.id, item.text]));

  /** @param {Run} run */
  const write = (run) => {
    const { done, total } = progress(items, run).must;
    return dump(run, { progress: { done, total } });
  };

  /** @returns {Known[]} 最近改过的在前 */
  const all = () => {
    /** @type {Known[]} */
    const known = [];
    for (const { id, name } of findRuns(store).filter((run) => run.list === list)) {
      const found = restore(store.read(name) || "", [list], id);
      if (!found) continue;
      const { items: marks, name: called, created } = found.value;
      const changed = [...marks.values()].reduce((last, { at }) => (at > last ? at : last), created);
      known.push({ id, name: called, created, changed, ...progress(items, found.value).must });
    }
    return known.sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0));
  };

  /** @param {string} id */
  const open = (id) => openRun(store, list, id, write);

  moveRuns(store, lists);
  const known = all();
  const start = known.find((run) => run.id === wanted) || known[0];
  let kept = open(start ? start.id : FIRST_RUN);

  /**
   * 改过的事项写上当时的文字；导入的带着它自己的。
   *
   * @param {Run} before
   * @param {Run} run
   */
  const stamp = (before, run) => {
    if (run === before) return run;
    const marked = new Map(run.items);
    for (const [id, mark] of run.items) {
      const text = texts.get(id);
      if (text && !mark.text && !mark.gone && mark !== before.items.get(id)) marked.set(id, { ...mark, text });
    }
    return { ...run, items: marked, title: title.slice(0, 100), contentVersion: version.slice(0, 100), created: run.created || now() };
  };

  return {
    get kept() {
      return kept;
    },
    all,
    /** @param {(run: Run) => Run} alter */
    change(alter) {
      kept.change((run) => stamp(run, alter(run)));
    },
    /** @param {string} id */
    open(id) {
      kept = open(id);
    },
    /**
     * 另开一次，马上存下；存不下的为假，还在原来那一次。
     *
     * @param {(empty: Run) => Run} make
     */
    create(make) {
      const id = freeId(store, list);
      const empty = { ...blank(list, id), created: now() };
      if (!store.save(runName(list, id), write(stamp(empty, { ...make(empty), list, id })))) return false;
      kept = open(id);
      return true;
    },
    /** 删掉现在这一次，打开最近的另一次。返回放回来的办法；删不掉的为 null。 */
    remove() {
      const { name, run } = kept;
      const text = store.read(name);
      if (text === null || !store.remove(name)) return null;
      const [next] = all();
      kept = open(next ? next.id : FIRST_RUN);
      return () => {
        // 同一个编号又记了东西的，换个编号放回来。
        const id = store.read(name) === null ? run.id : freeId(store, list);
        store.save(runName(list, id), id === run.id ? text : write({ ...run, id }));
        kept = open(id);
      };
    },
  };
}
