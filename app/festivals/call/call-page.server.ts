import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Instant, instantOf, isBefore } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { type CallSaved, closeCall, openCall, saveCall } from "./call.server.ts";
import type { CallForm } from "./call-forms.ts";
import { moveFormat, removeFormat, saveFormat } from "./formats.server.ts";
import { moveQuestion, removeQuestion, saveQuestion } from "./questions.server.ts";

type Viewer = Standing & { personId: string };
interface Deps {
  now: Instant;
  ids: Ids;
}

/** What to tell, and on which part of the page; or why not, at the field it is about. */
export type Acted =
  | { ok: true; toast: string; at: "" | "#formats" | "#questions" }
  | { ok: false; key: string; field?: string; values?: Record<string, number> };

/** Does what was sent from the organisers' page of the call. */
export async function actOnCall(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  form: CallForm,
  deps: Deps,
): Promise<Acted> {
  switch (form.intent) {
    case "call": {
      const instant = (local?: string) => (local ? instantOf(local, festival.timeZone).toString() : null);
      const wish = { opensAt: instant(form.opens), closesAt: instant(form.closes), text: form.text };
      return answer(await saveCall(db, viewer, festival, wish, deps), "call.toast.saved", "closes");
    }
    case "open": {
      const later = festival.callOpensAt && isBefore(deps.now, festival.callOpensAt) && !form.atOnce;
      const opened = await openCall(db, viewer, festival, { ...deps, atOnce: form.atOnce });
      return answer(opened, later ? "call.toast.announced" : "call.toast.opened");
    }
    case "close":
      return answer(await closeCall(db, viewer, festival, deps), "call.toast.closed");
    case "format":
    case "remove-format":
    case "move-format":
      return actOnFormat(db, viewer, festival, form, deps);
    default:
      return actOnQuestion(db, viewer, festival, form, deps);
  }
}

function answer(saved: CallSaved, toast: string, field?: string): Acted {
  if (saved.ok) return { ok: true, toast, at: "" };
  if (saved.reason === "forbidden") return forbidden;
  return { ok: false, key: "call.errors.closesInPast", ...(field && { field }) };
}

const forbidden: Acted = { ok: false, key: "festivals.errors.notYours" };

type FormatDeed = Extract<CallForm, { intent: "format" | "remove-format" | "move-format" }>;

async function actOnFormat(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  form: FormatDeed,
  deps: Deps,
): Promise<Acted> {
  const done = (toast: string): Acted => ({ ok: true, toast, at: "#formats" });
  if (form.intent === "remove-format")
    return (await removeFormat(db, viewer, festival, form)) ? done("call.toast.formatRemoved") : forbidden;
  if (form.intent === "move-format")
    return (await moveFormat(db, viewer, festival, form)) ? done("call.toast.saved") : forbidden;
  const { id, name, kind, durationMinutes } = form;
  const saved = await saveFormat(db, viewer, festival, { id, name, kind, durationMinutes }, deps);
  if (saved.ok) return done("call.toast.formatSaved");
  if (saved.reason === "forbidden") return forbidden;
  const key = saved.reason === "name-taken" ? "call.errors.formatTaken" : "call.errors.tooManyFormats";
  return { ok: false, field: "name", key };
}

type QuestionDeed = Extract<CallForm, { intent: "question" | "remove-question" | "move-question" }>;

async function actOnQuestion(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  form: QuestionDeed,
  deps: Deps,
): Promise<Acted> {
  const done = (toast: string): Acted => ({ ok: true, toast, at: "#questions" });
  if (form.intent === "move-question")
    return (await moveQuestion(db, viewer, festival, form)) ? done("call.toast.saved") : forbidden;
  if (form.intent === "remove-question") {
    const removed = await removeQuestion(db, viewer, festival, form);
    if (removed.ok) return done("call.toast.questionRemoved");
    if (removed.reason === "forbidden") return forbidden;
    return { ok: false, key: "call.errors.answeredSince", values: { count: removed.answers } };
  }
  const { intent, form: _, ...wish } = form;
  const saved = await saveQuestion(db, viewer, festival, wish, deps);
  if (saved.ok) return done("call.toast.questionSaved");
  if (saved.reason === "forbidden") return forbidden;
  return saved.reason === "answered"
    ? { ok: false, field: "kind", key: "call.errors.kindFixed" }
    : { ok: false, field: "label", key: "call.errors.tooManyQuestions" };
}
