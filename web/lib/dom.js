/** 组件共用的网页小工具。 */

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
 * 网页就绪后给每个 *selector* 装上组件。装不上的照旧是一页能读能打印的网页，不连累别的组件。
 *
 * @param {string} selector
 * @param {(root: HTMLElement) => void} mount
 */
export function mountAll(selector, mount) {
  const start = () => {
    for (const root of document.querySelectorAll(selector)) {
      try {
        mount(/** @type {HTMLElement} */ (root));
      } catch (error) {
        console.error(error);
      }
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
