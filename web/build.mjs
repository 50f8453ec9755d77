/** 打包浏览器代码：`node web/build.mjs --out 目录`。每个组件一个 .js，全部样式一个 .css。 */

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const web = path.dirname(fileURLToPath(import.meta.url));

/** 旧的微信内核只认得这些语法；样式里的新写法也改写成它们认得的。 */
const target = ["es2018", "chrome66", "safari12"];
/** Safari 12 的解构有个罕见的毛病，esbuild 因此整个不肯打包；我们用不到那种写法。 */
const supported = { destructuring: true };

function entries() {
  const names = readdirSync(path.join(web, "components"), { withFileTypes: true });
  const components = names.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return [
    ...components.map((name) => ({ in: `components/${name}/index.js`, out: name })),
    { in: "css/main.css", out: "jianjia" },
  ];
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  if (!values.out) throw new Error("要写明输出目录：node web/build.mjs --out 目录");
  const outdir = path.resolve(values.out);
  // iife 而不是 module：从 U 盘打开（file://）时浏览器不许用模块。
  const { outputFiles } = await build({
    absWorkingDir: web, entryPoints: entries(), outdir, target, supported, bundle: true, format: "iife",
    minify: true, charset: "utf8", logLevel: "warning", write: false,
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path: file, contents } of outputFiles) {
    writeFileSync(file, contents);
    const gzip = gzipSync(contents, { level: 9 }).length;
    console.log(`${path.basename(file)}  ${contents.length} 字节，gzip ${gzip}`);
  }
}

main().catch((error) => {
  // 打包出错时 esbuild 已经把位置打印出来了。
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
});
