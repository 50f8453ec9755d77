/**
 * 清单工作台：几种状态、备注、几次办理、交接，都存在这台设备上。没有脚本时，它是一张完整的、可以打印的清单。
 *
 * 这里只有一打开就用得着的；日子、打印、打分、交接各是一个面板，点开才取，见 panels.js 和 later.js。
 */

import { today } from "../../lib/dates.js";
import { afterPaint, el, fill, mountAll } from "../../lib/dom.js";
import { openStore } from "../../lib/store.js";
import { filterBox, nextBox } from "./bench.js";
import { makeContext } from "./context.js";
import { dueBadges, dueList } from "./due.js";
import { evidenceBoxes } from "./evidence.js";
import { inAppHint } from "./inapp.js";
import { mountItem } from "./item.js";
import { panelRow } from "./panels.js";
import { pointInputs } from "./points.js";
import { printNote } from "./print.js";
import { progressBar, stageCounts } from "./progress.js";
import { removedBox } from "./removed.js";
import { readJson, readRows } from "./rows.js";
import { openSession } from "./session.js";
import { sharedBox } from "./shared.js";

const HERE = "勾选和备注自动存在这台设备上，不会上传，关掉再打开还在。隔几天到“交接和备份”存一份。";
const SET_ASIDE = "有的旧记录读不出来，已原样另存，没有删；到“本机记录”里拿。";
const READ_ONLY = "这里的记录是更新版本的手册记的，这一版只能看、不能改；请刷新页面。";
const BLOCKED = "这个浏览器不让保存，关掉页面就没了；先打印，或者到“交接和备份”里复制。";
const FULL = "刚才的改动没有存下，关掉页面就没了：多半是地方满了。马上到“交接和备份”导出，再到“本机记录”腾地方。";

mountAll("[data-checklist]", mount);

/** @param {HTMLElement} root */
function mount(root) {
  const rows = readRows(root);
  if (!rows.length) return;
  const { checklist = "", title = "", version = "", aliases } = root.dataset;
  const lists = [checklist, ...readJson(aliases, [])];
  const store = openStore(() => window.localStorage);
  const fragment = takeFragment();
  const session = openSession(store, { lists, title, version, items: rows }, fragment.run || (history.state || {}).jjRun);
  const { context, tell } = makeContext(root, rows, {
    read: () => session.kept.run, change: session.change, readOnly: () => session.kept.source === "newer",
  });

  const dues = dueList(rows);
  const filters = filterBox(context, dues.date);
  const next = nextBox(context, dues.date, filters.reach);
  const shared = sharedBox(context, store);
  const removed = removedBox(context);
  const notes = el("div", { class: "jj-notes" });

  /** 换了一次办理，或者从外面改了存档：刷新页面时还是这一次。 */
  const switched = () => {
    history.replaceState({ ...history.state, jjRun: session.kept.run.id }, "");
    shared.reload();
    tell();
    filters.apply();
  };
  const panels = panelRow({ context, session, store, lists, dues, switched });

  const bar = progressBar(root, rows);
  const near = [...rows.map((row) => mountItem(row, context)), dueBadges(rows, dues), evidenceBoxes(context), pointInputs(context), stageCounts(rows)];
  const far = [removed, shared, filters, next];
  /** @param {typeof near} parts */
  const draw = (parts) => {
    const { run } = session.kept;
    const now = today();
    for (const part of parts) part.show(run, now);
  };
  const drawFar = afterPaint(() => draw(far));
  let asked = false;
  // 各处的样子都跟着存档走。
  context.on((run) => {
    const { kept } = session;
    bar.show(run, kept.saved ? "" : kept.pending && kept.source !== "unreadable" ? FULL : BLOCKED);
    showNotes(notes, kept.source);
    // 没存下就要走，浏览器先问一声。平时不登记，免得页面进不了后退缓存。
    window.onbeforeunload = kept.pending ? () => FULL : null;
    // 存不下了，趁还连着网，把导出要用的先取来。
    if (kept.pending && !asked) {
      asked = true;
      panels.prepare();
    }
    draw(near);
    drawFar();
  });
  listen(root, session, store, () => {
    shared.reload();
    tell();
  });

  // “接下来做”放到开头的说明前面：打开就看得见。
  const { previousElementSibling: intro } = root;
  (intro && intro.matches(".jj-intro") ? intro : root).before(next.node);
  bar.node.after(el("div", { class: "jj-bench" }, shared.node, panels.node, notes, filters.node));
  root.append(removed.node, printNote());
  bar.node.hidden = false;
  switched();
  draw(far);

  /** @param {{ code?: string | undefined }} found */
  const offer = async ({ code }) => {
    if (code === undefined || !root.isConnected) return;
    const made = await panels.open("handover");
    if (!made || !made.offer) return;
    made.offer(code);
    panels.node.scrollIntoView();
  };
  offer(fragment);
  window.addEventListener("hashchange", () => offer(takeFragment()));
}

/**
 * 扫二维码来的 `#jj=短码`，从首页来的 `#jj-run=编号`：读了就从网址里去掉，转发出去不会带着别人的进度。
 *
 * @returns {{ run?: string | undefined, code?: string | undefined }}
 */
function takeFragment() {
  const found = /^#jj(-run)?=([^]{0,4000})/.exec(location.hash);
  if (!found) return {};
  history.replaceState(history.state, "", location.pathname + location.search);
  // 别的乱码原样交给读短码的地方去说；decodeURIComponent 碰到坏的 % 会抛错。
  return found[1] ? { run: found[2] } : { code: found[2] };
}

/**
 * 别的标签页改了、从后退缓存里回来、切回这个标签页：都以存档为准。没存下的，趁机再存一次。
 *
 * @param {HTMLElement} root
 * @param {ReturnType<typeof openSession>} session
 * @param {import("../../lib/runs.js").Store} store
 * @param {() => void} show
 */
function listen(root, session, store, show) {
  const again = () => {
    if (!root.isConnected) return;
    session.kept.retry();
    session.kept.refresh();
    show();
  };
  window.addEventListener("storage", (event) => {
    if (!root.isConnected) return;
    const gone = event.key === null || (event.newValue === null && store.nameOf(event.key) === session.kept.name);
    if (gone) session.kept.forget();
    again();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) again();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") again();
    else session.kept.retry();
  });
}

/**
 * @param {HTMLElement} node
 * @param {import("../../lib/store.js").Source} source
 */
function showNotes(node, source) {
  if (node.dataset.source === source) return;
  node.dataset.source = source;
  const lines = source === "unreadable" ? [] : [HERE];
  if (source === "broken") lines.unshift(SET_ASIDE);
  if (source === "newer") lines.unshift(READ_ONLY);
  fill(node, ...lines.map((line) => el("p", {}, line)), ...inAppHint());
}
