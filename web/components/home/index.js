/** 首页的“继续上次”：这台设备上办到一半的清单，点一下接着办。没有存过就不出现。 */

import { daysBetween, today } from "../../lib/dates.js";
import { el, mountAll } from "../../lib/dom.js";
import { keptRuns } from "./peek.js";

const MOST = 6;

mountAll(".jj-home", mount);

/** @param {HTMLElement} home */
function mount(home) {
  const node = el("section", { class: "jj-resume", "aria-label": "继续上次" });
  const hero = home.querySelector(".jj-hero");
  if (hero) hero.after(node);
  else home.prepend(node);

  const show = () => {
    const known = keptRuns(() => window.localStorage);
    node.hidden = !known.length;
    node.textContent = "";
    node.append(
      el("h2", {}, "继续上次"),
      el("ul", {}, ...known.slice(0, MOST).map(({ list, id, title, name, done, total, changed }) => el("li", {},
        el("a", { href: `${addressOf(list)}#jj-run=${id}` }, [title || titleOf(list), name].filter(Boolean).join("·")),
        el("span", {}, `${total ? `必办 ${done} / ${total}，` : ""}${ago(changed)}`)))),
      el("p", {}, `${known.length > MOST ? `还有 ${known.length - MOST} 次，到各张清单的“本次办理”里找。` : ""}只存在这台设备上，不会上传；公用电脑用完，到清单的“本机记录”里清除。`),
    );
  };
  show();
  // 从清单退回来、别的标签页改了，都要跟着变。
  window.addEventListener("pageshow", (event) => event.persisted && show());
  window.addEventListener("storage", show);
}

/**
 * 网上是文件夹的样子，U 盘里的网址带 .html，照这一页上别的清单链接的样子写。
 *
 * @param {string} list
 */
function addressOf(list) {
  const link = document.querySelector('a[href*="checklists/"]');
  const href = (link && link.getAttribute("href")) || "checklists/";
  const flat = location.protocol === "file:" || href.includes(".html");
  return `${href.slice(0, href.indexOf("checklists/"))}checklists/${list}${flat ? ".html" : "/"}`;
}

/**
 * 旧格式的存档没有标题，用这一页上它的链接的字。
 *
 * @param {string} list
 */
function titleOf(list) {
  const link = [...document.links].find(({ href }) => href.includes(`checklists/${list}`));
  return (link && (link.textContent || "").trim()) || list;
}

/** @param {string} changed */
function ago(changed) {
  const days = daysBetween(today(new Date(changed)), today());
  return days < 1 ? "今天改过" : days === 1 ? "昨天改过" : `${days} 天前改过`;
}
