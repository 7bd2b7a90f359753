// @ts-check
/**
 * What the programme can do better where script runs: it narrows as one types, keeps marks in this browser until
 * there is an account to keep them with, and moves the line of now. Sent as it stands here.
 */

const storageKey = "favourites";
const results = () => document.getElementById("programme-results");
const inAccount = () => document.querySelector("[data-marks=account]") !== null;

/** @template {Element} E @param {string} selector @param {(element: E) => void} act @param {ParentNode} [within] */
function each(selector, act, within = document) {
  for (const element of within.querySelectorAll(selector)) act(/** @type {E} */ (element));
}

/** @returns {Set<number>} */
function readMarks() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter(Number.isInteger) : []);
  } catch {
    return new Set();
  }
}

/** @param {Set<number>} marks @returns {boolean} whether the browser keeps them */
function writeMarks(marks) {
  try {
    if (marks.size === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify([...marks]));
    return true;
  } catch {
    return false;
  }
}

/** Marks of a visit without script wait in a cookie; from now on they are kept here. */
function adoptCookie() {
  const found = /(?:^|; )favourites=([\d.]+)/.exec(document.cookie)?.[1];
  if (!found) return;
  const marks = readMarks();
  for (const number of found.split(".")) marks.add(Number(number));
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore API is not everywhere yet
  if (writeMarks(marks)) document.cookie = "favourites=; Path=/; Max-Age=0; SameSite=Lax";
}

/** @param {Record<string, string>} fields */
async function post(fields) {
  const answer = await fetch("/favourites", {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  return answer.ok || answer.type === "opaqueredirect";
}

const numberOf = (/** @type {HTMLButtonElement} */ button) => Math.abs(Number(button.value));
const isMarked = (/** @type {HTMLButtonElement} */ button) => button.ariaPressed === "true";

/** @param {number} number @param {boolean} marked */
function show(number, marked) {
  each(
    `.favourite[value="${number}"], .favourite[value="-${number}"]`,
    (/** @type {HTMLButtonElement} */ button) => {
      button.ariaPressed = String(marked);
      button.value = `${marked ? "-" : ""}${number}`;
    },
  );
}

/** Shows the marks of this browser, or brings them into the account that is there now. */
async function showMarks() {
  const marks = readMarks();
  if (inAccount()) {
    if (marks.size > 0 && (await post({ keep: [...marks].join(".") }))) writeMarks(new Set());
    else if (marks.size === 0) return;
  }
  for (const number of marks) show(number, true);
  showOnlyMarked();
}

/** A star was pressed. @param {SubmitEvent} event */
async function onMark(event) {
  const form = event.target;
  const button = event.submitter;
  if (!(form instanceof HTMLFormElement) || form.id !== "favourites") return;
  if (!(button instanceof HTMLButtonElement)) return;
  const [number, marked] = [numberOf(button), !isMarked(button)];
  const marks = readMarks();
  if (marked) marks.add(number);
  else marks.delete(number);
  if (!inAccount()) {
    if (!writeMarks(marks)) return; // The form then keeps it in a cookie.
    event.preventDefault();
    show(number, marked);
    showOnlyMarked();
    return;
  }
  event.preventDefault();
  show(number, marked);
  if (!(await post({ session: `${marked ? "" : "-"}${number}` }).catch(() => false))) show(number, !marked);
}

/** The server does not know the marks of this browser: where only they are asked for, the others are left out here. */
function showOnlyMarked() {
  const place = results();
  if (place?.dataset.onlyMarks === undefined) return;
  const marks = readMarks();
  let shown = 0;
  each(
    ".programme li",
    (/** @type {HTMLElement} */ one) => {
      const button = one.querySelector(".favourite");
      one.hidden = !(button instanceof HTMLButtonElement && marks.has(numberOf(button)));
      if (!one.hidden) shown += 1;
    },
    place,
  );
  each(
    ".slot, .day",
    (/** @type {HTMLElement} */ group) => {
      group.hidden = group.querySelector("li:not([hidden])") === null;
    },
    place,
  );
  each("[data-no-marks]", (/** @type {HTMLElement} */ sentence) => {
    sentence.hidden = shown > 0;
  });
  const found = document.getElementById("programme-found");
  if (found) found.textContent = (place.dataset.found ?? "").replace("0", String(shown));
}

/** @type {AbortController | undefined} */
let asking;

/** Fetches the programme of an address and puts it in place of the one that is shown. @param {string} address */
async function replace(address) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["programme-results", "programme-found"]) {
      const [now, then] = [document.getElementById(id), page.getElementById(id)];
      if (!now || !then) throw new Error("no programme");
      now.replaceWith(then);
    }
    for (const input of document.querySelectorAll("#favourites [name=to]"))
      input.setAttribute("value", address);
    await showMarks();
    moveLine();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) location.assign(address);
  }
}

