/** 填了没存到设备上就要关掉页面，浏览器先问一声；在本站里换页不问，内容还在这个标签页里。 */

const INSIDE_MS = 1500;
let inside = 0;
let watching = false;

/** @param {import("../../lib/casebook.js").Casebook} book */
export function leaveGuard(book) {
  if (!watching) {
    watching = true;
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link instanceof HTMLAnchorElement && (link.protocol === "blob:" || link.host === location.host)) inside = Date.now();
    }, true);
  }
  const { place, blank, now } = book;
  const atRisk = !blank && !now.sample && (place === "memory" || place === "session");
  // 没有要丢的就不登记，免得页面进不了后退缓存。
  window.onbeforeunload = atRisk ? () => (place === "session" && Date.now() - inside < INSIDE_MS ? undefined : "填的内容关掉就没了") : null;
}
