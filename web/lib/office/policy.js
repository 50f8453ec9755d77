/** 制度 → 版面块：章名居中，条号黑体，条文接在条号后面。和 `scripts/jianjia/office/policy.py` 一模一样。 */

import { run } from "./blocks.js";
import { Composer } from "./flow.js";
import { chinese } from "./formula/functions.js";
import { layoutOf } from "./layouts.js";

const MARKED = "（讲解版，右边一栏不印进正式文件）";

/**
 * @param {import("./payload.js").Document} document
 * @param {import("./fill.js").Filler} filler
 * @param {boolean} [notes] 讲解版：每条旁边写明能不能改、凭什么
 */
export function build(document, filler, notes = false) {
  const composer = new Composer({ layout: layoutOf("公文", false), minutes: false, upward: false, sealed: false, red: false }, filler);
  composer.title(document.inline);
  if (notes) composer.subtitle([run(MARKED)]);
  let number = 0;
  for (const chapter of document.chapters) {
    if (chapter.articles.length) number += 1;
    buildChapter(composer, chapter, number, notes);
  }
  return composer.flow();
}

/**
 * 有条文的才编章号；没有条文的是附件、附表。
 *
 * @param {Composer} composer
 * @param {import("./payload.js").Chapter} chapter
 * @param {number} number
 * @param {boolean} notes
 */
function buildChapter(composer, chapter, number, notes) {
  if (chapter.articles.length) composer.text("Chapter", [`第${chinese(number)}章　`, ...chapter.inline]);
  else if (chapter.mark) composer.title(chapter.inline, chapter.mark);
  else composer.text("Chapter", chapter.inline);
  for (const part of composer.filler.parts(chapter.parts)) composer.part(part);
  for (const article of chapter.articles) {
    const start = composer.blocks.length;
    buildArticle(composer, article);
    if (notes) annotate(composer, start, article.note || "");
  }
}

/**
 * 批注加在这一条的第一段上；段前的空行不算。
 *
 * @param {Composer} composer
 * @param {number} start
 * @param {string} note
 */
function annotate(composer, start, note) {
  const { blocks } = composer;
  const at = blocks.findIndex((block, i) => i >= start && block.kind === "paragraph" && block.runs.length > 0);
  const found = blocks[at];
  if (found && found.kind === "paragraph") blocks[at] = { ...found, note };
}

/**
 * @param {Composer} composer
 * @param {import("./payload.js").Article} article
 */
function buildArticle(composer, article) {
  const lead = [run(`第${chinese(article.number)}条`, "Hei"), run("　")];
  const parts = composer.filler.parts(article.parts);
  const first = parts[0];
  const joined = first !== undefined && first.part === "para";
  if (joined) composer.para(first.inline, first.level, first.bold, lead);
  else composer.para([], 0, false, lead);
  for (const part of joined ? parts.slice(1) : parts) composer.part(part);
}
