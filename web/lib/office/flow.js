/** 要素 → 版面块：每一段用什么样式、排在哪里，都在这里定。和 `scripts/jianjia/office/flow.py` 一模一样。 */

import { linesOf, merged, paragraph, run, textOf } from "./blocks.js";
import * as closing from "./closing.js";
import { kept } from "./fitting.js";
import * as opening from "./opening.js";
import { build as buildTable } from "./tables.js";

/**
 * @typedef {import("./payload.js").Part} Part
 * @typedef {import("./payload.js").Inline} Inline
 * @typedef {import("./payload.js").TablePart} TablePart
 * @typedef {import("./layouts.js").Manner} Manner
 * @typedef {import("./fill.js").Filler} Filler
 * @typedef {import("./blocks.js").Run} Run
 * @typedef {import("./blocks.js").Block} Block
 * @typedef {import("./blocks.js").Flow} Flow
 * @typedef {import("./blocks.js").Paragraph} Paragraph
 */

const FULL_STOP = /[。！？]$/;
/** 小标题不以这些结尾；以这些结尾的是成句的条款。 */
const STOPS = /[。！？；，：…]$/;
/** 证件号、信用代码不能拆在两行，上一行两端撑齐就会稀稀拉拉，不如右边不齐。 */
const LONG_NUMBER = /[0-9A-Za-z-]{12,}/;

/**
 * @param {readonly Part[]} parts
 * @param {Manner} manner
 * @param {Filler} filler
 * @returns {Flow}
 */
export function build(parts, manner, filler) {
  const composer = new Composer(manner, filler);
  const chosen = filler.parts(parts);
  for (const part of chosen) {
    if (part.part === "sign" && part.lines[0]) {
      composer.issuer = part.lines[0];
      break;
    }
  }
  if (manner.layout.sheet.footer === "letter") composer.redHead(true);
  for (const part of chosen) composer.part(part);
  return composer.flow();
}

/** 一块一块往下排。`owed` 是下一块之前该空的行数，`fresh` 是下一块另起一页，`titled` 是刚排完标题；`issuer` 是发文机关，就是第一个落款的第一行。 */
export class Composer {
  /**
   * @param {Manner} manner
   * @param {Filler} filler
   */
  constructor(manner, filler) {
    this.manner = manner;
    this.layout = manner.layout;
    this.filler = filler;
    /** @type {Block[]} */
    this.blocks = [];
    this.owed = 0;
    this.fresh = false;
    this.titled = false;
    /** @type {Inline} */
    this.issuer = [];
  }

  /**
   * 文件不能以表格结尾。
   *
   * @returns {Flow}
   */
  flow() {
    const last = this.last();
    if (last && last.kind === "table") this.blocks.push(paragraph("End"));
    return { sheet: this.layout.sheet, blocks: this.blocks };
  }

  last() {
    return this.blocks[this.blocks.length - 1];
  }

  /** @param {Part} part */
  part(part) {
    const { layout, filler } = this;
    if (part.part === "head") this.head(part.lines);
    else if (part.part === "title") this.title(part.inline, part.attachment);
    else if (part.part === "to") this.text("Addressee", part.inline);
    else if (part.part === "para") this.para(part.inline, part.level, part.bold);
    else if (part.part === "attachments") this.end(closing.attachments(part.lines, filler), 1);
    // 盖章的空两行，章顶离正文正好一行；不盖章的空一行。
    else if (part.part === "sign") this.end(closing.signature(part.lines, this.manner, filler), this.manner.sealed && !layout.hand ? 2 : 1);
    else if (part.part === "note") this.note(part.inline);
    else if (part.part === "table") this.table(part);
    else if (part.part === "break") this.fresh = true;
  }

  // —— 往下排 ——

  /**
   * 排一段；该空的行、该起的页先办。
   *
   * @param {Paragraph} made
   */
  add(made) {
    this.settle();
    this.blocks.push({ ...made, fresh: this.fresh });
    this.fresh = false;
  }

  /** @param {readonly Paragraph[]} made */
  addAll(made) {
    for (const each of made) this.add(each);
  }

  /** 空出该空的行。上一段要和下一段同页的，空行也跟着。 */
  settle() {
    const { owed } = this;
    this.owed = 0;
    this.titled = false;
    const last = this.last();
    const keep = last !== undefined && keeps(last);
    for (let i = 0; i < owed; i += 1) {
      this.blocks.push(paragraph(this.layout.flush, [], { keep, fresh: this.fresh }));
      this.fresh = false;
    }
  }

  /** 上一段（上一张表的最后一行）不和下一段分在两页。 */
  keep() {
    const last = this.last();
    if (!last) return;
    const at = this.blocks.length - 1;
    if (last.kind === "paragraph") this.blocks[at] = { ...last, keep: true };
    else this.blocks[at] = { ...last, rows: last.rows.map((row, r) => (r === last.rows.length - 1 ? kept(row) : row)) };
  }

