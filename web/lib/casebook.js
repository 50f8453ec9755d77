/**
 * 几件事（建会、换届……）和它们的存放：平时只在这个标签页里（sessionStorage），关了就没有；
 * 读者勾了“存在这台设备上”的那一件，才存进 localStorage。存不下就只留在内存里，并说出来。
 */

import { dump, MAX_TEXT, restore } from "./casefile.js";
import { blankCase, isEmpty } from "./cases.js";

/**
 * @typedef {ReturnType<typeof import("./store.js").openStore>} Store
 * @typedef {import("./cases.js").Case} Case
 * @typedef {ReturnType<typeof openCasebook>} Casebook
 * @typedef {"memory" | "session" | "device"} Place 存在哪里：哪里也没存下、这个标签页、这台设备
 *
 * @typedef {object} Entry
 * @property {Case} value
 * @property {boolean} device 该存在这台设备上
 * @property {boolean} saved 最后一次改动存下了
 * @property {boolean} locked 更新的版本写的，只许看
 * @property {string} written 最后一次写成、读到的文字
 * @property {((kept: Case) => Case)[]} pending 还没写下的改动
 */

const NAME = /^case:([a-z0-9]{1,12})$/;
const NOW = "case-now";

/**
 * @param {{ readonly device: Store, readonly session: Store }} stores
 * @param {() => string} now
 */
