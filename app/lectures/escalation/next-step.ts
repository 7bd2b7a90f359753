import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import type { Offer } from "../roster.server.ts";
import { boundaryOf, hasCome, offerDeadline, remindersDue, stageInForce } from "./boundaries.ts";

export type AskedOffer = Omit<Offer, "turnId">;

export interface TurnInQuestion {
  startsAt: IsoInstant;
  status: "open" | "offered" | "confirmed" | "held" | "no-show" | "cancelled";
  openCallAt: IsoInstant | null;
  organisersAt: IsoInstant | null;
  offers: readonly AskedOffer[];
  /** Days before at which its speaker has been reminded of it. */
  nudged: readonly number[];
}

/** What is to be done about one turn now. */
export type Step =
  | { do: "lapse"; offerId: string }
  | { do: "remind"; offerId: string; number: number }
  | { do: "offer" }
  | { do: "open-call" }
  | { do: "ask-stand-ins"; count: number }
  | { do: "ask-organisers" }
  | { do: "nudge"; days: number };

const standInsAtOnce = 2;
const nudgeDays = [7, 1] as const;

/**
 * The next steps of the escalation for a turn, in order; none when it has a speaker, is over or everything is done.
 * `mayAsk` is how many members are there who can still be asked. Doing them and asking again gives nothing new, however
 * late or often that happens: only the stage in force acts.
 */
export function nextSteps(
  turn: TurnInQuestion,
  { timeZone, now, mayAsk }: { timeZone: string; now: Instant; mayAsk: number },
): Step[] {
  if (!isBefore(now, turn.startsAt)) return [];
  if (turn.status === "confirmed") return nudges(turn, timeZone, now);
  if (turn.status !== "open" && turn.status !== "offered") return [];
  const open = turn.offers.filter(({ status }) => status === "open");
  const lapsing = open.filter((offer) => hasLapsed(turn, offer, timeZone, now));
  if (lapsing.length > 0) return lapsing.map(({ id }) => ({ do: "lapse", offerId: id }));
  const reminders = open.flatMap((offer) => reminderOf(offer, timeZone, now));
  return [...reminders, ...asking(turn, open, { timeZone, now, mayAsk })];
}

function asking(
  turn: TurnInQuestion,
  open: readonly AskedOffer[],
  { timeZone, now, mayAsk }: { timeZone: string; now: Instant; mayAsk: number },
): Step[] {
  switch (stageInForce(turn, timeZone, now)) {
    case null:
      return [];
    case "first":
    case "second":
    case "third": {
      const isAsked = open.length > 0 || mayAsk === 0;
      return isAsked || offerDeadline(turn, timeZone, now) === null ? [] : [{ do: "offer" }];
    }
    case "open-call":
      return turn.openCallAt === null && mayAsk > 0 ? [{ do: "open-call" }] : [];
    case "stand-ins": {
      const count = Math.min(standInsAtOnce - open.length, mayAsk);
      return count > 0 ? [{ do: "ask-stand-ins", count }] : [];
    }
    case "organisers":
      return turn.organisersAt === null ? [{ do: "ask-organisers" }] : [];
  }
}

/** At its deadline; one of the ledger at the latest when everybody is asked, wherever the lecture was moved. */
function hasLapsed(turn: TurnInQuestion, offer: AskedOffer, timeZone: string, now: Instant): boolean {
  if (offer.deadlineAt !== null && !isBefore(now, offer.deadlineAt)) return true;
  return offer.kind === "ledger" && hasCome(turn, timeZone, "open-call", now);
}

/** After a job that was missed, one reminder and not two. */
function reminderOf(offer: AskedOffer, timeZone: string, now: Instant): Step[] {
  if (offer.kind !== "ledger") return [];
  const number = remindersDue(offer.offeredAt, timeZone, now);
  return number > offer.reminders ? [{ do: "remind", offerId: offer.id, number }] : [];
}

/** A speaker hears a week and a day before; one who agreed later than that needs no reminder. */
function nudges(turn: TurnInQuestion, timeZone: string, now: Instant): Step[] {
  const agreed = turn.offers.findLast(({ status }) => status === "accepted");
  const due = nudgeDays.filter((days) => {
    const at = boundaryOf(turn, timeZone, days);
    const knew = agreed?.answeredAt && isBefore(agreed.answeredAt, at);
    return knew && !isBefore(now, at) && !turn.nudged.some((nudged) => nudged <= days);
  });
  const last = due.at(-1);
  return last === undefined ? [] : [{ do: "nudge", days: last }];
}
