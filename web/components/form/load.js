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
  if (done) node.addEventListener("load", done);
  document.head.append(node);
}

/** 取数据的函数；几个组件共用一块布告板。 */
export function dataLoader() {
  return openLoader(/** @type {any} */ (window), insertScript);
}
