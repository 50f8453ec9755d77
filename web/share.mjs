/**
 * 一个组件分两次取：index.js 随页面来，later.js 用到才来。两边都要的模块只放在前一个里，
 * 后一个从 `window.jianjiaShared` 拿；哪些要给，看后一个实际 import 了什么，不用人登记。
 */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const BOARD = "window.jianjiaShared";
const NAME = "shared";
const IMPORT = /^import \{([^}]*)\} from "(\.[^"]+)";$/gm;

/**
 * @param {string} web 源码的文件夹
 * @param {string} name 组件
 * @param {import("esbuild").BuildOptions} options 打包的写法
 * @returns {Promise<{ index: string, plugin: import("esbuild").Plugin }>} `index` 是前一个包的入口，`plugin` 给后一个包用
 */
export async function share(web, name, options) {
  const folder = `components/${name}`;
  const first = await modules(`${folder}/index.js`, options);
  const second = await modules(`${folder}/later.js`, options);
  /** 后一个包要的：模块 → 名称。
   *
   * @type {Map<string, Set<string>>}
   */
  const wanted = new Map();
  for (const file of [...second].filter((each) => !first.has(each) && each.endsWith(".js"))) {
    for (const [, names = "", from = ""] of readFileSync(path.join(web, file), "utf8").matchAll(IMPORT)) {
      const target = path.posix.join(path.posix.dirname(file), from);
      if (!first.has(target)) continue;
      const known = wanted.get(target) || new Set();
      for (const each of names.split(",")) known.add(/** @type {string} */ (each.trim().split(" as ")[0]));
      known.delete("");
      wanted.set(target, known);
    }
  }
  const all = [...wanted].flatMap(([file, names]) => [...names].map((each) => /** @type {const} */ ([file, each])));
  const stamp = digest(web, [...first, ...second]);
  const index = [
    `import "./${folder}/index.js";`,
    ...all.map(([file, each], i) => `import { ${each} as s${i} } from "./${file}";`),
    // 脚本又来一遍（主题不刷新就换页）时，还用第一遍的。
    `${BOARD} = { ${name}: ["${stamp}", ${all.map((_, i) => `s${i}`)}], ...${BOARD} };`,
  ].join("\n");
  return { index, plugin: taking(web, name, all, stamp) };
}

/**
 * 后一个包里，要来的模块都换成“从前一个包手里拿”。
 *
 * @param {string} web
 * @param {string} name
 * @param {ReadonlyArray<readonly [string, string]>} all 模块、名称，次序和前一个包给的一样
 * @param {string} stamp
 * @returns {import("esbuild").Plugin}
 */
function taking(web, name, all, stamp) {
  // 网站更新的当口，前一个是缓存里旧的、后一个是新的：次序对不上，宁可不用，请人刷新。
  const board = [
    `export const [stamp, ${all.map((_, i) => `s${i}`)}] = ${BOARD}.${name};`,
    `if (stamp !== "${stamp}") throw new Error("${name} 的两个脚本不是同一版");`,
  ].join("\n");
  /** @param {string} file */
  const module = (file) => all.map(([from, each], i) => (from === file ? `export { s${i} as ${each} } from "${NAME}";` : "")).join("\n");
  return {
    name: "share",
    setup(bundle) {
      bundle.onResolve({ filter: /^\./ }, ({ path: from, resolveDir }) => {
        const file = path.relative(web, path.resolve(resolveDir, from)).split(path.sep).join("/");
        return all.some(([each]) => each === file) ? { path: file, namespace: NAME } : undefined;
      });
      bundle.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: NAME, namespace: NAME }));
      bundle.onLoad({ filter: /.*/, namespace: NAME }, ({ path: file }) => ({ contents: file === NAME ? board : module(file) }));
    },
  };
}

/**
 * 两个包全部源码的短校验值。
 *
 * @param {string} web
 * @param {readonly string[]} files
 */
function digest(web, files) {
  const hash = createHash("sha256");
  for (const file of [...new Set(files)].sort()) hash.update(`${file}\n`).update(readFileSync(path.join(web, file)));
  return hash.digest("hex").slice(0, 8);
}

/**
 * 一个入口真的用到的源码文件。
 *
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} options
 */
async function modules(entry, options) {
  const { metafile } = await build({ ...options, entryPoints: [entry], metafile: true, write: false, outdir: "out" });
  const found = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return new Set(found.filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && existsSync(path.join(String(options.absWorkingDir), file))).map(([file]) => file));
}
