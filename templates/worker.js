// Keeps one page for when there is no connection, and nothing else: no page of anybody’s,
// no question, no answer. While there is a connection it only hands requests on.
const SHELF = "besa-{{ version }}";
const OFFLINE = "{{ offline|escapejs }}";
const PARTS = [{% for part in parts %}"{{ part|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fill());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([clearOldShelves(), self.registration.navigationPreload?.enable()]));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") {
    event.respondWith(load(event).catch(() => kept(OFFLINE)));
  } else if (PARTS.includes(new URL(event.request.url).pathname)) {
    event.respondWith(fetch(event.request).catch(() => kept(event.request)));
  }
});

async function fill() {
  const shelf = await caches.open(SHELF);
  await shelf.addAll([new Request(OFFLINE, { cache: "reload", credentials: "omit" }), ...PARTS]);
}

async function clearOldShelves() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("besa-") && name !== SHELF);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function load({ preloadResponse, request }) {
  return (await preloadResponse) ?? fetch(request);
}

async function kept(request) {
  const shelf = await caches.open(SHELF);
  return (await shelf.match(request)) ?? Response.error();
}
