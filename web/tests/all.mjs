/** 全部测试在一个进程里跑：一个文件起一个进程，光启动就占一半时间。只跑一个文件：`node --test web/tests/名称.test.mjs`。 */
import { readdirSync } from "node:fs";

for (const name of readdirSync(new URL(".", import.meta.url)).sort()) {
  if (name.endsWith(".test.mjs")) await import(`./${name}`);
}
