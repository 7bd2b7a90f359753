/**
 * Keeps the wall clock's page and what it is made of, so that it opens without a network. It answers for the one
 * address it was registered with, and a page that the network has is always the network's.
 */
const store = "clock-1";
const mostKept = 60;
const patience = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const urls = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(Promise.allSettled(urls.filter(isPart).map((url) => fetchAndKeep(new Request(url)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isPart(request.url)) return;
  event.respondWith(request.mode === "navigate" ? newest(request) : kept(request));
});

/** The page of a clock, or a file that never changes under its name. */
function isPart(url) {
  const { origin, pathname } = new URL(url);
  return origin === location.origin && /^\/(assets\/|lectures\/.+\/clock$|favicon\.svg$)/.test(pathname);
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
  return cache.match(request, { ignoreVary: true });
}

async function fetchAndKeep(request) {
  const answer = await fetch(request);
  if (!answer.ok || answer.redirected) return answer;
  const cache = await caches.open(store);
  await cache.put(request, answer.clone());
  const [...all] = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - mostKept)).map((old) => cache.delete(old)));
  return answer;
}
