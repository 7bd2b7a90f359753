// @ts-check
/**
 * The ten-minute wall clock. The upper half decides from instants alone what it shows, so it is right again after any
 * sleep; the lower half shows it. Sent as it stands here: it asks the server for nothing once it is loaded.
 */

/** @typedef {"ready" | "early" | "waiting" | "start" | "talk" | "five" | "two" | "stop"} Stage */
/** @typedef {{ minutes: number, startsAt: number | null }} Talk `startsAt` in ms, as planned */
/** @typedef {{ openedAt: number, startedAt: number | null }} Kept in ms; started by hand, or null */
/** @typedef {{ stage: Stage, left: number, share: number, loud: boolean }} Shown `left` in ms, negative when over */

const minute = 60_000;
const hour = 60 * minute;
/** So long a signal fills the screen with its word. */
const loudFor = 10_000;

/** Milliseconds left at the signals: five and two minutes, and in proportion where the talk is shorter than ten. */
export function signalsOf(/** @type {number} */ minutes) {
  const scale = Math.min(1, minutes / 10);
  return { five: 5 * scale * minute, two: 2 * scale * minute };
}

/** When the talk began or will begin by itself; null while it waits for the button. @param {Talk} talk @param {Kept} kept */
function beginning({ startsAt }, { openedAt, startedAt }) {
  if (startedAt !== null) return startedAt;
  return startsAt !== null && openedAt < startsAt ? startsAt : null;
}

/** What the clock shows. @param {Talk} talk @param {Kept} kept @param {number} now @returns {Shown} */
export function clockAt(talk, kept, now) {
  const length = talk.minutes * minute;
  const begin = beginning(talk, kept);
  if (begin === null) return { stage: "ready", left: length, share: 1, loud: false };
  if (now < begin) {
    const isEarly = begin - now > hour;
    return {
      stage: isEarly ? "early" : "waiting",
      left: isEarly ? length : begin - now,
      share: 1,
      loud: false,
    };
  }
  const left = length - (now - begin);
  const stage = stageOf(talk.minutes, left);
  const since = { start: length, five: signalsOf(talk.minutes).five, two: signalsOf(talk.minutes).two };
  const loud = stage === "stop" || (stage !== "talk" && since[stage] - left < loudFor);
  return { stage, left, share: Math.max(0, left / length), loud };
}

/** @param {number} minutes @param {number} left @returns {"start" | "talk" | "five" | "two" | "stop"} */
function stageOf(minutes, left) {
  const { five, two } = signalsOf(minutes);
  if (left <= 0) return "stop";
  if (left <= two) return "two";
  if (left <= five) return "five";
  return minutes * minute - left < loudFor ? "start" : "talk";
}

/** The signal to give when the one was shown and the other is due; null for none. @param {Stage | null} before @param {Stage} after */
export function signalBetween(before, after) {
  const signals = /** @type {const} */ (["start", "five", "two", "stop"]);
  if (before === null || before === after) return null;
  return signals.find((signal) => signal === after) ?? null;
}

/** `9:59`, `+0:12` when it is over. @param {number} left */
export function digitsOf(left) {
  const seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  const digits = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return left <= -1000 ? `+${digits}` : digits;
}

/** What was kept in the browser, as long as it is of this talk. @param {unknown} kept @param {Talk} talk @param {number} now @returns {Kept} */
export function resume(kept, { startsAt }, now) {
  const fresh = { openedAt: now, startedAt: null };
  if (typeof kept !== "object" || kept === null) return fresh;
  const { openedAt, startedAt = null } = /** @type {Partial<Kept>} */ (kept);
  if (!Number.isFinite(openedAt) || !(startedAt === null || Number.isFinite(startedAt))) return fresh;
  const begin = startedAt ?? startsAt;
  const isPast = begin === null || Math.abs(now - begin) > 3 * hour;
  return isPast && startedAt !== null ? fresh : { openedAt: Number(openedAt), startedAt };
}

/** Whether the screen stays on: from an hour before until ten minutes after. @param {Shown} shown */
export function isAwake({ stage, left }) {
  return stage !== "early" && left > -10 * minute;
}

/** Milliseconds until other digits are due. @param {number} left */
export function nextTick(left) {
  const past = left > 0 ? left % 1000 : 1000 + (left % 1000);
  return past <= 0 ? 1000 : past;
}

/** @type {Record<"start" | "five" | "two" | "stop", number[]>} */
const rhythms = {
  start: [300],
  five: [200, 150, 200],
  two: [200, 150, 200, 150, 200],
  stop: [800, 200, 800],
};

