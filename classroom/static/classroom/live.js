// Results that follow the class: nothing new moves nothing, and a look that fails only says so.

const isLive = ({ target }) => target instanceof Element && target.matches("[data-live]");
let scrolled = 0;

// Nobody is looking: the next round will do.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (isLive(event) && document.hidden) event.preventDefault();
}, true);

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!detail.requestConfig.elt.matches("[data-live]")) return;
  // 304 has no page in it, and whoever has been signed out gets another one.
  if (!detail.serverResponse.includes('id="live"')) detail.shouldSwap = false;
  scrolled = document.getElementById("grid-region")?.scrollLeft ?? 0;
});

document.addEventListener("htmx:afterSwap", () => {
  const grid = document.getElementById("grid-region");
  if (grid) grid.scrollLeft = scrolled;
});

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => {
    if (!isLive(event)) return;
    event.stopImmediatePropagation();
    document.querySelector("[data-lost]").hidden = false;
  }, true);
}

document.addEventListener("htmx:afterRequest", (event) => {
  if (isLive(event) && event.detail.xhr.status === 304) {
    document.querySelector("[data-lost]").hidden = true;
  }
});
