/**
 * 本机存储的唯一出入口，只动自己的键，绝不抛错。
 *
 * 写完读回来一样才算存下；读不懂的原样另存；没法另存、读不了、或者是更新的版本写的，就锁住不写。
 * 旧格式的，第一次改写前先留一份原样的。
 */

/**
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Area
 * @typedef {"empty" | "stored" | "broken" | "newer" | "unreadable"} Source
 */

/**
 * @template T
 * @typedef {{ readonly value: T, readonly lost: number, readonly newer: boolean, readonly old?: number }} Restored
 *   `old` 是旧格式的版本号。
 */

/**
 * @template T
 * @typedef {{ readonly value: T | null, readonly source: Source }} Loaded
 */

/** 另存在一边的一份：名称、为什么（corrupt 读不懂、old 旧格式）、什么时候。
 *
 * @typedef {{ readonly name: string, readonly why: string, readonly when: string }} Aside
 */

const SITE = "jianjia:";
/** 本站的键都以它开头。 */
export const PREFIX = `${SITE}v1:`;
const ASIDE = /:(corrupt|old):(.+)$/;

/**
 * @param {() => Area | null} area 取存储；有的浏览器连取都会抛错
 * @param {() => string} now
 */
export function openStore(area, now = () => new Date().toISOString()) {
  /** @type {Set<string>} */
  const locked = new Set();
  /** 旧格式的原文，等第一次改写时另存。
   *
   * @type {Map<string, [string, string]>}
   */
  const old = new Map();

  /** @returns {Area} */
  const reach = () => {
    const found = area();
    if (!found) throw new Error("没有本机存储");
    return found;
  };

  /**
   * @template T
   * @param {() => T} act
   * @param {T} otherwise
   */
  const attempt = (act, otherwise) => {
    try {
      return act();
    } catch (error) {
      return otherwise;
    }
  };

  /**
   * @param {string} key
   * @param {string} text
   */
  const write = (key, text) =>
    attempt(() => {
      reach().setItem(key, text);
      return reach().getItem(key) === text;
    }, false);

  /** @param {string} key */
  const remove = (key) => attempt(() => (reach().removeItem(key), true), false);

  /** @returns {string[]} 本站的全部键 */
  const keys = () =>
    attempt(() => {
      const found = reach();
      return Array.from({ length: found.length }, (_, i) => found.key(i) || "").filter((key) => key.startsWith(SITE));
    }, []);

  /**
   * 读不懂的原样另存；另存不下就锁住原处，哪怕以后都存不了，也不覆盖。
   *
   * @param {string} key
   * @param {string} text
   * @param {boolean} move
   * @returns {Source}
   */
  const setAside = (key, text, move) => {
    const aside = `${key}:corrupt:${now()}`;
    if (write(aside, text)) {
      if (move) remove(key);
      return "broken";
    }
    // 地方只够放一份：先挪开再写，写不成就放回原处。
    if (move && remove(key)) {
      if (write(aside, text)) return "broken";
      write(key, text);
    }
    locked.add(key);
    return "unreadable";
  };

  return {
    /**
     * @template T
     * @param {string} name
     * @param {(text: string) => Restored<T> | null} restore
     * @returns {Loaded<T>}
     */
    load(name, restore) {
      const key = PREFIX + name;
      try {
        const text = reach().getItem(key);
        if (text === null) return { value: null, source: "empty" };
        const found = restore(text);
        if (!found) return { value: null, source: setAside(key, text, true) };
        if (found.newer) locked.add(key);
        else if (found.lost) return { value: found.value, source: setAside(key, text, false) };
        else if (found.old !== undefined) old.set(key, [`${key}:old:${found.old}`, text]);
        return { value: found.value, source: found.newer ? "newer" : "stored" };
      } catch (error) {
        locked.add(key);
        return { value: null, source: "unreadable" };
      }
    },

    /**
     * @param {string} name
     * @param {string} text
     * @returns {boolean} 真的存下了
     */
    save(name, text) {
      const key = PREFIX + name;
      if (locked.has(key)) return false;
      const before = old.get(key);
      if (before && !write(...before)) return false;
      old.delete(key);
      return write(key, text);
    },

    /**
     * @param {string} name
     * @returns {string | null}
     */
    read: (name) => attempt(() => reach().getItem(PREFIX + name), null),

    /** @param {string} name */
    remove: (name) => remove(PREFIX + name),

    /** 存着的名称，另存在一边的不算。 */
    names: () => keys().filter((key) => key.startsWith(PREFIX) && !ASIDE.test(key)).map((key) => key.slice(PREFIX.length)),

    /** @returns {Aside[]} */
    asides: () =>
      keys().filter((key) => key.startsWith(PREFIX) && ASIDE.test(key)).map((key) => {
        const [, why = "", when = ""] = ASIDE.exec(key) || [];
        return { name: key.slice(PREFIX.length), why, when };
      }),

    /** 清除本机数据：本站存的全部，连另存的在内；别的网站、主题的设置不动。 */
    wipe: () => keys().every(remove),

    /** @param {string | null} key 存储事件里的键 */
    nameOf: (key) => (key && key.startsWith(PREFIX) ? key.slice(PREFIX.length) : ""),
  };
}
