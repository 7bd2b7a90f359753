// @ts-check
/** Fetches its own page every quarter of a minute and swaps the part that is live; without script one reloads. */
const every = 15_000;

async function refresh() {
  if (document.visibilityState !== "visible") return;
  const shown = document.querySelector("[data-live]");
  // Whoever stands on one of its links with the keyboard is not thrown off it.
  if (!shown || shown.contains(document.activeElement)) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-live]");
    if (answer.ok && next) shown.replaceWith(document.adoptNode(next));
  } catch {
    // The next round tries again.
  }
}

setInterval(refresh, every);
window.addEventListener("online", refresh);
document.addEventListener("visibilitychange", refresh);
