/** 往页面里添数据脚本。地址从本组件自己的 `<script>` 推出来：网上、U 盘、哪一层文件夹都对。 */

import { el } from "../../lib/dom.js";
import { openLoader } from "../../lib/office/load.js";

/**
 * 放脚本的文件夹的网址，以 / 结尾。
 *
 * @param {string} name 组件的名称
 */
export function assetsOf(name) {
  const { currentScript } = document;
  const src = currentScript instanceof HTMLScriptElement ? currentScript.src : "";
  const found = src || /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll(`script[src*="assets/${name}.js"]`))[0]?.src || "assets/";
  return found.replace(/[^/]*$/, "");
}

/**
 * @param {string} address
 * @param {() => void} failed
 * @param {() => void} [done]
 */
export function insertScript(address, failed, done) {
  const node = el("script", { src: address });
  node.addEventListener("error", () => {
    node.remove();
    failed();
  });
  // 取数据的不用 done：取到了而里面没有数据的（网关给了别的页面），也算取不到；已经有了的，再说一声没有妨碍。
  node.addEventListener("load", done || failed);
  document.head.append(node);
}

/** 取数据的函数；几个组件共用一块布告板。 */
export function dataLoader() {
  return openLoader(/** @type {any} */ (window), (address, failed) => insertScript(address, failed));
}