/** @param {HTMLElement} root */
function run(root) {
  const { minutes, starts, key = "", words = "{}" } = root.dataset;
  /** @type {Talk} */
  const talk = { minutes: Number(minutes), startsAt: starts ? Date.parse(starts) : null };
  /** @type {Record<string, string>} */
  const wordOf = JSON.parse(words);
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-clock=${name}]`));
  const kept = resume(read(key), talk, Date.now());
  write(key, kept);

  /** @type {Stage | null} */
  let before = null;
  /** @type {AudioContext | null} */
  let sound = null;
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function show() {
    const shown = clockAt(talk, kept, Date.now());
    root.dataset.stage = shown.stage;
    root.toggleAttribute("data-loud", shown.loud);
    part("digits").textContent = digitsOf(shown.left);
    part("ring").setAttribute("stroke-dashoffset", String(100 - 100 * shown.share));
    if (shown.stage !== before) turn(shown.stage);
    stayAwake(isAwake(shown));
    clearTimeout(timer);
    timer = setTimeout(show, Math.max(20, nextTick(shown.left)));
  }

  /** @param {Stage} stage */
  function turn(stage) {
    const signal = signalBetween(before, stage);
    const runs = stage !== "ready" && stage !== "early" && stage !== "waiting";
    before = stage;
    part("word").textContent = wordOf[stage] ?? "";
    part("start").textContent = wordOf[runs ? "again" : "begin"] ?? "";
    part("start").dataset.runs = String(runs);
    if (!signal) return;
    part("said").textContent = wordOf[stage] ?? "";
    navigator.vibrate?.(rhythms[signal]);
    if (sound) beep(sound, rhythms[signal]);
  }

  /** @param {boolean} awake */
  async function stayAwake(awake) {
    if (!awake) {
      lock?.release();
      lock = null;
    }
    if (!awake || lock?.released === false || document.visibilityState !== "visible") return;
    lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
  }

  /** Started by hand; while it runs, only when asked twice. @param {HTMLElement} button */
  function begin(button) {
    if (button.dataset.runs === "true" && !button.hasAttribute("data-sure")) {
      button.setAttribute("data-sure", "");
      button.textContent = wordOf.sure ?? "";
      setTimeout(() => {
        if (!button.hasAttribute("data-sure")) return;
        button.removeAttribute("data-sure");
        button.textContent = wordOf.again ?? "";
      }, 4000);
      return;
    }
    button.removeAttribute("data-sure");
    kept.startedAt = Date.now();
    write(key, kept);
    show();
  }

  /** @param {HTMLElement} button */
  function switchSound(button) {
    sound?.close();
    sound = sound ? null : new AudioContext();
    button.setAttribute("aria-pressed", String(sound !== null));
    if (sound) beep(sound, [120]);
  }

  part("start").addEventListener("click", () => begin(part("start")));
  part("sound").addEventListener("click", () => switchSound(part("sound")));
  part("full").addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen(),
  );
  for (const event of ["visibilitychange", "focus", "pageshow", "online"])
    addEventListener(event, show, { capture: true });
  part("start").hidden = false;
  part("sound").hidden = !("AudioContext" in window);
  part("full").hidden = !document.fullscreenEnabled;
  show();
}

/** One tone for each time the rhythm sounds. @param {AudioContext} sound @param {number[]} rhythm in ms, sounding and silent in turn */
function beep(sound, rhythm) {
  let at = sound.currentTime;
  for (const [index, length] of rhythm.entries()) {
    if (index % 2 === 0) {
      const tone = new OscillatorNode(sound, { frequency: 660 });
      const volume = new GainNode(sound, { gain: 0.2 });
      tone.connect(volume).connect(sound.destination);
      tone.start(at);
      tone.stop(at + length / 1000);
    }
    at += length / 1000;
  }
}

/** @param {string} key @returns {unknown} */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {Kept} kept */
function write(key, kept) {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing runs the clock all the same, until the page is left.
  }
}

/** What this page is made of is kept in the browser, so that it opens without a network too. @param {string} worker */
async function keepOffline(worker) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(worker, { scope: location.pathname });
    const { active } = await navigator.serviceWorker.ready;
    const parts = performance.getEntriesByType("resource").map(({ name }) => name);
    active?.postMessage({ keep: [location.href, ...parts] });
  } catch {
    // Without it the open page still runs.
  }
}

if (typeof document !== "undefined") {
  const root = document.getElementById("clock");
  if (root) run(root);
  if (root?.dataset.worker) addEventListener("load", () => keepOffline(root.dataset.worker ?? ""));
}
