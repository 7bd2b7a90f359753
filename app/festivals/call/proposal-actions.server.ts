import type { Database } from "#db/connect.ts";
import { emailAddress } from "~/people/email.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { BadForm, GoodForm } from "~/platform/http/form.server.ts";
import { refuse } from "~/platform/http/form.server.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Limit, limitKey, takeTry } from "~/platform/limits.server.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { withdrawProposal as giveUpProposal } from "../review/answers.server.ts";
import { answerAsViewer } from "./co-speaker-answer.server.ts";
import { addCoSpeaker, removeCoSpeaker, type SpeakerAdded } from "./co-speakers.server.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { Problem, ProposalFields } from "./proposal-form.ts";
import { type Saved, saveProposal, submitProposal } from "./save-proposal.server.ts";
import { bringBackProposal, discardDraft, withdrawProposal } from "./withdraw-proposal.server.ts";

export interface Deps {
  now: Instant;
  ids: Ids;
  secret: string;
}

interface Acting {
  db: Database;
  viewer: Viewer;
  festival: Festival;
  id: string;
  deps: Deps;
}

/** `list`: the proposal is not there to look at any more. */
export type Done = { ok: true; toast: string; to: "here" | "list" };

const wholeDeeds = ["withdraw", "bring-back", "discard", "leave"] as const;
type WholeDeed = (typeof wholeDeeds)[number];
export const isWholeDeed = (intent: string): intent is WholeDeed =>
  wholeDeeds.some((deed) => deed === intent);

/** What concerns the whole proposal. Null where there is nothing of the kind for this viewer. */
export async function actOnWhole(acting: Acting, deed: WholeDeed): Promise<Done | null> {
  const { db, viewer, festival, id, deps } = acting;
  if (deed === "leave") {
    const left = await answerAsViewer(db, viewer, festival, id, { answer: "declined" }, deps);
    if (left.ok) return { ok: true, toast: "call.toast.declined", to: "list" };
    if (left.reason !== "not-found" && (await giveUp(acting, "me")).ok)
      return { ok: true, toast: "call.toast.declined", to: "list" };
    return left.reason === "not-found" ? null : { ok: true, toast: "call.toast.decided", to: "here" };
  }
  const acts = {
    withdraw: async () => {
      const withdrawn = await withdrawProposal(db, viewer, festival, id, deps);
      if (withdrawn.ok || withdrawn.reason !== "decided") return withdrawn;
      return (await giveUp(acting, "all")).ok ? { ok: true as const, already: false } : withdrawn;
    },
    "bring-back": () => bringBackProposal(db, viewer, festival, id, deps),
    discard: () => discardDraft(db, viewer, festival, id),
  };
  const toasts = { withdraw: "withdrawn", "bring-back": "broughtBack", discard: "discarded" };
  const answer = await acts[deed]();
  if (answer.ok)
    return { ok: true, toast: `call.toast.${toasts[deed]}`, to: deed === "discard" ? "list" : "here" };
  if (answer.reason === "not-found") return null;
  const toast = answer.reason === "closed" ? "call.toast.closedNow" : "call.toast.decided";
  return { ok: true, toast, to: "here" };
}

/** What was decided, though they do not know it yet, is taken back another way: its session and its organisers are told. */
const giveUp = ({ db, viewer, festival, id, deps }: Acting, scope: "me" | "all") =>
  giveUpProposal(db, viewer, festival, { proposalId: id, scope, reason: "" }, deps);

export interface FormDeed {
  intent: string;
  /** What stands in the line for one more co-speaker. */
  add: { email: string; name: string };
}

export type FormActed =
  | Done
  | { ok: false; form: BadForm; status: 404 | 409 | 422; version: number; differences: Difference[] };

type Form = GoodForm<ProposalFields>;

/** Saves what the form says, and does what its button says beside: nothing typed is lost by any of them. */
export async function actOnForm(acting: Acting, form: Form, { intent, add }: FormDeed): Promise<FormActed> {
  const { db, viewer, festival, id, deps } = acting;
  const fields = { id, ...form.value };
  const saved = await saveProposal(db, viewer, festival, fields, deps);
  if (!saved.ok) return refused(form, saved);
  const { version } = saved;
  const [deed, speakerId = ""] = intent.split(" ", 2);
  if (deed === "remove-speaker") {
    const removed = await removeCoSpeaker(db, viewer, festival, { id, speakerId }, deps);
    const toast = removed.ok ? "call.toast.speakerRemoved" : "call.toast.closedNow";
    return { ok: true, toast, to: "here" };
  }
  const added = add.email === "" ? null : await addSpeaker(acting, add);
  if (added && !added.ok) {
    const key = speakerErrors[added.reason];
    const again = refuse(form, { field: "add.email", key });
    return { ok: false, form: again, status: 422, version, differences: [] };
  }
  if (deed === "add-speaker") {
    if (!added) return { ok: true, toast: "call.toast.kept", to: "here" };
    return { ok: true, toast: `call.toast.${added.asked ? "speakerAsked" : "speakerNamed"}`, to: "here" };
  }
  if (deed !== "submit" || saved.status !== "draft")
    return {
      ok: true,
      toast: saved.status === "draft" ? "call.toast.kept" : "call.toast.changed",
      to: "here",
    };
  const submitted = await submitProposal(db, viewer, festival, { ...fields, version }, deps);
  if (!submitted.ok) return refused(form, submitted);
  return { ok: true, toast: "call.toast.submitted", to: "here" };
}

const speakerErrors = {
  email: "errors.field.email",
  mails: "call.errors.tooManyMails",
  already: "call.errors.speakerAlready",
  yourself: "call.errors.speakerYourself",
  "too-many": "call.errors.tooManySpeakers",
  closed: "call.errors.closed",
  "not-found": "call.errors.closed",
} as const;

/** Of one person: each is a mail to somebody else. */
const mostNamed: Limit = { name: "co-speakers", most: 30, window: { hours: 24 } };

async function addSpeaker(
  { db, viewer, festival, id, deps }: Acting,
  add: FormDeed["add"],
): Promise<SpeakerAdded | { ok: false; reason: "email" | "mails" }> {
  const email = emailAddress.safeParse(add.email);
  if (!email.success) return { ok: false, reason: "email" };
  const key = limitKey(mostNamed, viewer.personId, deps.secret);
  const { allowed } = await takeTry(db, mostNamed, key, deps.now);
  if (!allowed) return { ok: false, reason: "mails" };
  const name = add.name.trim().slice(0, 100);
  return addCoSpeaker(db, viewer, festival, { id, email: email.data, name }, deps);
}

function refused(form: Form, saved: Extract<Saved, { ok: false }>): FormActed {
  const { version } = form.value;
  switch (saved.reason) {
    case "incomplete": {
      const result = form.reply(messagesOf(form, saved.problems));
      return { ok: false, form: { ok: false, result }, status: 422, version: saved.version, differences: [] };
    }
    case "changed":
      return {
        ok: false,
        form: refuse(form, { key: "call.errors.changed" }),
        status: 409,
        // Who has read the differences saves over them knowingly.
        version: saved.newer.version,
        differences: differencesOf(form.value, saved.newer),
      };
    case "closed":
      return {
        ok: false,
        form: refuse(form, { key: "call.errors.closed" }),
        status: 409,
        version,
        differences: [],
      };
    default:
      throw new Response("Not found", { status: 404 });
  }
}

function messagesOf(form: Form, problems: Problem[]): Record<string, string[]> {
  const say = form.t as (key: string, values?: object) => string;
  return Object.fromEntries(problems.map(({ field, key, values }) => [field, [say(key, values)]]));
}
