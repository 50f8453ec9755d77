/** 把一个用到 Word 固定部分（.xml）的模块打成包再读进来；Node 自己读不了 .xml。 */

import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const lib = path.join(path.dirname(fileURLToPath(import.meta.url)), "../lib");

/** @param {string} name `web/lib/` 里的模块 */
export async function load(name) {
  const { outputFiles } = await build({
    entryPoints: [path.join(lib, name)], bundle: true, format: "esm", write: false, charset: "utf8", logLevel: "error",
    target: ["es2018", "chrome66", "safari12"], supported: { destructuring: true }, loader: { ".xml": "text", ".rels": "text" },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
