/**
 * 搜索索引有一兆多，打开哪一页都先下载它，手机吃不消。
 * 主题的搜索要等索引到了才算好，所以先给它一份空的（search_index.json）；
 * 真打字了，这里再取真的（index.json），请出主题自己的搜索。主题那个文件的名称写在地址的问号后面。
 */

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const INDEX = new URL("../../../search/index.json", self.location.href);

const LOST = { location: "", title: "搜索没有取到，请检查网络", text: "接上网以后，改一个字再搜。", score: 0, terms: {} };

const post = self.postMessage.bind(self);
/** 空索引那一份里的选项。 */
let given = {};
/** 最后一问。 */
let asked = "";
let state = "empty";
/** @type {Map<string, Map<string, number>>} 别名 → 叫这个名的页和它的分量（指南最重） */
const named = new Map();

self.addEventListener("message", (event) => {
  const { type, data } = event.data;
  if (state === "ready") {
    if (type === QUERY) {
      asked = data;
      Object.defineProperty(event, "data", { value: { type, data: spaced(data) } });
    }
    return;
  }
  event.stopImmediatePropagation();
  if (type !== QUERY) {
    given = data;
    post({ type: READY });
    return;
  }
  asked = data;
  if (!asked) post({ type: RESULT, data: { items: [] } });
  else if (state === "empty") load();
});

/**
 * 汉字和数字连着写的（“经费2%”“满25人”），主题当成一个词，什么也查不到：分开。分出来的单个汉字没有收进索引，不要。
 *
 * @param {string} words
 */
function spaced(words) {
  const apart = words.replace(/([\u3400-\u9fff])(?=[0-9A-Za-z])/g, "$1 ").replace(/([0-9A-Za-z%])(?=[\u3400-\u9fff])/g, "$1 ");
  if (apart === words) return words;
  const kept = apart.split(" ").filter((word) => !/^[\u3400-\u9fff]$/.test(word));
  return kept.join(" ") || words;
}

/**
 * 搜的正是编辑写下的别名（“建会”“讨薪”），叫这个名的页排到前面，指南在先；别的次序不动。
 *
 * @param {{ type: number, data?: any }} message
 */
function ranked(message) {
  const pages = named.get(asked.trim());
  if (message.type !== RESULT || !pages) return message;
  const { items } = message.data;
  /** @param {readonly { location: string }[]} group */
  const weight = (group) => pages.get(group[0].location.split("#")[0]) || 0;
  return { ...message, data: { ...message.data, items: [...items].sort((a, b) => weight(b) - weight(a)) } };
}

async function load() {
  state = "loading";
  try {
    const response = await fetch(INDEX);
    if (!response.ok) throw new Error(`${response.status}`);
    const found = await response.json();
    for (const { location, boost, tags = [] } of found.docs) {
      for (const tag of tags) named.set(tag, (named.get(tag) || new Map()).set(location, boost));
    }
    self.postMessage = (message) => {
      if (message.type !== READY) {
        post(message);
        return;
      }
      self.postMessage = (answer) => post(ranked(answer));
      self.dispatchEvent(new MessageEvent("message", { data: { type: QUERY, data: asked } }));
    };
    importScripts(self.location.search.slice(1));
    state = "ready";
    self.dispatchEvent(new MessageEvent("message", { data: { type: SETUP, data: { ...given, ...found } } }));
  } catch (error) {
    // 没有网：说一声，下次打字再试。说“没有结果”就错了，借一条结果的位置说。
    state = "empty";
    post({ type: RESULT, data: { items: [[LOST]] } });
    console.warn(error);
  }
}
