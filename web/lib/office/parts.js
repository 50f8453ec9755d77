/// <reference path="./text.d.ts" />
/** .docx 里固定不变的部分：就是 `scripts/jianjia/office/parts/` 里的那几个文件，打包时当文字读进来。 */

import types from "../../../scripts/jianjia/office/parts/[Content_Types].xml";
import rels from "../../../scripts/jianjia/office/parts/_rels/.rels";
import app from "../../../scripts/jianjia/office/parts/docProps/app.xml";
import core from "../../../scripts/jianjia/office/parts/docProps/core.xml";
import documentRels from "../../../scripts/jianjia/office/parts/word/_rels/document.xml.rels";
import fonts from "../../../scripts/jianjia/office/parts/word/fontTable.xml";
import centre from "../../../scripts/jianjia/office/parts/word/footer-centre.xml";
import even from "../../../scripts/jianjia/office/parts/word/footer-even.xml";
import letter from "../../../scripts/jianjia/office/parts/word/footer-letter.xml";
import odd from "../../../scripts/jianjia/office/parts/word/footer-odd.xml";
import draft from "../../../scripts/jianjia/office/parts/word/header-draft.xml";
import sample from "../../../scripts/jianjia/office/parts/word/header-sample.xml";
import settings from "../../../scripts/jianjia/office/parts/word/settings.xml";
import styles from "../../../scripts/jianjia/office/parts/word/styles.xml";

/**
 * 包里的部分，按这个次序写；正文是空的，等着填。
 *
 * @type {ReadonlyArray<readonly [name: string, text: string]>}
 */
export const PARTS = [
  ["[Content_Types].xml", types],
  ["_rels/.rels", rels],
  ["word/document.xml", ""],
  ["word/_rels/document.xml.rels", documentRels],
  ["word/styles.xml", styles],
  ["word/settings.xml", settings],
  ["word/fontTable.xml", fonts],
  ["word/footer-odd.xml", odd],
  ["word/footer-even.xml", even],
  ["word/footer-centre.xml", centre],
  ["word/footer-letter.xml", letter],
  ["word/header-sample.xml", sample],
  ["word/header-draft.xml", draft],
  ["docProps/core.xml", core],
  ["docProps/app.xml", app],
];
