import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, turns } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { countDecline } from "../declines.server.ts";
import { recordHappening } from "../history.server.ts";
import { nextToAsk } from "../offer.ts";
import type { Offer, Roster, Turn } from "../roster.server.ts";
import { offerDeadline, standInDeadline } from "./boundaries.ts";
import { holdersOf } from "./holders.ts";
import type { Step } from "./next-step.ts";

interface Deps {
  now: Instant;
  ids: Ids;
}

/** Does one step: its rows, its line in the history of the turn, and the event that becomes a mail. */
export async function takeStep(
  tx: Database,
  roster: Roster,
  turn: Turn,
  step: Step,
  deps: Deps,
): Promise<void> {
  switch (step.do) {
    case "lapse":
      return lapse(tx, turn, offerOf(turn, step.offerId), deps);
    case "remind":
      return remind(tx, turn, offerOf(turn, step.offerId), step.number, deps);
    case "offer":
      return offer(tx, roster, turn, deps);
    case "open-call":
      return callAll(tx, turn, deps);
    case "ask-stand-ins":
      return askStandIns(tx, roster, turn, step.count, deps);
    case "ask-organisers":
      return askOrganisers(tx, turn, deps);
    case "nudge":
      return nudge(tx, turn, step.days, deps);
  }
}

function offerOf(turn: Turn, offerId: string): Offer {
  const offer = turn.offers.find(({ id }) => id === offerId);
  if (!offer) throw new Error(`no offer ${offerId} for turn ${turn.id}`);
  return offer;
}

/** Silence is no yes: it counts as a decline, and can still become a yes until another accepts. */
async function lapse(tx: Database, turn: Turn, offer: Offer, deps: Deps): Promise<void> {
  await endOffer(tx, turn, offer, "lapsed", deps);
  const paused = offer.kind === "ledger" && (await countDecline(tx, offer.memberId, deps));
  await recordHappening(tx, { turnId: turn.id, kind: "lapsed", memberId: offer.memberId }, deps);
  const about = { subject: turn.id, payload: { offerId: offer.id, paused }, now: deps.now };
  await recordEvent(tx, { kind: "turn.lapsed", ...about });
  if (paused) await recordEvent(tx, { kind: "turn.answered", ...about });
}

/** Takes back an offer that its member cannot accept any more. */
export async function withdrawOffer(tx: Database, turn: Turn, offer: Offer, deps: Deps): Promise<void> {
  await endOffer(tx, turn, offer, "withdrawn", deps);
  await recordHappening(tx, { turnId: turn.id, kind: "offer-withdrawn", memberId: offer.memberId }, deps);
}

async function endOffer(
  tx: Database,
  turn: Turn,
  offer: Offer,
  status: "lapsed" | "withdrawn",
  { now }: Deps,
): Promise<void> {
  const at = now.toString();
  await tx.update(offers).set({ status, answeredAt: at }).where(eq(offers.id, offer.id));
  if (turn.status !== "offered" || turn.memberId !== offer.memberId) return;
  await tx
    .update(turns)
    .set({ status: "open", memberId: null, explanation: null, updatedAt: at })
    .where(eq(turns.id, turn.id));
}

async function remind(tx: Database, turn: Turn, offer: Offer, number: number, deps: Deps): Promise<void> {
  await tx.update(offers).set({ reminders: number }).where(eq(offers.id, offer.id));
  await recordHappening(tx, { turnId: turn.id, kind: "reminded", memberId: offer.memberId }, deps);
  const payload = { offerId: offer.id, number };
  await recordEvent(tx, { kind: "turn.reminded", subject: turn.id, payload, now: deps.now });
}

async function offer(tx: Database, roster: Roster, turn: Turn, deps: Deps): Promise<void> {
  const choice = nextToAsk(roster, turn.id, holdersOf(roster));
  const deadlineAt = offerDeadline(turn, roster.series.timeZone, deps.now);
  if (!choice) throw new Error(`nobody to ask for turn ${turn.id}`);
  const at = deps.now.toString();
  await ask(tx, turn, { memberId: choice.memberId, kind: "ledger", deadlineAt }, deps);
  await tx
    .update(turns)
    .set({ status: "offered", memberId: choice.memberId, explanation: choice.explanation, updatedAt: at })
    .where(eq(turns.id, turn.id));
  await recordHappening(tx, { turnId: turn.id, kind: "offered", memberId: choice.memberId }, deps);
}

async function callAll(tx: Database, turn: Turn, { now }: Deps): Promise<void> {
  await mark(tx, turn, "openCallAt", now);
  await recordHappening(tx, { turnId: turn.id, kind: "open-call" }, { now });
  await recordEvent(tx, { kind: "turn.open-call", subject: turn.id, now });
}

async function askStandIns(
  tx: Database,
  roster: Roster,
  turn: Turn,
  count: number,
  deps: Deps,
): Promise<void> {
  const holders = holdersOf(roster);
  const deadlineAt = standInDeadline(turn, roster.series.timeZone, deps.now);
  await mark(tx, turn, "standInsAt", deps.now);
  for (let asked = 0; asked < count; asked += 1) {
    const choice = nextToAsk({ ...roster, turns: withoutSpeaker(roster, turn) }, turn.id, holders);
    // Whoever counted had found somebody; to go on without would ask for the same step for ever.
    if (!choice) throw new Error(`nobody to ask for turn ${turn.id}`);
    holders.add(choice.memberId);
    await ask(tx, turn, { memberId: choice.memberId, kind: "stand-in", deadlineAt }, deps);
    const happened = { turnId: turn.id, kind: "stand-ins-asked" as const, memberId: choice.memberId };
    await recordHappening(tx, happened, deps);
  }
}

function withoutSpeaker({ turns }: Roster, turn: Turn): Turn[] {
  return turns.map((one) => (one.id === turn.id ? { ...one, memberId: null } : one));
}

async function askOrganisers(tx: Database, turn: Turn, { now }: Deps): Promise<void> {
  await mark(tx, turn, "organisersAt", now);
  await recordHappening(tx, { turnId: turn.id, kind: "organisers-asked" }, { now });
  await recordEvent(tx, { kind: "turn.organisers", subject: turn.id, now });
}

async function nudge(tx: Database, turn: Turn, days: number, deps: Deps): Promise<void> {
  const happened = { turnId: turn.id, kind: "reminded" as const, memberId: turn.memberId, facts: { days } };
  await recordHappening(tx, happened, deps);
  await recordEvent(tx, { kind: "turn.soon", subject: turn.id, payload: { days }, now: deps.now });
}

async function ask(
  tx: Database,
  turn: Turn,
  asked: { memberId: string; kind: "ledger" | "stand-in"; deadlineAt: string | null },
  { ids, now }: Deps,
): Promise<void> {
  const offerId = ids.uuid();
  const row = { id: offerId, turnId: turn.id, status: "open" as const, offeredAt: now.toString(), ...asked };
  await tx.insert(offers).values(row);
  await recordEvent(tx, { kind: "turn.offered", subject: turn.id, payload: { offerId }, now });
}

async function mark(
  tx: Database,
  turn: Turn,
  column: "openCallAt" | "standInsAt" | "organisersAt",
  now: Instant,
): Promise<void> {
  const at = now.toString();
  await tx
    .update(turns)
    .set({ [column]: at, memberId: null, explanation: null, updatedAt: at })
    .where(eq(turns.id, turn.id));
}
