/** 组件共用的网页小工具。 */

export { copyText, download } from "./files.js";

/**
 * 建一个元素；字符串子节点一律当文字，不当 HTML。
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 */
export function button(text, act, attributes = {}) {
  const node = el("button", { type: "button", class: "jj-button", ...attributes }, text);
  node.addEventListener("click", act);
  return node;
}

/**
 * 换掉全部子节点。
 *
 * @param {Element} node
 * @param {...(Node | string)} children
 */
export function fill(node, ...children) {
  node.textContent = "";
  node.append(...children);
}

/**
 * 没变就不动，读屏软件才不会重念。
 *
 * @param {Node} node
 * @param {string} text
 */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * 有没有一个 data- 属性；旧内核没有 toggleAttribute。
 *
 * @param {HTMLElement} node
 * @param {string} name
 * @param {boolean} on
 */
export function flag(node, name, on) {
  if (on === (name in node.dataset)) return;
  if (on) node.dataset[name] = "";
  else delete node.dataset[name];
}

/**
 * 等这一帧画完再做，手指底下的先变；还等着的时候再叫，只做一次。
 *
 * @param {() => void} act
 */
export function afterPaint(act) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => setTimeout(() => {
      waiting = false;
      act();
    }));
  };
}

/**
 * 网页就绪后给每个 *selector* 装上组件，一处只装一次（主题不刷新就换页时，脚本会再来一遍）。
 * 装不上的照旧是一页能读能打印的网页，不连累别的组件。
 *
 * @param {string} selector
 * @param {(root: HTMLElement) => void} mount
 */
export function mountAll(selector, mount) {
  const start = () => {
    for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))) {
      if (root.dataset.mounted) continue;
      root.dataset.mounted = "1";
      try {
        mount(root);
      } catch (error) {
        console.error(error);
      }
    }
  };
  const { document$ } = /** @type {{ document$?: { subscribe(next: () => void): void } }} */ (/** @type {unknown} */ (window));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  if (document$) document$.subscribe(start);
}

/** 在微信、QQ 这类程序自带的浏览器里：下载点了没反应，也不说。 */
export function isInApp() {
  return /MicroMessenger|\bQQ\/|DingTalk|AlipayClient|Weibo|Lark\//i.test(navigator.userAgent);
}

/** 这一页的真实网址，不带 #；从 U 盘打开的用正式网站的地址，没有正式网站为空。 */
export function pageAddress() {
  if (location.protocol !== "file:") return location.origin + location.pathname;
  // 本机路径给了别人没有用，还会带出用户名。
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return canonical && !/\/\/(127\.0\.0\.1|localhost)\b/.test(canonical.href) ? canonical.href : "";
}
