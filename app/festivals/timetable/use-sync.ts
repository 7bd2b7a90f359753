import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { Act } from "./act.ts";
import type { ActAnswer } from "./delta.ts";
import type { News, TimetableData } from "./page.ts";
import { type Pending, reduce, startState } from "./state.ts";

export type Trouble = "offline" | "signed-out" | null;

const pollMillis = 4000;
const longestWait = 15_000;
/** Its revision is filled in when it is sent: which act is the last is known only then. */
const latest = 0;

/** Sends acts one after another, keeps trying, and asks what others did while the page is looked at. */
export function useSync(data: TimetableData) {
  const url = `/festivals/${data.festival.slug}/organise/timetable/edits`;
  const [state, dispatch] = useReducer(reduce, data, (start) => startState(start.me, start));
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [waiting, setWaiting] = useState(data.waiting);
  const [attempt, setAttempt] = useState(0);
  const [passedOver, setPassedOver] = useState<readonly number[]>([]);
  const now = useRef(state);
  now.current = state;
  const sending = useRef<string | null>(null);
  const resolved = useRef(new Map<string, Act>());
  const counted = useRef(data.revision);
  const undo = state.undo.find(({ revision }) => !passedOver.includes(revision)) ?? null;
  const redo = state.redo.find(({ revision }) => !passedOver.includes(revision)) ?? null;
  const next = useRef({ undo, redo });
  next.current = { undo, redo };

  const act = useCallback((one: Act) => {
    dispatch({ type: "acted", entry: { key: newId(), act: one } });
  }, []);

  const takeBack = useCallback((kind: "undo" | "redo") => {
    const waits = now.current.pending.at(-1);
    // What has not left the page is simply not sent.
    if (kind === "undo" && waits && waits.key !== sending.current && !resolved.current.has(waits.key)) {
      dispatch({ type: "withdrawn", key: waits.key });
    } else {
      dispatch({ type: "acted", entry: { key: newId(), act: { kind, revision: latest } } });
    }
  }, []);

  const [head] = state.pending;
  useEffect(() => {
    if (!head || sending.current === head.key) return;
    const ready = resolve(head, resolved.current, next.current);
    if (!ready) return dispatch({ type: "withdrawn", key: head.key });
    sending.current = head.key;
    let timer: ReturnType<typeof setTimeout> | undefined;
    send<ActAnswer>(url, { act: ready, since: now.current.revision }).then((answer) => {
      sending.current = null;
      if (typeof answer === "string") {
        setTrouble(answer);
        const wait = Math.min(1000 * 2 ** Math.min(attempt, 5), longestWait);
        timer = setTimeout(() => setAttempt((count) => count + 1), wait);
        return;
      }
      setTrouble(null);
      setAttempt(0);
      if (!answer.ok && "revision" in ready) setPassedOver((list) => [...list, ready.revision]);
      dispatch({ type: "answered", key: head.key, answer });
    });
    return () => clearTimeout(timer);
  }, [head, attempt, url]);

  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== "visible" || sending.current !== null) return;
      const query = `?since=${now.current.revision}&counted=${counted.current}`;
      const news = await send<News>(url + query);
      if (typeof news === "string") return setTrouble(news);
      if (now.current.pending.length === 0) setTrouble(null);
      if (news.delta) dispatch({ type: "learned", delta: news.delta });
      if (news.waiting === undefined) return;
      setWaiting(news.waiting);
      counted.current = news.revision;
    };
    const timer = setInterval(ask, pollMillis);
    const again = () => setAttempt((count) => count + 1);
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [url]);

  const unsaved = state.pending.length;
  useEffect(() => {
    if (unsaved === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  return { state, dispatch, act, takeBack, undo, redo, trouble, waiting };
}

export type Sync = ReturnType<typeof useSync>;

type Tops = Record<"undo" | "redo", { revision: number } | null>;

/** The act as it is sent, the same at every attempt; null when there is nothing to take back. */
function resolve({ key, act }: Pending, resolved: Map<string, Act>, tops: Tops): Act | null {
  if (act.kind !== "undo" && act.kind !== "redo") return act;
  const known = resolved.get(key);
  if (known) return known;
  const top = tops[act.kind];
  if (!top) return null;
  const ready: Act = { kind: act.kind, revision: top.revision };
  resolved.set(key, ready);
  return ready;
}

/** The answer, refusals among them; or what keeps it from coming. */
async function send<T>(url: string, body?: object): Promise<T | "offline" | "signed-out"> {
  try {
    const response = await fetch(url, {
      method: body ? "POST" : "GET",
      redirect: "manual",
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
    if (response.type === "opaqueredirect") return "signed-out";
    if (response.status >= 500 || !isJson(response)) return "offline";
    return (await response.json()) as T;
  } catch {
    return "offline";
  }
}

const isJson = (response: Response) => response.headers.get("content-type")?.includes("json") ?? false;

/** `crypto.randomUUID` is there only on secure addresses. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
