/** 文书页、制度页：一个“在线填写”按钮。点了才取表单、算法和这份文书的数据，没点的页面一点不多。 */

import { button, el, mountAll, say } from "../../lib/dom.js";
import { assetsOf, dataLoader } from "../form/load.js";

const assets = assetsOf("document");
/** 从单位档案来的，直接打开。 */
const OPEN = "#fill";

mountAll("[data-document]", mount);

/** @param {HTMLElement} root */
function mount(root) {
  const { document: name = "" } = root.dataset;
  const said = el("span", { class: "jj-said", role: "status" });
  const inside = el("div");
  /** @type {null | { show: () => void }} */
  let opened = null;
  const start = async () => {
    if (opened) {
      row.hidden = true;
      opened.show();
      return;
    }
    open.disabled = true;
    say(said, "正在打开……");
    try {
      const load = dataLoader();
      const [desk, data] = await Promise.all([load("document-later", `${assets}document-later.js`), load(name, `${assets}${name}.js`)]);
      const closed = () => {
        row.hidden = false;
        open.disabled = false;
        say(open, "接着填");
        say(said, "");
        open.focus();
      };
      opened = desk(inside, { data, closed });
      row.hidden = true;
    } catch (error) {
      say(said, error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : "打不开，请刷新页面再试；也可以下载空白件。");
      open.disabled = false;
    }
  };
  const open = button("在线填写", start, { class: "jj-button jj-button--main" });
  const row = el("p", { class: "jj-fill-start" }, open, el("span", { class: "jj-hint" }, "填好直接下载 Word，内容不上传。"), said);
  root.append(row, inside);
  if (location.hash === OPEN) start();
}
