/** 清单：可以打勾、记住进度、清空和打印。没有脚本时，它是一张完整的、可以打印的清单。 */

import { el, mountAll } from "../../lib/dom.js";
import { openRun } from "../../lib/runs.js";
import { bringBack, blank, isDone, isEmpty, tick } from "../../lib/state.js";
import { openStore } from "../../lib/store.js";
import { printNote } from "./print.js";
import { progressBar, stageCounts } from "./progress.js";
import { readRows } from "./rows.js";
import { toolbar } from "./toolbar.js";

const HERE_ONLY = "勾选只存在这台设备的浏览器里，不会上传；清除浏览器数据时会一起清掉。";
const IN_WECHAT = "微信里打印没有反应时，点右上角“…”选“在浏览器打开”再打；那边看不到这里的勾选。";
const SET_ASIDE = "以前的勾选有读不出来的，已原样另存在这台设备上，没有删除。";
const READ_ONLY = "这里的勾选是用更新版本的手册记的，这一版只能看，不能改。请刷新页面，或者打开新版手册。";

mountAll("[data-checklist]", mount);

/** @param {HTMLElement} root */
function mount(root) {
  const rows = readRows(root);
  if (!rows.length) return;
  const list = root.dataset.checklist || "";
  const kept = openRun(openStore(() => window.localStorage), list);
  const readOnly = kept.source === "newer";
  const bar = progressBar(root, rows);
  const stages = stageCounts(rows);
  let before = kept.run;

  const show = () => {
    for (const row of rows) {
      row.box.checked = isDone(kept.run, row.id);
      row.item.dataset.state = row.box.checked ? "done" : "todo";
    }
    stages.show(kept.run);
    bar.show(kept.run, kept.saved);
  };

  /** @param {Parameters<typeof kept.change>[0]} alter */
  const change = (alter) => {
    kept.change(alter);
    show();
  };

  const tools = toolbar({
    clear() {
      kept.refresh();
      before = kept.run;
      if (isEmpty(before)) return false;
      change((run) => blank(run.list, run.id));
      return true;
    },
    undo: () => change((run) => bringBack(before, run)),
    readOnly,
  });

  for (const row of rows) {
    // Firefox 刷新后会把旧的勾选填回来，以存档为准。
    row.box.autocomplete = "off";
    row.box.addEventListener("change", () => {
      change((run) => tick(run, row.id, row.box.checked, new Date().toISOString()));
    });
  }
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    kept.refresh();
    show();
  });

  show();
  bar.node.after(tools, notes(kept.source));
  bar.node.hidden = false;
  root.append(printNote());
  for (const row of rows) row.box.disabled = readOnly;
}

/** @param {import("../../lib/store.js").Source} source */
function notes(source) {
  const lines = source === "unreadable" ? [] : [HERE_ONLY];
  if (source === "broken") lines.unshift(SET_ASIDE);
  if (source === "newer") lines.unshift(READ_ONLY);
  if (/MicroMessenger/i.test(navigator.userAgent)) lines.push(IN_WECHAT);
  return el("div", { class: "jj-notes" }, ...lines.map((line) => el("p", {}, line)));
}
