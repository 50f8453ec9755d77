/** 二维码：画成 SVG，深色模式下也是白底黑块，四周留白，手机才扫得出。 */

import { qrMatrix } from "../../lib/qr.js";
import { svg } from "./charts.js";

const QUIET = 4;

/**
 * @param {string} text
 * @param {string} label
 * @returns {SVGElement | null} 放不下为 null
 */
export function qrCode(text, label) {
  const grid = qrMatrix(text);
  if (!grid) return null;
  const side = grid.length + 2 * QUIET;
  const cells = grid.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  const node = svg("svg", {
    viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`, class: "jj-qr", role: "img", "aria-label": label, "shape-rendering": "crispEdges",
  });
  node.append(svg("path", { d: cells.join("") }));
  return node;
}