  /**
   * 收尾的几段：空几行，并且不让它们离了正文单在一页。
   *
   * @param {readonly Paragraph[]} made
   * @param {number} blank
   */
  end(made, blank) {
    if (!made.length) return;
    this.keep();
    this.owed = blank;
    this.addAll(made);
  }

  /**
   * 一段字；内容里有换行的分成几段，没有字的不印。
   *
   * @param {string} style
   * @param {Inline} inline
   */
  text(style, inline) {
    this.addAll(linesOf(this.filler.runs(inline)).map((line) => paragraph(style, line)));
  }

  // —— 几种要拿主意的 ——

  /**
   * 版头；正式发文有发文字号的，上面是发文机关标志，下面一道红线。
   *
   * @param {readonly Inline[]} given
   */
  head(given) {
    const lines = opening.head(given, this.layout, this.filler, this.manner.upward);
    const red = this.manner.red && lines.length > 0 && this.redHead(false);
    if (red) this.owed = 2;
    this.addAll(lines);
    if (red) this.add(paragraph("RedLine"));
  }

  /**
   * 发文机关标志；没有落款的不印。
   *
   * @param {boolean} letter
   */
  redHead(letter) {
    if (!this.issuer.length) return false;
    this.addAll(opening.redHead(this.issuer, this.filler, letter));
    return true;
  }

  /**
   * 标题。附件另起一页，第一行写“附件”，隔一行是附件标题。
   *
   * @param {Inline} inline
   * @param {string} [attachment]
   */
  title(inline, attachment = "") {
    this.owed = this.layout.lead;
    if (attachment) {
      this.owed = 0;
      this.fresh = true;
      this.add(paragraph("AttachmentMark", [run(attachment)]));
      this.owed = this.layout.gap;
    }
    this.addAll(opening.title(inline, this.layout, this.filler));
    this.owed = this.layout.gap;
    this.titled = true;
  }

  /**
   * 一段正文或小标题；`lead` 是接在前面的条号。
   *
   * @param {Inline} inline
   * @param {number} [level]
   * @param {boolean} [bold]
   * @param {readonly Run[]} [lead]
   */
  para(inline, level = 0, bold = false, lead = []) {
    const hand = this.layout.hand && level === 0;
    const { titled } = this;
    for (const line of linesOf([...lead, ...this.filler.runs(inline, { hand })])) {
      const runs = bold ? stressed(line) : line;
      const said = textOf(runs);
      if (titled && said.startsWith("（") && said.endsWith("）")) this.subtitle(runs);
      else if (this.manner.minutes && closing.ATTENDANCE.includes(said.slice(0, 3))) this.attendance(runs);
      else if (said.startsWith("抄送：") && !this.layout.hand) {
        this.owed = 1;
        this.add(paragraph("CopyTo", merged([run("　"), ...runs])));
      } else if (hand && !FULL_STOP.test(said)) this.add(paragraph(this.layout.flush, runs));
      else this.add(paragraph(this.layout.levels[STOPS.test(said) ? 0 : level] || "", runs, { ragged: LONG_NUMBER.test(said) }));
    }
  }

  /**
   * 附注紧跟落款，不单独到下一页去。
   *
   * @param {Inline} inline
   */
  note(inline) {
    const last = this.last();
    if (last && last.kind === "paragraph" && last.style === this.layout.sign) this.keep();
    this.text("Note", ["（", ...inline, "）"]);
  }

  /**
   * 题注：标题下面括号里的一段，居中，紧跟标题。
   *
   * @param {readonly Run[]} runs
   */
  subtitle(runs) {
    const { owed } = this;
    this.owed = 0;
    this.add(paragraph("Subtitle", runs));
    this.owed = owed;
    this.titled = true;
  }

  /**
   * 纪要的出席名单，和正文空一行，不拆在两页。
   *
   * @param {readonly Run[]} runs
   */
  attendance(runs) {
    const before = this.last();
    this.keep();
    if (!(before && before.kind === "paragraph" && before.style === "Attendance")) this.owed = 1;
    this.add(closing.attendance(runs));
  }

  /**
   * 表格。两张连着的要隔开，不然 Word 并成一张；要换页的，换页记在间隔段上。
   *
   * @param {TablePart} part
   */
  table(part) {
    if (!this.fresh) this.keep();
    this.settle();
    const last = this.last();
    if (this.fresh || (last && last.kind === "table")) this.add(paragraph("Seam"));
    this.blocks.push(buildTable(part, this.layout, this.filler));
  }
}

/**
 * 要和下一段同页。
 *
 * @param {Block} block
 */
function keeps(block) {
  if (block.kind === "paragraph") return block.keep;
  const last = block.rows[block.rows.length - 1];
  const first = last && last.cells[0] && last.cells[0].paragraphs[0];
  return first !== undefined && first.keep;
}

/**
 * 要加重的（主持词的口令）用黑体；仿宋加粗是硬描出来的，印出来发虚。
 *
 * @param {readonly Run[]} runs
 */
function stressed(runs) {
  return merged(runs.map((each) => run(each.text, each.style || "Hei")));
}
