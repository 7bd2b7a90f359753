import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import { requireAllowed } from "~/people/access.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Platform } from "~/platform/context.ts";
import { type BadForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Locale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { type Instant, instantOf, isBefore } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { mayHandle } from "./access.ts";
import { mayWriteTo } from "./audience.ts";
import { laterForm, wordsForm } from "./forms.ts";
import { renderMessage } from "./message-mail.server.ts";
import {
  changeMessage,
  discardMessage,
  type Message,
  putInOutbox,
  type Refused,
  releaseMessage,
  stopMessage,
} from "./messages.server.ts";
import { requireMessage } from "./page.server.ts";
import { targetOf } from "./targets.ts";

type Outcome =
  | { ok: true; toast: string; gone?: boolean }
  | { ok: false; form: BadForm; at: "words" | "later" }
  | Refused;

interface Asked {
  viewer: Viewer;
  festival: Festival;
  locale: Locale;
  t: Translate;
}

type Deps = Pick<Platform, "config" | "ids"> & { now: Instant };

/** What one button on the page of a message does; only for who may write to its readers. */
export async function doToMessage(
  db: Database,
  asked: Asked,
  id: string | undefined,
  formData: FormData,
  deps: Deps,
): Promise<Outcome> {
  const { viewer, festival } = asked;
  const { message, sessions } = await requireMessage(db, festival, id);
  requireAllowed(mayHandle(viewer, festival, message, sessions));
  switch (formData.get("intent")) {
    case "words":
      return saveWords(db, asked, message, sessions, formData, deps);
    case "send":
      return said(await putInOutbox(db, message.id, null, deps), "messages.toast.outbox");
    case "later":
      return sendLater(db, asked, message, formData, deps);
    case "now":
      return said(await releaseMessage(db, message.id, deps), "messages.toast.leaves");
    case "stop":
      return said(await stopMessage(db, message.id, deps), "messages.toast.stopped");
    case "discard": {
      const gone = await discardMessage(db, message.id);
      return gone.ok ? { ok: true, toast: "messages.toast.discarded", gone: true } : gone;
    }
    case "test":
      return { ok: true, toast: await sendTest(db, asked, message, sessions, deps) };
    default:
      throw new Response("Bad Request", { status: 400 });
  }
}

const said = (done: { ok: true } | Refused, toast: string): Outcome => (done.ok ? { ok: true, toast } : done);

async function saveWords(
  db: Database,
  { viewer, festival, t }: Asked,
  message: Message,
  sessions: Session[],
  formData: FormData,
  deps: Deps,
): Promise<Outcome> {
  const form = parseFormData(formData, wordsForm, t);
  if (!form.ok) return { ok: false, form, at: "words" };
  const { to: audience, ...words } = form.value;
  if (!mayWriteTo(viewer, festival, audience, sessions)) {
    return { ok: false, form: refuse(form, { field: "to", key: "messages.errors.to" }), at: "words" };
  }
  const changed = await changeMessage(db, message.id, { audience, ...words }, deps);
  if (!changed.ok) return { ok: false, form: refuse(form, { key: "messages.errors.left" }), at: "words" };
  return { ok: true, toast: changed.sendAt ? "messages.toast.changedWaiting" : "messages.toast.saved" };
}

async function sendLater(
  db: Database,
  { festival, t }: Asked,
  message: Message,
  formData: FormData,
  deps: Deps,
): Promise<Outcome> {
  const form = parseFormData(formData, laterForm, t);
  if (!form.ok) return { ok: false, form, at: "later" };
  const at = momentOf(form.value.at, festival.timeZone);
  const refusal = at === null ? "messages.errors.at" : isBefore(at, deps.now) && "messages.errors.past";
  if (at === null || refusal) {
    return {
      ok: false,
      form: refuse(form, { field: "at", key: refusal || "messages.errors.at" }),
      at: "later",
    };
  }
  return said(await putInOutbox(db, message.id, at.toString(), deps), "messages.toast.later");
}

/** Null for a date there is not. */
function momentOf(local: string, timeZone: string): Instant | null {
  try {
    return instantOf(local, timeZone);
  } catch {
    return null;
  }
}

/** The mail as it is now, to whoever asks and to nobody else. */
async function sendTest(
  db: Database,
  { viewer, festival, locale, t }: Asked,
  message: Message,
  sessions: Session[],
  deps: Deps,
): Promise<string> {
  const target = targetOf(message.audience, festival, sessions);
  const mail = await renderMessage({ message, festival, target }, locale, deps.config);
  const subject = t("messages.mail.testSubject", { subject: mail.subject });
  const head = { kind: "message-test", to: viewer.email, toName: viewer.name };
  const verdict = await queueMail(db, { ...head, ...mail, subject }, deps);
  return verdict === "refused" ? "messages.toast.testRefused" : "messages.toast.test";
}
