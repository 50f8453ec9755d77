/**
 * 取文书的数据。数据是普通脚本，一句 `jianjia.load("名称", {…})`：从 U 盘打开的网页不许 fetch，也不许用模块。
 *
 * 这里不碰页面：往页面里添 `<script>` 由调用的人来做。
 */

/**
 * @typedef {{ load: (name: string, data: unknown) => void, readonly arrived: Map<string, unknown>, readonly waiting: Map<string, Array<(data: unknown) => void>> }} Board
 */

/** 等多久还没来就算取不到。 */
export const PATIENCE_MS = 20000;

/**
 * @param {{ jianjia?: Board }} scope 一般是 window；几个组件共用同一份
 * @param {(address: string, failed: () => void) => void} insert 往页面里添一个 `<script src=address>`，出错时调用 failed
 * @param {(act: () => void, ms: number) => void} [wait]
 * @returns {(name: string, address: string) => Promise<any>} 名称如 `office/jh-qingshi`；取不到的抛出一句中文
 */
export function openLoader(scope, insert, wait = (act, ms) => void setTimeout(act, ms)) {
  const board = scope.jianjia || (scope.jianjia = newBoard());
  return (name, address) =>
    new Promise((resolve, reject) => {
      if (board.arrived.has(name)) {
        resolve(board.arrived.get(name));
        return;
      }
      const failed = () => reject(new Error("这份文书的数据没有取到，请检查网络，刷新再试；也可以下载空白件。"));
      const first = !board.waiting.has(name);
      board.waiting.set(name, [...(board.waiting.get(name) || []), resolve]);
      if (first) {
        insert(address, () => {
          board.waiting.delete(name);
          failed();
        });
      }
      wait(failed, PATIENCE_MS);
    });
}

/** @returns {Board} */
function newBoard() {
  /** @type {Board} */
  const board = {
    arrived: new Map(),
    waiting: new Map(),
    load(name, data) {
      board.arrived.set(name, data);
      for (const done of board.waiting.get(name) || []) done(data);
      board.waiting.delete(name);
    },
  };
  return board;
}
