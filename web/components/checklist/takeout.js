/** 拿走一份：下载文件、复制全文。微信、QQ 里下载点了没反应，就不给下载，换浏览器的办法在 inapp.js。 */

import { button, el, isInApp, say } from "../../lib/dom.js";
import { copyText, download } from "../../lib/files.js";

/**
 * @param {object} what
 * @param {() => string} what.text 复制的文字
 * @param {string} what.copyLabel
 * @param {() => string} [what.file] 文件的名字；不写就不给下载
 * @param {() => BlobPart} [what.data] 文件的内容，不写就是 *text*
 * @param {string} [what.fileLabel]
 * @param {string} [what.type]
 */
export function takeout({ text, copyLabel, file, data = text, fileLabel = "下载文件", type = "text/plain;charset=utf-8" }) {
  const said = el("span", { class: "jj-said", role: "status" });
  const shown = el("textarea", { class: "jj-takeout-text", readonly: "", rows: "4", "aria-label": "要复制的文字" });
  shown.hidden = true;
  const copy = button(copyLabel, async () => {
    const value = text();
    const done = await copyText(value);
    shown.hidden = done;
    say(said, done ? "已复制" : "复制不了，请长按下面的文字，全选、复制");
    if (done) return;
    shown.value = value;
    shown.focus();
    shown.select();
  });
  const node = el("div", { class: "jj-takeout" });
  if (file && !isInApp()) {
    node.append(button(fileLabel, () => {
      download(file(), data(), type);
      say(said, "已交给浏览器下载");
    }));
  }
  node.append(copy, said, shown);
  return node;
}
