// @ts-check
/**
 * Keeps a form while it is written: in this tab at once, and at `data-autosave` a moment later. It needs no build.
 * The form says in `data-words` what to tell; its field `version` is the version it was read at, which the server
 * compares, so that two tabs never overwrite each other unseen. Without `data-autosave` it keeps in the tab alone.
 */

/**
 * @typedef {{ saved: string, saving: string, offline: string, restored: string, kept: string, elsewhere: string,
 *   signedOut: string }} Words
 * @typedef {[string, string][]} Typed
 */

const quiet = 1200;
const retries = [3000, 8000, 20000, 60000];

/**
 * What is kept and compared: every field but the version, the buttons and those of a deed, whose names begin with
 * `add.`.
 * @param {HTMLFormElement} form @returns {Typed} */
function typedIn(form) {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && name !== "version" && name !== "intent" && !name.startsWith("add.")
      ? [[name, value]]
      : [],
  );
}

/** Line ends and spaces around a text make no other text. @param {Typed} typed */
const comparable = (typed) =>
  JSON.stringify(
    typed
      .map(([name, value]) => [name, value.replace(/\r\n?/g, "\n").trim()])
      .filter(([, value]) => value !== ""),
  );

/** Puts every field back as it was. @param {HTMLFormElement} form @param {Typed} typed */
function fill(form, typed) {
  const left = new Map();
  for (const [name, value] of typed) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
      field.checked = (left.get(field.name) ?? []).includes(field.value);
    else if (field instanceof HTMLInputElement && (field.type === "hidden" || field.type === "submit"))
      continue;
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      field.value = left.get(field.name)?.shift() ?? field.value;
  }
}

/** @param {HTMLFormElement} form */
function keep(form) {
  const { autosave: url, words: told = "{}" } = form.dataset;
  /** @type {Words} */
  const words = JSON.parse(told);
  const version = form.elements.namedItem("version");
  const status = form.querySelector("[data-autosave-status]");
  if (!(version instanceof HTMLInputElement) || !status) return;
  const key = `typed ${location.pathname}`;
  let saved = comparable(typedIn(form));
  let timer = 0;
  let failures = 0;
  let stopped = !url;
  /** @type {Promise<void> | null} */
  let sending = null;

  /** @param {string} text */
  const say = (text) => {
    // Said again only when it is another sentence, so that a screen reader is not interrupted at every pause.
    if (status.textContent !== text) status.textContent = text;
  };
  const remember = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ version: version.value, typed: typedIn(form) }));
    } catch {
      // A tab without storage still saves at the server.
    }
  };
  const forget = () => sessionStorage.removeItem(key);

  const flush = () => {
    clearTimeout(timer);
    sending ??= send().finally(() => {
      sending = null;
    });
  };
  /** @param {number} wait */
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
  };

  async function send() {
    const typed = typedIn(form);
    if (stopped || comparable(typed) === saved) return;
    say(words.saving);
    /** @type {Response} */
    let response;
    try {
      response = await fetch(url ?? "", {
        method: "POST",
        body: new URLSearchParams([...typed, ["version", version.value]]),
        redirect: "manual",
        keepalive: document.visibilityState === "hidden",
        signal: AbortSignal.timeout(20000),
      });
    } catch {
      return retry();
    }
    if (response.type === "opaqueredirect") return stop(words.signedOut);
    if (response.status >= 500) return retry();
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return done(answer, typed);
    if (answer.changed) return changed();
    // What is wrong with a field can be mended; the rest cannot.
    if (response.status === 422) return say(answer.message ?? words.kept);
    stop(answer.message ?? words.kept);
  }

  /** @param {{ version: number }} answer @param {Typed} typed */
  function done(answer, typed) {
    failures = 0;
    version.value = String(answer.version);
    saved = comparable(typed);
    const time = new Date().toLocaleTimeString(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    if (comparable(typedIn(form)) === saved) {
      forget();
      say(words.saved.replace("{{time}}", time));
    } else {
      remember();
      later(quiet);
    }
  }

  function retry() {
    say(words.offline);
    later(retries[Math.min(failures, retries.length - 1)]);
    failures += 1;
  }

  /** @param {string} text */
  function stop(text) {
    stopped = true;
    say(text);
  }

  function changed() {
    stop(words.elsewhere);
    for (const way of form.querySelectorAll("[data-autosave-elsewhere]")) way.removeAttribute("hidden");
  }

  /** What this tab kept the last time comes back, unless the server has it or something newer. */
  function restore() {
    const before = sessionStorage.getItem(key);
    if (!before) return;
    /** @type {{ version: string, typed: Typed }} */
    const kept = JSON.parse(before);
    if (comparable(kept.typed) === saved) return forget();
    if (kept.version === version.value) return putBack(kept.typed);
    // Something newer is there: only its writer can say which of the two it should be.
    for (const way of form.querySelectorAll("[data-autosave-kept]")) {
      way.removeAttribute("hidden");
      way.addEventListener("click", () => {
        putBack(kept.typed);
        way.setAttribute("hidden", "");
      });
    }
  }

  /** @param {Typed} typed */
  function putBack(typed) {
    fill(form, typed);
    say(words.restored);
    if (!stopped) later(quiet);
  }

  const onTyped = () => {
    remember();
    if (stopped && !url) say(words.kept);
    else if (!stopped) later(quiet);
  };
  form.addEventListener("input", onTyped);
  form.addEventListener("change", onTyped);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    // Saved by itself and sent by hand at once would look like two writers.
    if (!sending) return;
    event.preventDefault();
    const { submitter } = event;
    sending.then(() => {
      clearTimeout(timer);
      form.requestSubmit(submitter);
    });
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flush();
  });
  window.addEventListener("online", flush);
  restore();
}

/** How much of a text's length is left. @param {HTMLElement} told */
function count(told) {
  const field = document.getElementById(told.dataset.restOf ?? "");
  const most = Number(told.dataset.most);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const atFirst = told.textContent;
  const show = () => {
    const left = most - field.value.trim().length;
    const near = left < most / 5;
    const words = left < 0 ? told.dataset.over : told.dataset.rest;
    const number = Math.abs(left).toLocaleString(document.documentElement.lang);
    told.textContent = near ? (words ?? "").replace("{{left}}", number) : atFirst;
    told.toggleAttribute("data-near", near);
  };
  field.addEventListener("input", show);
  show();
}

for (const told of document.querySelectorAll("[data-rest-of]")) if (told instanceof HTMLElement) count(told);
for (const form of document.querySelectorAll("form[data-words]"))
  if (form instanceof HTMLFormElement) keep(form);
