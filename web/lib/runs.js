/**
 * 一次办理和它在本机的存档：改之前先重读，改之后核对存没存下；存不下就只留在内存里。
 *
 * 一份清单可以有几次办理（甲分厂、乙分厂），各存一个键：`run:清单:编号`。
 */

import { merge } from "./merge.js";
import { blank, dump, restore } from "./state.js";

/** 第一次办理的编号是定死的：两个标签页同时开头，也记在一处。 */
export const FIRST_RUN = "1";

/** 一次办理的名称：清单、编号。 */
export const RUN_NAME = /^run:([^:]+):([a-z0-9]{1,12})$/;

/**
 * @typedef {ReturnType<typeof import("./store.js").openStore>} Store
 * @typedef {import("./state.js").Run} Run
 * @typedef {ReturnType<typeof openRun>} Kept
 */

/**
 * @param {string} list
 * @param {string} id
 */
export function runName(list, id) {
  return `run:${list}:${id}`;
}

/**
 * 没用过的编号；两台设备上撞了也不要紧，是不是同一次看开始的时刻。
 *
 * @param {Store} store
 * @param {string} list
 */
export function freeId(store, list) {
  let id = "";
  do id = `r${Math.random().toString(36).slice(2, 8)}`;
  while (store.read(runName(list, id)) !== null);
  return id;
}

/**
 * 存着的全部办理。
 *
 * @param {Store} store
 * @returns {{ list: string, id: string, name: string }[]}
 */
export function findRuns(store) {
  return store.names().filter((name) => RUN_NAME.test(name)).map((name) => {
    const [, list = "", id = ""] = RUN_NAME.exec(name) || [];
    return { list, id, name };
  });
}

/**
 * 清单改了名（挪了文件夹），旧名下的存档搬到新名下；编号撞了的换个编号，搬不成的不动。
 *
 * @param {Store} store
 * @param {readonly string[]} lists 现在的名称在最前，后面是旧名
 */
export function moveRuns(store, lists) {
  const [list = "", ...former] = lists;
  for (const found of findRuns(store).filter((run) => former.includes(run.list))) {
    const { value, source } = store.load(found.name, (text) => restore(text, lists, found.id));
    if (!value || source === "newer") continue;
    const id = store.read(runName(list, found.id)) === null ? found.id : freeId(store, list);
    if (store.save(runName(list, id), dump({ ...value, id }))) store.remove(found.name);
  }
}

/**
 * @param {Store} store
 * @param {string} list
 * @param {string} id
 * @param {(run: Run) => string} write 存成什么文字；要一起写上进度的，换掉它
 */
export function openRun(store, list, id = FIRST_RUN, write = (run) => dump(run)) {
  const name = runName(list, id);
  const load = () => store.load(name, (text) => restore(text, [list], id));

  const first = load();
  let source = first.source;
  let run = first.value || blank(list, id);
  let saved = source !== "unreadable";
  let pending = false;
  // 坏掉的部分已经另存，把读得懂的写回去，下次打开就不再算坏。
  if (source === "broken" && first.value) saved = store.save(name, write(run));

  /** 最后一次写成的文字：存着的还是它，就不用再读一遍。 */
  let written = "";

  /** 存着的不见了（系统清掉的），以内存为准；内存里有没存下的，两边合起来。 */
  const refresh = () => {
    if (written && store.read(name) === written) return;
    const again = load();
    if (again.source === "newer") source = again.source;
    if (again.source !== "stored" || !again.value) return;
    run = pending ? merge(again.value, run) : again.value;
  };

  const flush = () => {
    const text = write(run);
    saved = store.save(name, text);
    pending = !saved;
    written = saved ? text : "";
  };

  return {
    name,
    /** 存档是什么情况；别的标签页换了新版手册，会变成 newer。 */
    get source() {
      return source;
    },
    get run() {
      return run;
    },
    get saved() {
      return saved;
    },
    /** 有改动还没存下。 */
    get pending() {
      return pending;
    },
    refresh,
    /** @param {(run: Run) => Run} alter */
    change(alter) {
      refresh();
      const altered = alter(run);
      if (altered === run && !pending) return;
      run = altered;
      flush();
    },
    /** 没存下的再存一次：腾出了地方，或者换了页回来。 */
    retry() {
      if (!pending) return;
      refresh();
      flush();
    },
    /** 别的标签页删了这一次，或者清除了本机数据。 */
    forget() {
      if (!pending) run = blank(list, id);
    },
  };
}
