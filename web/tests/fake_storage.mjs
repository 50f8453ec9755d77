/** 假的 localStorage：可以装满、抛错、写了不算、里面是乱码。 */
export class FakeStorage {
  constructor(entries = {}) {
    this.entries = new Map(Object.entries(entries));
    this.writes = 0;
    /** @type {Set<string>} 调用时要抛错的方法名 */
    this.failing = new Set();
    /** 最多存多少字 */
    this.quota = Infinity;
    /** 写了悄悄不算数，有的内置浏览器会这样 */
    this.forgetful = false;
  }

  get length() {
    return this.entries.size;
  }

  key(index) {
    const name = [...this.entries.keys()][index];
    return name === undefined ? null : name;
  }

  getItem(key) {
    this.#mayFail("getItem");
    return this.entries.has(key) ? this.entries.get(key) : null;
  }

  setItem(key, text) {
    this.#mayFail("setItem");
    this.writes += 1;
    const others = [...this.entries].filter(([name]) => name !== key);
    const used = others.reduce((sum, [name, value]) => sum + name.length + value.length, key.length + text.length);
    if (used > this.quota) throw new Error("QuotaExceededError");
    if (!this.forgetful) this.entries.set(key, text);
  }

  removeItem(key) {
    this.#mayFail("removeItem");
    this.entries.delete(key);
  }

  #mayFail(method) {
    if (this.failing.has(method)) throw new Error("SecurityError");
  }
}
