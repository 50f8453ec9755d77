/**
 * 表格文件：.csv（带 BOM，Excel 双击不乱码）和 .xlsx（几个工作表，全是文字）。
 *
 * xlsx 就是一个压缩包，这里只存不压；不写时间，同样的表每次写出来都一样。
 */

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
 * @param {readonly Sheet[]} sheets
 * @returns {Uint8Array}
 */
export function xlsx(sheets) {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const numbers = names.map((_, i) => i + 1);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zip([
    [
      "[Content_Types].xml",
      xml(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
          `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
          numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`).join("") +
          `</Types>`,
      ),
    ],
    ["_rels/.rels", relationships([[`${office}/officeDocument`, "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      xml(
        `<workbook xmlns="${MAIN}" xmlns:r="${office}"><sheets>` +
          names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("") +
          // 表头每页重印。
          `</sheets><definedNames>` +
          names.map((name, i) => `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeXml(name.replace(/'/g, "''"))}'!$1:$1</definedName>`).join("") +
          `</definedNames></workbook>`,
      ),
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([
        ...numbers.map((n) => /** @type {[string, string]} */ ([`${office}/worksheet`, `worksheets/sheet${n}.xml`])),
        [`${office}/styles`, "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", xml(STYLES)],
    ...sheets.map((sheet, i) => /** @type {[string, string]} */ ([`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)])),
  ]);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** 一个格子最多这么多字，再多 Excel 打不开。 */
const MAX_CELL = 32767;

/** 三种格子：0 空着的，1 正文，2 表头。数字格式 49 是“文本”，在 Excel 里改一下也不会变成公式、日期。 */
const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  `<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>` +
  ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("") +
  `<diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
  [0, 1]
    .map(
      (font) =>
        `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">` +
        `<alignment vertical="center" wrapText="1"/></xf>`,
    )
    .join("") +
  `</cellXfs></styleSheet>`;

/** @param {Sheet} sheet */
function worksheet({ rows, widths = [], landscape = false }) {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width * 2 + 2}" customWidth="1"/>`).join("");
  const body = rows.map((row, r) => {
    const cells = row.map((value, c) => {
      const at = `${column(c)}${r + 1}`;
      const style = r ? 1 : 2;
      if (!value) return `<c r="${at}" s="${style}"/>`;
      return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, MAX_CELL))}</t></is></c>`;
    });
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  return xml(
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
      `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `${columns && `<cols>${columns}</cols>`}<sheetData>${body.join("")}</sheetData>` +
      `<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>` +
      `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToHeight="0"/>` +
      `<headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`,
  );
}

/** @param {ReadonlyArray<readonly [type: string, target: string]>} links */
function relationships(links) {
  const rows = links.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`);
  return xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`);
}

/** @param {string} body */
function xml(body) {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
}

/**
 * 0 → A，26 → AA
 *
 * @param {number} index
 */
function column(index) {
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/**
 * 工作表名：不许有 []:*?/\，不许以单引号开头结尾，最多 31 个字，不许重名。
 *
 * @param {readonly string[]} wanted
 */
function sheetNames(wanted) {
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

/**
 * XML 里写不得的控制字符换成空格；落单的半个字换成“�”。
 *
 * @param {string} text
 */
function escapeXml(text) {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, " ")
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    // Excel 把“_x0041_”读成字母 A，原样的要先转写一次。
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

// —— 压缩包，只存不压 ——

/**
 * @param {ReadonlyArray<readonly [name: string, text: string]>} files
 * @returns {Uint8Array}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const [name, text] of files) {
    const label = encoder.encode(name);
    const data = encoder.encode(text);
    // 版本 2.0，名字是 UTF-8，不压，时间固定在 1980-01-01。
    const common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(data), 4], [data.length, 4], [data.length, 4], [label.length, 2], [0, 2]];
    const head = bytes([[0x04034b50, 4], ...common]);
    directory.push(bytes([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), label);
    parts.push(head, label, data);
    offset += head.length + label.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = bytes([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  return join([...parts, ...directory, end]);
}

/** @param {number[][]} fields 每项：值、占几个字节；低位在前 */
function bytes(fields) {
  const out = [];
  for (const [value = 0, size = 0] of fields) for (let i = 0; i < size; i += 1) out.push((value >>> (8 * i)) & 255);
  return Uint8Array.from(out);
}

/** @param {readonly Uint8Array[]} parts */
function join(parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** @param {Uint8Array} data */
function crc32(data) {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}
