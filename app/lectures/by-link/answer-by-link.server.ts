import { z } from "zod";
import type { RequestContext } from "~/platform/context.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Clash } from "~/sessions/commitments.server.ts";
import { declineTurn, volunteerForTurn } from "../answer.server.ts";
import { answerOffer } from "../escalation/answer-offer.server.ts";
import { acceptForm, declineForm, topicForm } from "../series-form.ts";
import { nameTopic } from "../turns.server.ts";
import type { LinkedTurn } from "./linked.server.ts";

/** What the forms of the page send. */
export const linkForms = z.discriminatedUnion("intent", [
  acceptForm.extend({ intent: z.literal("yes") }),
  declineForm.extend({ intent: z.literal("no") }),
  topicForm.extend({ intent: z.literal("topic") }),
]);
export type LinkForm = z.output<typeof linkForms>;

type Refusal = "taken" | "closed" | "past" | "not-asked" | "unknown" | "not-a-member" | "clash";
export type LinkAnswered =
  | { ok: true; toast: "yes" | "no" | "paused" | "topic" }
  | { ok: false; reason: Refusal; clashes: Clash[] };

/** Answers as the person the link was mailed to. Saying the same twice changes nothing. */
export async function answerByLink(
  { db, now, ids }: Pick<RequestContext, "db" | "now" | "ids">,
  linked: LinkedTurn,
  form: LinkForm,
): Promise<LinkAnswered> {
  const deps = { now: now(), ids };
  const { turn, offer, reader, standing } = linked;
  const { personId } = reader;
  const ref = { seriesId: turn.seriesId, turnId: turn.id, personId };
  if (form.intent === "topic") {
    if (standing !== "yours") return refused("not-asked");
    await nameTopic(db, { ...ref, topic: form.topic }, deps);
    return { ok: true, toast: "topic" };
  }
  if (standing === "left") return refused("not-a-member");
  if (form.intent === "yes") {
    const yes = { ...ref, answer: "yes" as const, topic: form.topic, reason: "" };
    const said = offer
      ? await answerOffer(db, { offerId: offer.id, ...yes }, deps)
      : await volunteerForTurn(db, yes, deps);
    return said.ok ? { ok: true, toast: "yes" } : refusedAs(said);
  }
  const no = { ...ref, answer: "no" as const, topic: "", reason: form.reason };
  const said = offer
    ? await answerOffer(db, { offerId: offer.id, ...no }, deps)
    : await declineTurn(db, no, deps);
  return said.ok ? { ok: true, toast: said.paused ? "paused" : "no" } : refusedAs(said);
}

const refused = (reason: Refusal): LinkAnswered => ({ ok: false, reason, clashes: [] });

function refusedAs(said: { reason: Refusal; clashes?: Clash[] }): LinkAnswered {
  return { ok: false, reason: said.reason, clashes: said.clashes ?? [] };
}

const refusals = {
  taken: "turnMails.page.errors.taken",
  closed: "lectures.errors.notAsked",
  "not-asked": "lectures.errors.notAsked",
  unknown: "lectures.errors.notAsked",
  past: "lectures.errors.past",
  "not-a-member": "lectures.errors.notAMember",
  clash: "lectures.errors.clash",
} as const;

/** Why it could not be, as a key of the catalogue and its values. */
export function refusalWords({ reason, clashes }: Extract<LinkAnswered, { ok: false }>, { format }: Text) {
  const titles = format.list(clashes.map((one) => `${one.title} (${format.timeRange(one)})`));
  return { key: refusals[reason], values: { titles } };
}
