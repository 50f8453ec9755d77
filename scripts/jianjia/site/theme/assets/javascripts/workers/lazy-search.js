/**
 * 搜索索引有一兆多，打开哪一页都先下载它，手机吃不消。
 * 主题的搜索要等索引到了才算好，所以先给它一份空的（search_index.json）；
 * 真打字了，这里再取真的（index.json），请出主题自己的搜索。主题那个文件的名称写在地址的问号后面。
 */

const READY = 1;
const QUERY = 2;
const RESULT = 3;
const INDEX = new URL("../../../search/index.json", self.location.href);

const post = self.postMessage.bind(self);
/** 空索引那一份里的选项。 */
let given = {};
/** 还没答的最后一问。 */
let asked = "";
let state = "empty";

self.addEventListener("message", (event) => {
  if (state === "ready") return;
  event.stopImmediatePropagation();
  const { type, data } = event.data;
  if (type !== QUERY) {
    given = data;
    post({ type: READY });
    return;
  }
  asked = data;
  if (!asked) post({ type: RESULT, data: { items: [] } });
  else if (state === "empty") load();
});

async function load() {
  state = "loading";
  try {
    const response = await fetch(INDEX);
    if (!response.ok) throw new Error(`${response.status}`);
    const found = await response.json();
    self.postMessage = (message) => {
      if (message.type !== READY) {
        post(message);
        return;
      }
      self.postMessage = post;
      self.dispatchEvent(new MessageEvent("message", { data: { type: QUERY, data: asked } }));
    };
    importScripts(self.location.search.slice(1));
    state = "ready";
    self.dispatchEvent(new MessageEvent("message", { data: { type: 0, data: { ...given, ...found } } }));
  } catch (error) {
    // 没有网：下次打字再试。
    state = "empty";
    post({ type: RESULT, data: { items: [] } });
    console.warn(error);
  }
}
