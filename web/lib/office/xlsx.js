/**
 * 表格文件 .xlsx：几个工作表，字是字、数是数、日期是日期。和 `scripts/jianjia/office/xlsx.py` 写出同样的字节。
 *
 * 转义、列名、压缩包和清单用的小表格（`sheet.js`）是同一份；这里多的是几个工作表、数、日期和合并。
 * 只存不压、时间写死。身份证号、“=1+1”这样的都是文字，打开时不会被当成数和公式。
 */

import { isDate, toDay } from "../dates.js";
import { column, escapeXml, MAIN, MAX_CELL, OFFICE, PACKAGE, xml } from "../sheet.js";
import { width } from "./blocks.js";
import { zip } from "./zip.js";

/**
 * @typedef {"plain" | "text" | "head" | "number" | "decimal" | "money" | "date" | "title" | "note"} Kind
 * @typedef {{ readonly value: string, readonly kind: Kind, readonly span: number, readonly down: number, readonly choices: readonly string[] }} Cell
 *   一格。`span` 横跨几列，`down` 竖跨几行；`choices` 不空的，点开有这几项可选（也可以写别的）。
 * @typedef {{
 *   readonly name: string, readonly rows: readonly (readonly Cell[])[], readonly widths: readonly number[],
 *   readonly frozen: number, readonly repeat: readonly [number, number], readonly landscape: boolean,
 * }} Sheet
 *   一个工作表。被并掉的格子也要占着位置；`widths` 按汉字数；`frozen` 是上面冻住几行；
 *   `repeat` 是每页重印的几行（从 1 数起，两头都含），没有为零。
 */

const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** 下拉的各项连逗号最多这么多字。 */
const MOST_CHOICES = 255;
/** 一行字、一行格子起码、一行格子最多高多少磅。 */
const LINE = 16;
const ROW = 22;
const TALLEST = 400;
/** 格子的种类，次序就是样式的编号。 @type {readonly Kind[]} */
const STYLES = ["plain", "text", "head", "number", "decimal", "money", "date", "title", "note"];
/** @type {Readonly<Partial<Record<Kind, number>>>} */
const FORMATS = { number: 1, decimal: 0, money: 2, date: 164 };
const NUMBER = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$/;

/**
 * @param {string} [value]
 * @param {Kind} [kind]
 * @param {number} [span]
 * @param {number} [down]
 * @param {readonly string[]} [choices]
 * @returns {Cell}
 */
export function cell(value = "", kind = "text", span = 1, down = 1, choices = []) {
  return { value, kind, span, down, choices };
}

/**
 * @param {readonly Sheet[]} sheets
 * @returns {Uint8Array}
 */
