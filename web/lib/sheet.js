/**
 * 表格文件：.csv（带 BOM，Excel 双击不乱码）和 .xlsx（一个工作表，全是文字）。
 *
 * xlsx 就是一个压缩包，这里只存不压；不写时间，同样的表每次写出来都一样。
 */

import { zip } from "./office/zip.js";

export { zip };

/**
 * @typedef {object} Sheet
 * @property {string} name
 * @property {readonly (readonly string[])[]} rows 第一行是表头
 * @property {readonly number[]} [widths] 列宽，按汉字数
 * @property {boolean} [landscape]
 */

/**
 * 以这些字符开头的格子，表格程序会当成公式去算，前面加一个单引号。
 */
const FORMULA = /^[=+\-@\t\r]/;

/** @param {readonly (readonly string[])[]} rows */
export function csv(rows) {
  /** @param {string} value */
  const cell = (value) => {
    const safe = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * @param {Sheet} sheet
 * @returns {Uint8Array}
 */
export function xlsx(sheet) {
  const name = escapeXml(sheetName(sheet.name));
  /** @param {number} id @param {string} type @param {string} target */
  const relation = (id, type, target) => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  /** @param {string} part @param {string} type */
  const override = (part, type) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const book =
    `<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>` +
    // 表头每页重印。
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name.replace(/'/g, "''")}'!$1:$1</definedName></definedNames>`;
  return zip([
    [
      "[Content_Types].xml",
      xml(
        "Types",
        `${PACKAGE}/content-types`,
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("workbook", "sheet.main")}${override("styles", "styles")}${override("sheet", "worksheet")}`,
      ),
    ],
    ["_rels/.rels", xml("Relationships", `${PACKAGE}/relationships`, relation(1, "officeDocument", "xl/workbook.xml"))],
    ["xl/workbook.xml", xml("workbook", `${MAIN}" xmlns:r="${OFFICE}`, book)],
    ["xl/_rels/workbook.xml.rels", xml("Relationships", `${PACKAGE}/relationships`, relation(1, "worksheet", "sheet.xml") + relation(2, "styles", "styles.xml"))],
    ["xl/styles.xml", xml("styleSheet", MAIN, STYLES)],
    ["xl/sheet.xml", xml("worksheet", MAIN, worksheet(sheet))],
  ]);
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** 一个格子最多这么多字，再多 Excel 打不开。 */
export const MAX_CELL = 32767;

/** @param {number} font */
const bordered = (font) =>
  `<xf numFmtId="49" fontId="${font}" borderId="1" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`;

/** 三种格子：0 空着的，1 正文，2 表头。数字格式 49 是“文本”，在 Excel 里改一下也不会变成公式、日期。 */
const STYLES =
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  `<borders count="2"><border/><border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("")}</border></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/>${bordered(0)}${bordered(1)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** @param {Sheet} sheet */
function worksheet({ rows, widths = [], landscape = false }) {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width * 2 + 2}" customWidth="1"/>`).join("");
  const body = rows.map((row, r) => {
    const cells = row.map((value, c) => {
      const inside = value && ` t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, MAX_CELL))}</t></is`;
      return `<c r="${column(c)}${r + 1}" s="${r ? 1 : 2}"${inside}></c>`;
    });
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  return (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${columns && `<cols>${columns}</cols>`}<sheetData>${body.join("")}</sheetData>` +
    `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToHeight="0"/>` +
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>"
  );
}

/**
 * @param {string} root
 * @param {string} namespace
 * @param {string} body
 */
export function xml(root, namespace, body) {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} xmlns="${namespace}">${body}</${root}>`;
}

/**
 * 0 → A，26 → AA
 *
 * @param {number} index
 */
export function column(index) {
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/**
 * 工作表名：不许有 []:*?/\，不许以单引号开头结尾，最多 31 个字。
 *
 * @param {string} text
 */
function sheetName(text) {
  return text.replace(/[[\]:*?/\\\x00-\x1f]/g, "").slice(0, 31).replace(/^[\s']+|[\s']+$/g, "") || "表";
}

/**
 * XML 里写不得的控制字符换成空格；落单的半个字换成“�”。
 *
 * @param {string} text
 */
export function escapeXml(text) {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, " ")
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    // Excel 把“_x0041_”读成字母 A，原样的要先转写一次。
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