const filters = () => document.querySelector("#programme form[data-autosubmit]");

/** @param {HTMLFormElement} form */
function narrow(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== "") query.append(name, String(value));
  const address = location.pathname + (query.size > 0 ? `?${query}` : "");
  history.replaceState(null, "", address);
  return replace(address);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;

/** The line of now, and at each beginning and end the programme as it is then. */
function moveLine() {
  const now = Date.now();
  each(".times[data-bounds]", (/** @type {HTMLElement} */ day) => {
    const bounds = (day.dataset.bounds ?? "").split(" ").map(Number);
    const row = bounds.findIndex((bound, index) => bound <= now && now < (bounds[index + 1] ?? bound));
    let line = /** @type {HTMLElement | null} */ (day.querySelector(".now-line"));
    if (row === -1) return line?.remove();
    if (!line) {
      line = document.createElement("div");
      line.className = "now-line";
      line.ariaHidden = "true";
      day.append(line);
    }
    const [from = 0, to = 1] = bounds.slice(row);
    line.style.gridArea = `${row + 2}/1/${row + 3}/-1`;
    line.style.setProperty("--share", `${(((now - from) / (to - from)) * 100).toFixed(1)}%`);
  });
}

const passed = () => {
  let count = 0;
  each(".times[data-bounds]", (/** @type {HTMLElement} */ day) => {
    count += (day.dataset.bounds ?? "").split(" ").filter((bound) => Number(bound) <= Date.now()).length;
  });
  return count;
};
let seen = passed();
function tick() {
  if (document.hidden) return;
  const address = location.pathname + location.search;
  if (passed() !== seen && results()) replace(address).then(() => (seen = passed()));
  else moveLine();
}

/** @param {HTMLElement} button */
async function share(button) {
  const { shareTitle = document.title, shareUrl = location.href, shared = "" } = button.dataset;
  try {
    if (navigator.share) return await navigator.share({ title: shareTitle, url: shareUrl });
    await navigator.clipboard.writeText(shareUrl);
    const words = button.querySelector("[aria-live]");
    if (words) words.textContent = shared;
  } catch {
    // Closed without sharing, or not allowed: the address bar still has it.
  }
}

adoptCookie();
showMarks();
moveLine();
setInterval(tick, 20_000);
document.addEventListener("visibilitychange", tick);
each("[data-print], [data-share-url]", (/** @type {HTMLElement} */ button) => {
  button.hidden = false;
});
document.addEventListener("submit", (event) => {
  if (event.target !== filters()) return onMark(event);
  event.preventDefault();
  sessionStorage.removeItem("filter");
  narrow(/** @type {HTMLFormElement} */ (event.target));
});
document.addEventListener("input", (event) => {
  const form = filters();
  if (!(form instanceof HTMLFormElement) || !(event.target instanceof HTMLInputElement)) return;
  if (event.target.type !== "search" || event.target.form !== form) return;
  clearTimeout(typing);
  typing = setTimeout(() => narrow(form), 120);
});
document.addEventListener("click", (event) => {
  const button =
    event.target instanceof Element ? event.target.closest("[data-print], [data-share-url]") : null;
  if (!(button instanceof HTMLElement)) return;
  if (button.dataset.print === undefined) share(button);
  else print();
});
