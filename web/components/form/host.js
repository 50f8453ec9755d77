/**
 * 一个填写项和它背后的值：控件只认这个，不知道值存在哪里。
 *
 * @typedef {import("../../lib/office/payload.js").Spec} Spec
 * @typedef {import("../../lib/office/payload.js").Column} Column
 * @typedef {{ readonly label: string, readonly rows: readonly Readonly<Record<string, any>>[] }} People 一份已经填了的名单
 *
 * @typedef {object} Host
 * @property {Spec} spec
 * @property {string} id 控件的 id，一页里不重复
 * @property {() => any} get 填的值；没填为 undefined
 * @property {() => any} all 连自动算的
 * @property {(value: any) => void} set
 * @property {() => boolean} readOnly
 * @property {() => readonly People[]} people 别处填过的名单，可以带进来
 *
 * @typedef {object} Control
 * @property {HTMLElement} node
 * @property {string} labelled label 的 for；空的是一组控件，用 aria-labelledby
 * @property {(ids: { readonly described: string, readonly labelled: string, readonly bad: boolean, readonly required: boolean }) => void} mark
 * @property {() => void} show 值变了
 * @property {() => void} focus
 * @property {() => string} [said] 控件下面的一句话：日子、大写
 *
 * @typedef {object} Field
 * @property {Spec} spec
 * @property {HTMLElement} node
 * @property {() => void} show
 * @property {() => void} focus
 */

export {};
