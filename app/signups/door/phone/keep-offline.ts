/** What this page is made of is kept in the browser, so that it opens without a network too. */
export async function keepOffline(worker: string, more: string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(worker, { scope: location.pathname });
    const { active } = await navigator.serviceWorker.ready;
    const page = location.origin + location.pathname;
    const parts = performance.getEntriesByType("resource").map(({ name }) => name);
    const assets = [...document.querySelectorAll<HTMLElement>("script[src], link[rel=stylesheet]")];
    const named = assets.map((one) => one.getAttribute("src") ?? one.getAttribute("href") ?? "");
    const all = [...parts, ...[...named, ...more].map((url) => new URL(url, location.href).href)];
    active?.postMessage({ keep: [page, ...new Set(all)] });
  } catch {
    // Without it the open page still runs.
  }
}
