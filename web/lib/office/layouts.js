/** 版式：`layout` 的七种各用什么纸、什么样式。只有表，没有做法。和 `scripts/jianjia/office/layouts.py` 一模一样。 */

/**
 * @typedef {import("./blocks.js").Sheet} Sheet
 * @typedef {{
 *   readonly sheet: Sheet, readonly levels: readonly [string, string, string, string, string], readonly flush: string, readonly title: string,
 *   readonly sign: string, readonly head: string, readonly cell: string, readonly cellChar: number, readonly rowHeight: number,
 *   readonly lead: number, readonly gap: number, readonly hand: boolean, readonly ledger: boolean,
 * }} Layout
 *   `levels` 是正文和一至四级小标题的样式；`lead`、`gap` 是标题上面、下面空几行；`hand` 多半打印出来用手填；
 *   `ledger` 逐行重复的那一行以上都是表头。
 * @typedef {{ readonly layout: Layout, readonly minutes: boolean, readonly upward: boolean, readonly sealed: boolean, readonly red: boolean }} Manner
 *   `red` 填了发文字号就印红头。
 */

/** 9 毫米，表格一行起码的高度。 */
const ROW = 510;
/** 30 毫米，写意见、写简历的格子起码的高度。 */
export const TALL = 1701;

/** @type {Sheet} */
const OFFICIAL = { width: 11906, height: 16838, top: 2098, right: 1474, bottom: 1984, left: 1588, footer_distance: 1446, footer: "official", char: 315, grid: 579, sample: false, draft: false, gutter: 0 };
/** @type {Sheet} */
const FORM = { width: 11906, height: 16838, top: 1417, right: 1134, bottom: 1134, left: 1134, footer_distance: 567, footer: "centre", char: 240, grid: 0, sample: false, draft: false, gutter: 0 };

/**
 * A4 横放，左右各一张 A5，中间裁开。
 *
 * @type {Sheet}
 */
const HALF = { width: 16838, height: 11906, top: 680, right: 680, bottom: 567, left: 680, footer_distance: 567, footer: "", char: 240, grid: 0, sample: false, draft: false, gutter: 1360 };

/** @type {Layout} */
const LETTER = {
  sheet: OFFICIAL, levels: ["Body", "Heading1", "Heading2", "Heading3", "Heading3"], flush: "Normal", title: "Title", sign: "Sign", head: "HeadCentre",
  cell: "Cell", cellChar: 240, rowHeight: ROW, lead: 2, gap: 1, hand: false, ledger: false,
};
/** @type {Layout} */
const TABLE = {
  sheet: FORM, levels: ["FormBody", "FormHead", "FormHead", "Form", "Form"], flush: "Form", title: "FormTitle", sign: "FormRight", head: "FormRight",
  cell: "Cell", cellChar: 240, rowHeight: ROW, lead: 0, gap: 0, hand: true, ledger: false,
};

/** @type {Layout} */
const BALLOT = {
  ...TABLE, sheet: { ...FORM, footer: "" }, levels: ["BallotNote", "FormHead", "FormHead", "BallotNote", "BallotNote"], flush: "BallotNote",
  cell: "Ballot", cellChar: 320,
};

/** @type {Readonly<Record<string, Layout>>} */
const LAYOUTS = {
  公文: LETTER,
  纪要: LETTER,
  函: { ...LETTER, sheet: { ...OFFICIAL, footer: "letter" }, head: "HeadRight" },
  文稿: { ...LETTER, levels: ["Speech", "Heading1", "Heading2", "Heading3", "Heading3"], flush: "SpeechFlush", lead: 0 },
  表格: TABLE,
  选票: BALLOT,
  台账: { ...TABLE, ledger: true },
};

/**
 * 半张纸放得下的，改用这种版式，一张纸印两份。
 *
 * @type {Readonly<Record<string, Layout>>}
 */
export const HALVED = {
  选票: { ...BALLOT, sheet: HALF, levels: ["BallotSmall", "FormHead", "FormHead", "BallotSmall", "BallotSmall"], flush: "BallotSmall" },
};

/**
 * 版式；台账总是横放。
 *
 * @param {string} name
 * @param {boolean} landscape
 * @returns {Layout}
 */
export function layoutOf(name, landscape) {
  const layout = LAYOUTS[name] || LETTER;
  const { sheet } = layout;
  return landscape || layout.ledger ? { ...layout, sheet: { ...sheet, width: sheet.height, height: sheet.width } } : layout;
}
