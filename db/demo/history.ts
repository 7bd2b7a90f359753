import { boundaryOf } from "~/lectures/escalation/boundaries.ts";
import type { TurnHappening } from "~/lectures/history.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import type { CastMember } from "./roster.ts";
import type { LivedTurn } from "./year.ts";

interface ToldTurn extends LivedTurn {
  startsAt: IsoInstant;
  speaker: CastMember | undefined;
}

interface Line {
  turnId: string;
  kind: TurnHappening;
  at: IsoInstant;
  memberId: string | null;
  facts: Record<string, unknown>;
}

/** What happened to each turn, as the roster would have written it down. */
export function historyOf(turns: readonly ToldTurn[], timeZone: string, now: Instant): Line[] {
  return turns.flatMap((turn) =>
    [...answersOf(turn), ...remindersOf(turn, timeZone, now), ...endOf(turn)].filter(
      ({ at }) => !isBefore(now, at),
    ),
  );
}

function answersOf(turn: ToldTurn): Line[] {
  return turn.offers.flatMap((offer) => {
    const about = { turnId: turn.id, memberId: offer.memberId, facts: {} };
    const asked: Line = { ...about, kind: "offered", at: offer.offeredAt };
    if (offer.answeredAt === null || offer.status === "open") return [asked];
    const facts = offer.status === "declined" ? { reason: offer.reason } : {};
    return [asked, { ...about, kind: offer.status, facts, at: offer.answeredAt }];
  });
}

function remindersOf(turn: ToldTurn, timeZone: string, now: Instant): Line[] {
  if (!turn.speaker) return [];
  return [7, 1].flatMap((days): Line[] => {
    const at = boundaryOf(turn, timeZone, days);
    if (isBefore(now, at)) return [];
    const about = { turnId: turn.id, memberId: turn.memberId, facts: { days } };
    return [{ ...about, kind: "reminded", at: at.toString() }];
  });
}

function endOf(turn: ToldTurn): Line[] {
  if (turn.status !== "held" && turn.status !== "no-show") return [];
  const at = turn.startsAt;
  return [{ turnId: turn.id, kind: turn.status, memberId: turn.memberId, facts: {}, at }];
}
