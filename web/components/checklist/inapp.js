/** 微信、QQ 里：真实网址和换浏览器的办法；别处为空。 */

import { el, isInApp, pageAddress } from "../../lib/dom.js";

const IN_APP = "微信、QQ 里下载、打印没有反应，文字可以复制。要下载、打印，点右上角“…”选“在浏览器打开”；那边看不到这里的记录，先到“交接和备份”复制，再到那边粘贴。";

export function inAppHint() {
  if (!isInApp()) return [];
  const address = el("input", { type: "text", readonly: "", value: pageAddress(), "aria-label": "这一页的网址" });
  return [el("p", { class: "jj-hint" }, IN_APP), el("div", { class: "jj-address" }, address)];
}
