/**
 * Keeps the page of a door and what it is made of, so that it opens without a network. It answers for the one address
 * it was registered with, and a page that the network has is always the network's. Names are on that page: it is
 * kept for a day and a half, and dropped as soon as the server no longer shows it.
 */
const store = "door-1";
const mostKept = 60;
const patience = 4000;
const keepsFor = 36 * 3_600_000;
const keptSince = "x-kept-since";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), dropOld()])));

self.addEventListener("message", (event) => {
  const urls = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(Promise.allSettled([dropOld(), ...urls.filter(isPart).map((url) => fetchAndKeep(url))]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isPart(request.url)) return;
  event.respondWith(request.mode === "navigate" ? newest(request) : kept(request));
});

const isPage = (url) => /^\/festivals\/[^/]+\/organise\/door\/[^/]+$/.test(new URL(url).pathname);

/** The page of a door, or a file that never changes under its name. */
function isPart(url) {
  const { origin, pathname } = new URL(url);
  return origin === location.origin && (isPage(url) || /^\/(assets\/|favicon\.svg$)/.test(pathname));
}

async function newest(request) {
  const fresh = fetchAndKeep(request);
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([fresh.catch(() => undefined), late]);
  return answer ?? (await find(request)) ?? fresh;
}

async function kept(request) {
  return (await find(request)) ?? fetchAndKeep(request);
}

async function find(request) {
  const cache = await caches.open(store);
  const found = await cache.match(request, { ignoreVary: true, ignoreSearch: isPage(request.url) });
  return found && isYoung(found) ? found : undefined;
}

async function fetchAndKeep(about) {
  const request = typeof about === "string" ? new Request(about) : about;
  const answer = await fetch(request);
  const cache = await caches.open(store);
  const isWhole = answer.ok && !answer.redirected && answer.type !== "opaqueredirect";
  if (!isWhole && isPage(request.url) && answer.status < 500)
    await cache.delete(request, { ignoreVary: true });
  // A page that was searched in shows a part of the list alone.
  if (!isWhole || (isPage(request.url) && new URL(request.url).search !== "")) return answer;
  const headers = new Headers(answer.headers);
  headers.set(keptSince, String(Date.now()));
  await cache.put(request.url, new Response(await answer.clone().blob(), { headers }));
  const [...all] = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - mostKept)).map((old) => cache.delete(old)));
  return answer;
}

const isYoung = (answer) => Date.now() - Number(answer.headers.get(keptSince)) < keepsFor;

async function dropOld() {
  const cache = await caches.open(store);
  for (const request of await cache.keys()) {
    const answer = await cache.match(request);
    if (answer && !isYoung(answer)) await cache.delete(request);
  }
}
