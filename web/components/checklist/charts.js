/**
 * 两张图：雷达图、条形图。数字都在旁边的表里，图只是让人一眼看出高低。
 *
 * 形状都写在属性里（严格的 CSP 不许行内样式），颜色由样式表给；这次和上次除了颜色，线型、粗细也不同。
 */

import { percent } from "../../lib/assess.js";

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {{ readonly title: string, readonly now: number | null, readonly was: number | null }} Bar 得分率，百分数 */

/** 两张图都这么宽：手机上照原样大小画，字才看得清。 */
const WIDTH = 300;

/**
 * @param {readonly Bar[]} bars
 * @param {(values: ReadonlyArray<number | null>, radius: number) => { x: number, y: number }[]} place
 */
export function radarChart(bars, place) {
  const radius = 80;
  const full = bars.map(() => 100);
  /** @param {ReadonlyArray<number | null>} values */
  const ring = (values) => place(values, radius).map(({ x, y }) => `${x},${y}`).join(" ");
  const labels = place(full, radius + 10).map(({ x, y }, i) => {
    const side = Math.abs(x) < 15 ? "middle" : x > 0 ? "start" : "end";
    const [first = "", second = ""] = wrap((bars[i] || { title: "" }).title, 5);
    // 上面的字往上长，下面的往下长，两边的居中。
    const top = y < -radius ? y - (second ? 14 : 0) : y > radius ? y + 10 : y + (second ? -3 : 4);
    return text(first, x, top, side, second);
  });
  const low = Math.max(...place(full, radius).map(({ y }) => y));
  return chart(
    "jj-radar", `${-WIDTH / 2} -${radius + 40} ${WIDTH} ${Math.ceil(radius + 40 + low + 34)}`, `雷达图。${inWords(bars)}`,
    ...[25, 50, 75, 100].map((level) => svg("polygon", { class: "jj-grid", points: ring(full.map(() => level)) })),
    ...place(full, radius).map(({ x, y }) => svg("line", { class: "jj-grid", x1: "0", y1: "0", x2: String(x), y2: String(y) })),
    ...(bars.some((bar) => bar.was !== null) ? [svg("polygon", { class: "jj-was", points: ring(bars.map((bar) => bar.was)) })] : []),
    svg("polygon", { class: "jj-now", points: ring(bars.map((bar) => bar.now)) }),
    ...labels,
  );
}

/**
 * 名称和得分率写在条的上面，再长也排得下。
 *
 * @param {readonly Bar[]} bars
 */
export function barChart(bars) {
  const rows = bars.flatMap((bar, i) => {
    const y = i * 42;
    /** @param {string} name @param {number} top @param {number} height @param {number | null} value */
    const strip = (name, top, height, value) => svg("rect", { class: name, y: String(y + top), width: size(value), height: String(height) });
    const out = [
      text(bar.title, 0, y + 12, "start"), text(bar.now === null ? "没评" : percent(bar.now), WIDTH, y + 12, "end"),
      strip("jj-grid", 18, 12, 100), strip("jj-now", 18, 12, bar.now),
    ];
    if (bar.was !== null) out.push(strip("jj-was", 32, 5, bar.was));
    return out;
  });
  return chart("jj-bars", `0 0 ${WIDTH} ${bars.length * 42}`, `条形图。${inWords(bars)}`, ...rows);
}

/** @param {readonly Bar[]} bars */
function inWords(bars) {
  return `各部分得分率：${bars.map((bar) => `${bar.title} ${bar.now === null ? "没评" : percent(bar.now)}`).join("，")}。数字见下面的表。`;
}

/** @param {number | null} value */
function size(value) {
  return String(Math.round(((value || 0) / 100) * WIDTH * 10) / 10);
}

/**
 * @param {string} name
 * @param {string} viewBox
 * @param {string} label
 * @param {...Element} children
 */
function chart(name, viewBox, label, ...children) {
  const drawn = svg("svg", { class: `jj-chart ${name}`, viewBox, role: "img", "aria-label": label, focusable: "false" });
  drawn.append(...children);
  return drawn;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
export function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/**
 * 一行或两行字。
 *
 * @param {string} first
 * @param {number} x
 * @param {number} y
 * @param {string} side
 * @param {string} [second]
 */
function text(first, x, y, side, second = "") {
  const made = svg("text", { x: String(x), y: String(y), "text-anchor": side });
  if (!second) made.textContent = first;
  else {
    const lines = [first, second].map((line, i) => {
      const span = svg("tspan", { x: String(x), dy: i ? "13" : "0" });
      span.textContent = line;
      return span;
    });
    made.append(...lines);
  }
  return made;
}

/**
 * 拆成两行，每行 *width* 个字，再长的省略。
 *
 * @param {string} words
 * @param {number} width
 */
function wrap(words, width) {
  const second = words.slice(width);
  return [words.slice(0, width), second.length > width ? `${second.slice(0, width - 1)}…` : second];
}
