/** 本机记录：存着什么，读不懂另存的怎么拿走，清除本机数据。 */

import { button, el, fill, say } from "../../lib/dom.js";
import { findRuns } from "../../lib/runs.js";
import { takeout } from "./takeout.js";

const HERE_ONLY = "一切只存在这台设备的浏览器里，不会上传；清除浏览器数据时会一起清掉，苹果手机上七天不打开也可能被清掉，隔几天到“交接和备份”存一份。";

/** @type {import("./panels.js").Panel} */
export function local(inside, { context, session, store, switched }) {
  const counts = el("p", { class: "jj-hint" });
  const asides = el("ul", { class: "jj-runs" });
  const said = el("p", { class: "jj-said", role: "status" });
  const confirm = el("div", { class: "jj-preview" });
  confirm.hidden = true;

  const wipe = button("清除本机数据", () => {
    confirm.hidden = false;
    const no = button("不清除", () => {
      confirm.hidden = true;
      wipe.focus();
    });
    fill(confirm,
      el("p", {}, "这台设备上本网站存的全部记录都会删掉：每张清单、每次办理、另存的，还有别的页面填过的。删了找不回来。公用电脑用完应当清除；自己的设备先到“交接和备份”存一份。"),
      el("div", { class: "jj-row" }, button("确定清除", () => {
        const done = store.wipe();
        confirm.hidden = true;
        session.kept.forget();
        switched();
        say(said, done ? "已清除，这台设备上什么也没有留下" : "没有清除干净，请到浏览器的设置里清除本网站的数据");
        wipe.focus();
      }), no));
    no.focus();
  });

  const show = () => {
    const runs = findRuns(store);
    const here = runs.filter((run) => run.list === context.list).length;
    say(counts, `现在存着：这张清单 ${here} 次办理，别的清单 ${runs.length - here} 次。`);
    fill(asides, ...store.asides().map(({ name, why, when }) => el("li", {},
      el("p", {}, why === "old" ? `升级前的原样一份（第 ${when} 版格式）` : `读不出来、原样另存的一份（${when.slice(0, 10)}）`),
      el("div", { class: "jj-row" },
        takeout({ text: () => store.read(name) || "", copyLabel: "复制", fileLabel: "下载", file: () => `${name}.txt` }),
        button("删掉这一份", () => {
          store.remove(name);
          show();
          wipe.focus();
        })))));
  };

  inside.append(el("p", { class: "jj-hint" }, HERE_ONLY), counts, asides, el("div", { class: "jj-row" }, wipe), confirm, said);
  return { show };
}
