import assert from "node:assert/strict";
import test from "node:test";
import { due } from "../lib/calendar.js";
import { coverPaper, indexPaper, missingPaper, paperText, signPaper, timetable, todoPaper } from "../lib/papers.js";
import { blank, setAnchor, setMark, setName } from "../lib/state.js";

const AT = "2026-11-20T08:30:00.000Z";
const deadline = (amount) => ({ anchor: "大会日", amount, unit: "日", within: false });
const items = [
  { id: "BR-FD-01", text: "数清职工", role: "组长", dueText: "大会日前 9 天", evidence: "统计表、签名表", due: deadline(-9) },
  { id: "BR-FD-02", text: "送请示", role: "组长、委员", dueText: "大会日前 20 天", evidence: "签收回执", due: deadline(-20) },
  { id: "BR-FD-03", text: "贴通知", role: "", dueText: "每季度一次", evidence: "照片", due: null },
  { id: "BR-FD-04", text: "报党组织", role: "", dueText: "领证日当天", evidence: "", due: { ...deadline(0), anchor: "领证日" } },
  { id: "BR-FD-05", text: "用不着的", role: "", dueText: "", evidence: "表", due: null },
].map((item) => ({ ...item, stageTitle: "" }));

const marks = {
  "BR-FD-01": { state: "done", date: "2026-12-01", evidence: "have" },
  "BR-FD-02": { state: "waiting", for: "上级", since: "2026-11-18", note: "打过电话" },
  "BR-FD-03": { state: "done", date: "2026-11-30" },
  "BR-FD-05": { state: "na", reason: "没有" },
};
let run = setName(setAnchor(blank("branch/founding", "1"), "大会日", "2027-01-10", AT), "甲分厂", AT);
for (const [id, mark] of Object.entries(marks)) run = setMark(run, id, mark, AT);
const source = {
  title: "筹建工会清单", items, run, today: "2026-12-25",
  due: new Map(due(items, run.anchors, new Map()).map(({ item, date }) => [item.id, { date, mark: item.id === "BR-FD-02" ? "待核" : "" }])),
};
const column = (paper, name) => paper.rows.map((row) => row[paper.head.indexOf(name)]);

test("每张表每行的格子都和表头一样多，列宽也是", () => {
  for (const make of [todoPaper, signPaper, timetable, missingPaper, indexPaper, coverPaper]) {
    const paper = make(source);
    assert.equal(paper.widths.length, paper.head.length, paper.title);
    for (const row of paper.rows) assert.equal(row.length, paper.head.length, paper.title);
  }
});

test("未办表只有没了结的，等谁、备注都在", () => {
  const paper = todoPaper(source);
  assert.deepEqual(column(paper, "编号"), ["BR-FD-02", "BR-FD-04"]);
  assert.deepEqual(column(paper, "情况"), ["已过期 4 天；等上级，从 11 月 18 日起，已等 37 天，该问一声了；打过电话", ""]);
  assert.deepEqual(column(paper, "应办日"), ["2026-12-21 周一 待核", ""]);
  assert.deepEqual(paper.notes, ["筹建工会清单（甲分厂）", "截至 2026 年 12 月 25 日，还有 2 项没办完。"]);
});

test("签收表没有不适用的，算不出日子的写时限原话", () => {
  const paper = signPaper(source);
  assert.deepEqual(column(paper, "编号"), ["BR-FD-01", "BR-FD-02", "BR-FD-03", "BR-FD-04"]);
  assert.deepEqual(column(paper, "应办日"), ["2027-01-01 周五", "2026-12-21 周一 待核", "每季度一次", ""]);
  assert.deepEqual(column(paper, "办结日"), ["2026-12-01", "", "2026-11-30", ""]);
});

test("日程表按日子排，过期和等待都写出来", () => {
  const paper = timetable(source);
  assert.deepEqual(column(paper, "应办日"), ["2026-12-21 周一 待核", "2027-01-01 周五"]);
  assert.deepEqual(column(paper, "情况"), ["已过期 4 天；等上级，从 11 月 18 日起，已等 37 天，该问一声了；打过电话", "已办，12 月 1 日"]);
  assert.equal(paper.notes[1], "大会日：2027 年 1 月 10 日（周日）");
});

test("收好的进卷内目录，一件一行；办了没收好的进缺件表", () => {
  assert.deepEqual(column(indexPaper(source), "题名"), ["统计表", "签名表"]);
  assert.deepEqual(column(indexPaper(source), "顺序号"), ["1", "2"]);
  assert.deepEqual(column(missingPaper(source), "缺的材料"), ["照片"]);
});

test("卷皮：件数、起止日期、没入卷的件数", () => {
  const rows = new Map(coverPaper(source).rows);
  assert.equal(rows.get("案卷题名"), "甲分厂筹建工会材料");
  assert.equal(rows.get("件数"), "2 件");
  assert.equal(rows.get("起止日期"), "2026 年 12 月 1 日");
  assert.match(rows.get("备考"), /还有 2 件没有入卷，其中事项已办、材料没收好的 1 件/);
});

test("复制成的话，空表也说得清", () => {
  assert.match(paperText(todoPaper(source)), /^未办事项表\n筹建工会清单（甲分厂）\n.*\nBR-FD-02　送请示　/s);
  const empty = { ...source, run: blank("branch/founding", "1"), due: new Map() };
  assert.match(paperText(timetable(empty)), /先填起算日/);
  assert.match(paperText(indexPaper(empty)), /还没有收好的材料/);
});
