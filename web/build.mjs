/**
 * 打包浏览器代码：`node web/build.mjs --out 目录`。每个组件一个 .js，全部样式一个 .css。
 * 组件里的 later.js 另打一个（名称-later.js），用到才取；没有 index.js 的文件夹是几个组件共用的。
 */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { share } from "./share.mjs";

const web = path.dirname(fileURLToPath(import.meta.url));

/** @type {import("esbuild").BuildOptions} */
const OPTIONS = {
  absWorkingDir: web, bundle: true, minify: true, charset: "utf8", logLevel: "warning", write: false,
  // iife 而不是 module：从 U 盘打开（file://）时浏览器不许用模块。
  format: "iife",
  // 旧的微信内核只认得这些语法；样式里的新写法也改写成它们认得的。
  target: ["es2018", "chrome66", "safari12"],
  // Safari 12 的解构、模板字符串各有个罕见的毛病，esbuild 因此不肯打包、改写得又长又慢；我们用不到那种写法。
  supported: { destructuring: true, "template-literal": true },
  // Word 文件里固定不变的部分（scripts/jianjia/office/parts/）当文字读进来，两边用同一份。
  loader: { ".xml": "text", ".rels": "text" },
};

/**
 * 要打的各个包。
 *
 * @returns {Promise<import("esbuild").BuildOptions[]>}
 */
async function bundles() {
  const folders = readdirSync(path.join(web, "components"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  /** @type {import("esbuild").BuildOptions[]} */
  const all = [{ entryPoints: [{ in: "css/main.css", out: "jianjia" }] }];
  for (const name of folders.map((entry) => entry.name).sort()) {
    const [first, later] = ["index.js", "later.js"].map((file) => `components/${name}/${file}`);
    if (!existsSync(path.join(web, first))) continue;
    if (!existsSync(path.join(web, later))) all.push({ entryPoints: [{ in: first, out: name }] });
    else {
      const { index, plugin } = await share(web, name, OPTIONS);
      all.push(
        { stdin: { contents: index, resolveDir: web, sourcefile: `${name}.js` }, entryNames: name },
        { entryPoints: [{ in: later, out: `${name}-later` }], plugins: [plugin] },
      );
    }
  }
  return all;
}

/**
 * 再压一遍：esbuild 只改名、去空白，terser 还会合并、代入，压缩以后再省百分之四。
 *
 * @param {string} code
 */
async function squeeze(code) {
  const { code: squeezed = code } = await minify(code, { ecma: 2018, compress: { passes: 2 } });
  return squeezed;
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  if (!values.out) throw new Error("要写明输出目录：node web/build.mjs --out 目录");
  const outdir = path.resolve(values.out);
  mkdirSync(outdir, { recursive: true });
  const built = await Promise.all((await bundles()).map((bundle) => build({ ...OPTIONS, ...bundle, outdir })));
  for (const { path: file, text } of built.flatMap(({ outputFiles = [] }) => outputFiles)) {
    const contents = file.endsWith(".js") ? await squeeze(text) : text;
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
