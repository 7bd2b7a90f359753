// @ts-check
/**
 * A screen nobody touches: fetches itself every half minute and swaps what it shows, counts down meanwhile, keeps the
 * last good page when the network is away and says since when, and asks the device to stay awake.
 */
const every = 30_000;
const patience = 10_000;
/** What the server's clock was ahead of this device's, in milliseconds. */
let ahead = 0;
/** When the page last came, by this device's clock. */
let fresh = Date.now();

const area = () => document.querySelector("[data-screen]");
const styles = (/** @type {Document} */ page) =>
  [...page.querySelectorAll('link[rel="stylesheet"], script[src]')]
    .map((one) => one.getAttribute("href") ?? one.getAttribute("src"))
    .join();

function readClock() {
  const said = Date.parse(area()?.getAttribute("data-now") ?? "");
  if (Number.isFinite(said)) ahead = said - Date.now();
}

/** In the words the server uses: app/lectures/screen/screen.ts. @param {number} starts @param {string} language */
function countdown(starts, language) {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  const minutes = Math.max(1, Math.ceil((starts - Date.now() - ahead) / 60_000));
  if (minutes <= 90) return words.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours <= 36 ? words.format(hours, "hour") : words.format(Math.round(hours / 24), "day");
}

function tick() {
  const line = document.querySelector("[data-countdown]");
  if (!(line instanceof HTMLElement)) return;
  const { starts = "", ends = "", before = "", now = "", over = "" } = line.dataset;
  const moment = Date.now() + ahead;
  const language = line.closest("[lang]")?.getAttribute("lang") ?? "en";
  const words =
    moment >= Date.parse(ends)
      ? over
      : moment >= Date.parse(starts)
        ? now
        : before.replace("{when}", countdown(Date.parse(starts), language));
  if (line.textContent !== words) line.textContent = words;
}

/** @param {boolean} isStale @param {boolean} [needsLogin] */
function sayStale(isStale, needsLogin = false) {
  const note = document.querySelector("[data-stale]");
  if (!(note instanceof HTMLElement)) return;
  note.hidden = !isStale;
  if (!isStale) return;
  const language = note.closest("[lang]")?.getAttribute("lang") ?? "en";
  const since = new Intl.DateTimeFormat(language, {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: note.dataset.zone,
  }).format(fresh + ahead);
  const words = (needsLogin ? note.dataset.login : note.dataset.words) ?? "";
  note.textContent = words.replace("{since}", since);
}

async function refresh() {
  try {
    const answer = await fetch(location.href, {
      cache: "no-store",
      headers: { accept: "text/html" },
      signal: AbortSignal.timeout(patience),
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-screen]");
    if (!answer.ok || !next) return sayStale(true, answer.redirected);
    fresh = Date.now();
    // Another version of the product: its own style and script come with the whole page.
    if (styles(page) !== styles(document)) return location.reload();
    area()?.replaceWith(document.adoptNode(next));
    sayStale(false);
    readClock();
    tick();
  } catch {
    sayStale(true);
  }
}

async function stayAwake() {
  if (document.visibilityState !== "visible") return;
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // A device that does not want to stays as it was set.
  }
}

readClock();
tick();
stayAwake();
setInterval(tick, 5_000);
setInterval(refresh, every);
window.addEventListener("online", refresh);
window.addEventListener("offline", () => sayStale(true));
document.addEventListener("visibilitychange", () => {
  stayAwake();
  if (document.visibilityState === "visible") refresh();
});