export function workbook(sheets) {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const numbers = sheets.map((_, i) => i + 1);
  return zip([
    ["[Content_Types].xml", types(numbers)],
    ["_rels/.rels", relationships([[`${OFFICE}/officeDocument`, "xl/workbook.xml"]])],
    ["xl/workbook.xml", book(sheets, names)],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([
        ...numbers.map((n) => /** @type {const} */ ([`${OFFICE}/worksheet`, `worksheets/sheet${n}.xml`])),
        [`${OFFICE}/styles`, "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", styles()],
    ...sheets.map((sheet, i) => /** @type {const} */ ([`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)])),
  ]);
}

/** @param {readonly number[]} numbers */
function types(numbers) {
  const sheets = numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`);
  return xml(
    "Types",
    `${PACKAGE}/content-types`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.join("")}`,
  );
}

/**
 * @param {readonly Sheet[]} sheets
 * @param {readonly string[]} names
 */
function book(sheets, names) {
  const listed = names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const repeated = sheets.map(({ repeat: [from, to] }, i) =>
    from
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeXml(String(names[i]).replace(/'/g, "''"))}'!$${from}:$${to}</definedName>`
      : "",
  ).join("");
  const defined = repeated ? `<definedNames>${repeated}</definedNames>` : "";
  return xml("workbook", `${MAIN}" xmlns:r="${OFFICE}`, `<sheets>${listed.join("")}</sheets>${defined}`);
}

/** 数字格式 49 是“文本”：在 Excel 里改一下也不会变成公式、日期。 */
function styles() {
  const sides = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("");
  const fonts = [["", 11], ["<b/>", 11], ["<b/>", 16]].map(([bold, size]) => `<font>${bold}<sz val="${size}"/><name val="宋体"/></font>`).join("");
  return xml(
    "styleSheet",
    MAIN,
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      `<fonts count="3">${fonts}</fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
      `<border>${sides}<diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${STYLES.length}">${STYLES.map(style).join("")}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  );
}

/** @param {Kind} kind */
function style(kind) {
  const font = kind === "head" ? 1 : kind === "title" ? 2 : 0;
  const bare = kind === "plain" || kind === "title" || kind === "note";
  const across = kind === "head" || kind === "title" || kind === "date" ? ' horizontal="center"' : "";
  const format = FORMATS[kind];
  const opening = `<xf numFmtId="${format === undefined ? 49 : format}" fontId="${font}" fillId="0" borderId="${bare ? 0 : 1}" xfId="0" applyNumberFormat="1"`;
  if (kind === "plain") return `${opening}/>`;
  return `${opening} applyFont="1" applyBorder="1" applyAlignment="1"><alignment${across} vertical="center" wrapText="1"/></xf>`;
}

/** @param {Sheet} sheet */
function worksheet({ rows, widths, frozen, landscape }) {
  const columns = widths.map((each, i) => `<col min="${i + 1}" max="${i + 1}" width="${each * 2 + 2}" customWidth="1"/>`).join("");
  const pane = frozen ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : "";
  /** @type {string[]} */
  const merges = [];
  rows.forEach((row, r) =>
    row.forEach(({ span, down }, c) => {
      if (span > 1 || down > 1) merges.push(`<mergeCell ref="${column(c)}${r + 1}:${column(c + span - 1)}${r + down}"/>`);
    }),
  );
  const merged = merges.length ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : "";
  return xml(
    "worksheet",
    MAIN,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `${columns && `<cols>${columns}</cols>`}<sheetData>${rows.map((row, r) => rowXml(row, r + 1, widths)).join("")}</sheetData>${merged}${choicesXml(rows)}` +
      '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToHeight="0"/>` +
      "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>",
  );
}

/**
 * 下拉的各项；同一列连着几格一样的合成一段。写不进去的（有逗号、引号，太长）不要。
 *
 * @param {readonly (readonly Cell[])[]} rows
 */
function choicesXml(rows) {
  /** @type {string[]} */
  const found = [];
  for (let c = 0; c < Math.max(0, ...rows.map((row) => row.length)); c += 1) {
    const items = rows.map((row) => (row[c] ? /** @type {Cell} */ (row[c]).choices : []));
    const joined = items.map((each) => each.join("\n"));
    let start = 0;
    for (let stop = 1; stop <= rows.length; stop += 1) {
      if (stop < rows.length && joined[stop] === joined[start]) continue;
      const text = (items[start] || []).join(",");
      const plain = (items[start] || []).every((item) => !/[,"]/.test(item));
      if (text && plain && text.length <= MOST_CHOICES) {
        found.push(`<dataValidation type="list" allowBlank="1" sqref="${column(c)}${start + 1}:${column(c)}${stop}"><formula1>"${escapeXml(text)}"</formula1></dataValidation>`);
      }
      start = stop;
    }
  }
  return found.length ? `<dataValidations count="${found.length}">${found.join("")}</dataValidations>` : "";
}

/**
 * 行高按字数估好：并起来的格子不会自己长高，有的程序打开时也不重排。
 *
 * @param {readonly Cell[]} row
 * @param {number} r
 * @param {readonly number[]} widths
 */
function rowXml(row, r, widths) {
  const heights = row.map((each, c) => (each.down === 1 ? heightOf(each, widths.slice(c, c + each.span)) : ROW));
  const tall = widths.length ? ` ht="${Math.max(ROW, ...heights)}" customHeight="1"` : "";
  return `<row r="${r}"${tall}>${row.map((each, c) => cellXml(each, `${column(c)}${r}`)).join("")}</row>`;
}

/**
 * @param {Cell} cell
 * @param {readonly number[]} widths
 */
function heightOf({ kind, value }, widths) {
  const room = Math.max(widths.reduce((a, b) => a + b, 0) * 2, 1);
  const size = kind === "title" ? 2 : 1;
  const lines = value.split("\n").reduce((sum, line) => sum + Math.max(Math.ceil((width(line) * size) / room), 1), 0);
  return Math.min(Math.max(lines * LINE * size, ROW), TALLEST);
}

/**
 * @param {Cell} given
 * @param {string} at
 */
function cellXml({ kind, value }, at) {
  const number = STYLES.indexOf(kind);
  if (kind === "date") {
    const serial = serialOf(value);
    if (serial) return `<c r="${at}" s="${number}"><v>${serial}</v></c>`;
  } else if (FORMATS[kind] !== undefined && NUMBER.test(value)) return `<c r="${at}" s="${number}"><v>${value}</v></c>`;
  if (!value) return `<c r="${at}" s="${number}"/>`;
  const as = FORMATS[kind] === undefined ? number : STYLES.indexOf("text");
  return `<c r="${at}" s="${as}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, MAX_CELL))}</t></is></c>`;
}

/**
 * Excel 的日子；1900 年 3 月以前它自己数错，当文字。
 *
 * @param {string} date
 */
function serialOf(date) {
  const serial = isDate(date) ? toDay(date) + 25569 : 0;
  return serial > 60 ? serial : 0;
}

/**
 * 工作表名：不许有 []:*?/\，不许以单引号开头结尾，最多 31 个字，不许重名。
 *
 * @param {readonly string[]} wanted
 * @returns {string[]}
 */
export function sheetNames(wanted) {
  /** @type {string[]} */
  const names = [];
  for (const text of wanted) {
    const base = text.replace(/[[\]:*?/\\\x00-\x1f]/g, "").replace(/^[\s']+|[\s']+$/g, "").slice(0, 28).replace(/'$/, "") || "表";
    let name = base;
    for (let n = 2; names.some((other) => other.toLowerCase() === name.toLowerCase()); n += 1) name = `${base}${n}`;
    names.push(name);
  }
  return names;
}

/** @param {ReadonlyArray<readonly [type: string, target: string]>} links */
function relationships(links) {
  const rows = links.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`);
  return xml("Relationships", `${PACKAGE}/relationships`, rows.join(""));
}
