// A slow connection, and none. Whatever takes longer than a second says that it is still being
// worked on: requests of htmx, forms that are sent, and links that are followed.

const PATIENCE = 1000;
const waiting = document.getElementById("waiting");
const sent = new Set();
let underWay = 0;
let timer;

function begin() {
  underWay += 1;
  if (underWay === 1) timer = setTimeout(say, PATIENCE);
}

function end() {
  underWay = Math.max(0, underWay - 1);
  if (underWay === 0) rest();
}

function say() {
  waiting.hidden = false;
  document.getElementById("announcer").textContent = waiting.textContent.trim();
}

function rest() {
  sent.clear();
  underWay = 0;
  clearTimeout(timer);
  if (waiting.hidden) return;
  waiting.hidden = true;
  const announcer = document.getElementById("announcer");
  if (announcer.textContent === waiting.textContent.trim()) announcer.textContent = "";
}

document.addEventListener("htmx:beforeSend", ({ detail }) => {
  begin();
  detail.xhr.addEventListener("loadend", end);
});

// What is sent and not yet answered is not sent again by pressing twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.target) return;
  if (sent.has(form)) return event.preventDefault();
  if (form.method === "post") sent.add(form);
  begin();
});

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[href]");
  if (link && !link.target && !link.hasAttribute("download") && isElsewhere(link)) begin();
});

function isElsewhere({ href, hash, protocol }) {
  const [here, there] = [location.href, href].map((address) => address.split("#")[0]);
  return protocol.startsWith("http") && (here !== there || !hash);
}

// A page that the browser kept comes back as it was left; Escape stops what was going on.
for (const moment of ["pageshow", "pagehide"]) addEventListener(moment, rest);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") rest();
});

// The page for when there is no connection tries again, and says when that is worth it.

document.querySelector("[data-again]")?.addEventListener("click", (event) => {
  event.preventDefault();
  begin();
  location.reload(); // unlike the link, this sends a form again, after asking
});

const news = document.querySelector("[data-back]");
if (news) {
  addEventListener("online", () => (news.textContent = news.dataset.back));
  addEventListener("offline", () => (news.textContent = ""));
}

// The worker keeps that page ready. It can wait until the page at hand is quite there.
if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    setTimeout(() => navigator.serviceWorker.register("/sw.js"), 3000);
  });
}