export function openCasebook({ device, session }, now = () => new Date().toISOString()) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** 读不出来、已原样另存的。 */
  let broken = false;

  /** @param {boolean} onDevice */
  const storeOf = (onDevice) => (onDevice ? device : session);

  /**
   * @param {Store} store
   * @param {string} id
   */
  const load = (store, id) => {
    const found = store.load(`case:${id}`, (text) => restore(text, id));
    if (found.source === "broken") broken = true;
    return found;
  };

  /** 存着的都读进来；同一件两处都有的，以设备上的为准。 */
  const readAll = () => {
    for (const onDevice of [false, true]) {
      const store = storeOf(onDevice);
      for (const name of store.names()) {
        const [, id = ""] = NAME.exec(name) || [];
        if (!id) continue;
        const before = entries.get(id);
        const text = store.read(name) || "";
        if (before && (before.pending.length || (before.device === onDevice && before.written === text))) continue;
        const { value, source } = load(store, id);
        if (value) entries.set(id, { value, device: onDevice, saved: source !== "unreadable", locked: source === "newer", written: store.read(name) || "", pending: [] });
      }
    }
  };

  readAll();
  let current = session.read(NOW) || "";
  if (!entries.has(current)) {
    // 新开的标签页：接着最后改过的那一件；示例不算。
    const known = [...entries.values()].filter((entry) => !entry.value.sample);
    current = known.sort((a, b) => (a.value.changed < b.value.changed ? 1 : -1)).map((entry) => entry.value.id)[0] || "";
  }

  const freeId = () => {
    let id = "";
    do id = `c${Math.random().toString(36).slice(2, 8)}`;
    while (entries.has(id));
    return id;
  };

  /** 还没填过东西的，不占地方。 */
  let spare = blankCase(freeId());

  const tell = () => {
    for (const listener of listeners) listener();
  };

  /** @param {Entry} entry */
  const write = (entry) => {
    const store = storeOf(entry.device);
    const name = `case:${entry.value.id}`;
    const there = store.read(name);
    // 别的标签页改过：在它那份上重做一遍自己的改动。
    if (entry.pending.length && there !== null && there !== entry.written) {
      const { value, source } = load(store, entry.value.id);
      if (source === "newer") entry.locked = true;
      if (value && source !== "newer") entry.value = entry.pending.reduce((kept, alter) => alter(kept), value);
    }
    const text = dump(entry.value);
    entry.saved = !entry.locked && text.length <= MAX_TEXT && store.save(name, text);
    if (!entry.saved) return;
    entry.written = text;
    entry.pending = [];
  };

  /** @param {string} id */
  const open = (id) => {
    current = entries.has(id) ? id : "";
    if (!current) spare = blankCase(freeId());
    session.save(NOW, current);
    tell();
  };

  const entryNow = () => entries.get(current);

  const book = {
    /** 现在这一件；还没填过东西的也有一份空的。
     *
     * @returns {Case}
     */
    get now() {
      const entry = entryNow();
      return entry ? entry.value : spare;
    },

    /** 存着的全部，最后改的在前。 */
    list: () => [...entries.values()].map(({ value, device: kept }) => ({ ...value, device: kept })).sort((a, b) => (a.changed < b.changed ? 1 : -1)),

    /** 现在这一件存在哪里。
     *
     * @returns {Place}
     */
    get place() {
      const entry = entryNow();
      if (!entry) return "session";
      return entry.saved ? (entry.device ? "device" : "session") : "memory";
    },

    /** 勾了“存在这台设备上”。 */
    get onDevice() {
      const entry = entryNow();
      return Boolean(entry && entry.device);
    },

    get readOnly() {
      const entry = entryNow();
      return Boolean(entry && entry.locked);
    },

    /** 有改动还没写下。 */
    get pending() {
      return [...entries.values()].some((entry) => entry.pending.length > 0);
    },

    get broken() {
      return broken;
    },

    freeId,
    open,

    /**
     * 改现在这一件；先改内存里的，flush() 才写下。
     *
     * @param {(kept: Case, at: string) => Case} alter
     * @returns {boolean} 真的改了
     */
    change(alter) {
      const at = now();
      let entry = entryNow();
      const before = entry ? entry.value : spare;
      /** @param {Case} kept */
      const act = (kept) => alter(kept, at);
      const after = entry && entry.locked ? before : act(before);
      if (after === before) return false;
      if (!entry) {
        entry = { value: after, device: false, saved: true, locked: false, written: "", pending: [] };
        entries.set(after.id, entry);
        current = after.id;
        session.save(NOW, current);
      }
      entry.value = after;
      entry.pending.push(act);
      tell();
      return true;
    },

    /** 没写下的都写下。 */
    flush() {
      const late = [...entries.values()].filter((entry) => entry.pending.length);
      late.forEach(write);
      if (late.length) tell();
    },

    /**
     * 收进一件（新建、复印、导入、示例），并打开它。
     *
     * @param {Case} made
     * @param {boolean} [onDevice]
     */
    add(made, onDevice = false) {
      const entry = { value: made, device: onDevice, saved: false, locked: false, written: "", pending: [] };
      entries.set(made.id, entry);
      write(entry);
      open(made.id);
    },

    /**
     * 存在这台设备上，或者挪回这个标签页。
     *
     * @param {boolean} onDevice
     * @returns {boolean} 成了
     */
    keep(onDevice) {
      const entry = entryNow();
      if (!entry || entry.locked || entry.device === onDevice) return Boolean(entry && entry.device === onDevice);
      const was = storeOf(entry.device);
      const before = { ...entry };
      entry.device = onDevice;
      entry.written = "";
      write(entry);
      if (entry.saved) was.remove(`case:${entry.value.id}`);
      else Object.assign(entry, before);
      tell();
      return entry.device === onDevice;
    },

    /**
     * 删掉一件；返回的函数放回来。
     *
     * @param {string} id
     * @returns {() => void}
     */
    remove(id) {
      const entry = entries.get(id);
      if (!entry) return () => {};
      const opened = current === id;
      entries.delete(id);
      storeOf(entry.device).remove(`case:${id}`);
      if (opened) open((book.list()[0] || { id: "" }).id);
      else tell();
      return () => {
        entries.set(id, { ...entry, written: "" });
        write(/** @type {Entry} */ (entries.get(id)));
        if (opened) open(id);
        else tell();
      };
    },

    /**
     * 全部删掉，这个标签页的和这台设备上的；返回的函数放回来。
     *
     * @returns {() => void}
     */
    removeAll() {
      const undone = book.list().map(({ id }) => book.remove(id));
      return () => undone.reverse().forEach((back) => back());
    },

    /** 别的标签页改了、从后退缓存里回来：没写下的先写下，再照存着的。存着的不见了（系统清掉的），以内存为准。 */
    refresh() {
      book.flush();
      readAll();
      tell();
    },

    /**
     * 别的标签页动了设备上的存档。
     *
     * @param {string | null} key 空的是全清了
     * @param {boolean} gone 删掉了，不是改了
     */
    heard(key, gone) {
      const [, id = ""] = NAME.exec(device.nameOf(key)) || [];
      if (!id && key !== null) return;
      for (const [known, entry] of entries) {
        if ((key === null || (gone && known === id)) && entry.device && !entry.pending.length) entries.delete(known);
      }
      if (!entries.has(current)) current = "";
      book.refresh();
    },

    /** 空着的一件不算在办。 */
    get blank() {
      return isEmpty(book.now);
    },

    /** @param {() => void} listener */
    on(listener) {
      listeners.add(listener);
      listener();
    },
  };
  return book;
}
