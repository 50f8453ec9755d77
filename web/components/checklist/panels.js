/**
 * 面板：平时只是一排标题，点开才取里面的东西（later.js 打成的 checklist-later.js），第一次打开网页就轻。
 * 取不到的说一声，收起来再点开就再取一次。
 */

import { button, el, fill, isInApp } from "../../lib/dom.js";
import { assetsOf, insertScript } from "../form/load.js";
import { scored } from "./points.js";
import { printPage } from "./print.js";

/**
 * @typedef {import("./context.js").Context} Context
 * @typedef {import("../../lib/state.js").Run} Run
 *
 * @typedef {object} Desk 面板用得着的
 * @property {Context} context
 * @property {ReturnType<typeof import("./session.js").openSession>} session
 * @property {import("../../lib/runs.js").Store} store
 * @property {readonly string[]} lists 清单的路径，现在的在最前，后面是旧名
 * @property {ReturnType<typeof import("./due.js").dueList>} dues
 * @property {() => void} switched 换了一次办理以后
 *
 * @typedef {{ show?: (run: Run) => void, offer?: (code: string) => void }} Made
 *   `show` 只在展开着的时候叫：展开时一遍，有变化时一遍；`offer` 收一段短码。
 * @typedef {(inside: HTMLElement, desk: Desk) => Made} Panel *inside* 是面板里的空 div
 * @typedef {Readonly<Record<string, Panel>>} Later
 */

/** @type {readonly (readonly [string, string, (context: Context) => boolean])[]} */
const PANELS = [
  ["dates", "日子和提醒", ({ anchors }) => Object.keys(anchors).length > 0],
  ["assess", "得分和等次", (context) => scored(context).length > 0],
  ["periods", "各期记录", ({ type }) => type !== "procedure"],
  ["sheets", "打印和归档", () => true],
  ["handover", "交接和备份", () => true],
  ["runs", "本次办理", () => true],
  ["local", "本机记录", () => true],
];
const LOST = "没有取到，请检查网络，收起来再点开一次；还不行就刷新页面。";

const address = `${assetsOf("checklist")}checklist-later.js`;

/** @type {Promise<Later> | null} */
let fetching = null;

function fetchLater() {
  const scope = /** @type {{ jianjiaChecklist?: Later }} */ (/** @type {unknown} */ (window));
  fetching = fetching || new Promise((resolve, reject) => {
    // 取到的也可能不是它：上网要登录的地方，什么网址都给登录页。
    const done = () => {
      if (scope.jianjiaChecklist) resolve(scope.jianjiaChecklist);
      else {
        fetching = null;
        reject(new Error(LOST));
      }
    };
    insertScript(address, done, done);
  });
  return fetching;
}

/** @param {Desk} desk */
export function panelRow(desk) {
  const { context } = desk;
  const node = el("div", { class: "jj-panels" });
  /** @type {Map<string, () => Promise<Made | null>>} */
  const openers = new Map();

  for (const [name, title, wanted] of PANELS) {
    if (!wanted(context)) continue;
    const inside = el("div");
    const box = el("details", { class: "jj-panel" }, el("summary", {}, title), ...(name === "sheets" ? printButtons() : []), inside);
    /** @type {Made | null} */
    let made = null;
    const open = async () => {
      box.open = true;
      if (made) return made;
      fill(inside, el("p", { class: "jj-hint", role: "status" }, "正在取……"));
      try {
        const later = await fetchLater();
        if (made) return made;
        fill(inside);
        made = /** @type {Panel} */ (later[name])(inside, desk);
        context.on(() => draw());
      } catch (error) {
        console.error(error);
        fill(inside, el("p", { class: "jj-hint", role: "alert" }, LOST));
      }
      return made;
    };
    // 收着的时候不画，打勾才不慢；展开再画。
    const draw = () => {
      if (box.open && made && made.show) made.show(context.run);
    };
    box.addEventListener("toggle", () => {
      if (made) draw();
      else if (box.open) open();
    });
    openers.set(name, open);
    node.append(box);
  }
  return {
    node,
    /**
     * 展开一个面板，取好里面的东西；取不到的为 null。
     *
     * @param {string} name
     */
    open: async (name) => {
      const open = openers.get(name);
      return open ? open() : null;
    },
    /** 先取好：存不下了，一断网就导不出来。取不到的，点开面板时会说。 */
    prepare: () => void fetchLater().catch(() => {}),
  };
}

/** 打印不用等别的；微信、QQ 里打印没有反应，不给。 */
function printButtons() {
  if (isInApp()) return [];
  return [
    el("div", { class: "jj-row" }, button("打印清单", () => printPage("progress")), button("打印空白清单", () => printPage("blank"))),
    el("p", { class: "jj-hint" }, "先点“收起说明”，就只印事项。"),
  ];
}
