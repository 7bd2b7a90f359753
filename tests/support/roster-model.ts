import { and, asc, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import type { Database } from "#db/connect.ts";
import { sessionSpeakers, swaps, turns } from "#db/schema/index.ts";
import { acceptTurn, declineTurn, volunteerForTurn } from "~/lectures/answer.server.ts";
import { boundaryOf } from "~/lectures/escalation/boundaries.ts";
import { lectureJobs } from "~/lectures/jobs.server.ts";
import { addAbsence, joinRoster, leaveRoster } from "~/lectures/members.server.ts";
import type { Deps } from "~/lectures/plan.server.ts";
import { isPresent } from "~/lectures/presence.ts";
import { loadRoster, type Roster, type Turn } from "~/lectures/roster.server.ts";
import { requireSeries } from "~/lectures/series.server.ts";
import { isUpcoming } from "~/lectures/series.ts";
import { askSwap } from "~/lectures/swaps/ask-swap.server.ts";
import { takeSwap } from "~/lectures/swaps/take-swap.server.ts";
import { openFloor } from "~/lectures/turn-page/decide.server.ts";
import { moveTurn } from "~/lectures/turn-page/move.server.ts";
import { cancelTurn, reinstateTurn } from "~/lectures/turns.server.ts";
import { pauseMember, resumeMember } from "~/lectures/volunteering/pause.server.ts";
import { createLog } from "~/platform/log.server.ts";
import { dateIn, type Instant, isBefore, localOf, plus, Temporal } from "~/platform/time.ts";
import { requestContext } from "./requests.ts";

/** What somebody does, or the clock. Numbers pick among those there are, counted around. */
export type Act =
  | { do: "wait"; hours: number }
  | { do: "jobs"; times: number }
  | {
      do: "accept" | "decline" | "withdraw" | "volunteer" | "floor" | "call-off" | "reinstate";
      which: number;
      who: number;
    }
  | { do: "ask-swap" | "take-swap"; which: number; who: number }
  | { do: "pause" | "resume" | "leave" | "join"; who: number }
  | { do: "away"; who: number; from: number; days: number }
  | { do: "move"; which: number; days: number };

const which = fc.nat(30);
const who = fc.nat(30);
const one = <Name extends string>(name: Name) => fc.constant(name);

/** Silence is what happens when nobody acts while hours pass; a missed job is a long wait without one. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: one("wait"), hours: fc.constantFrom(1, 5, 24, 26, 49, 72, 170, 400) }),
  },
  { weight: 8, arbitrary: fc.record({ do: one("jobs"), times: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 5, arbitrary: fc.record({ do: one("accept"), which, who }) },
  { weight: 5, arbitrary: fc.record({ do: one("decline"), which, who }) },
  { weight: 3, arbitrary: fc.record({ do: one("withdraw"), which, who }) },
  { weight: 2, arbitrary: fc.record({ do: one("volunteer"), which, who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("floor" as const, "call-off" as const, "reinstate" as const),
      which,
      who,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("ask-swap" as const, "take-swap" as const), which, who }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("pause" as const, "resume" as const, "leave" as const, "join" as const),
      who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: one("away"), who, from: fc.nat(50), days: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: one("move"), which, days: fc.integer({ min: -9, max: 9 }) }) },
);

/** A roster whose clock, colleagues and jobs do what they are told, and which is looked at after every act. */
export class RosterModel {
  private asked = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly seriesId: string,
    private readonly personIds: readonly string[],
    private readonly organiserId: string,
    private readonly ids: Deps["ids"],
    private now: Instant,
  ) {}

  async take(act: Act): Promise<void> {
    await this.act(act, await this.load());
    await this.look();
  }

  /** The jobs go on after the last lecture there is, and every turn has come to its end. */
  async finish(): Promise<void> {
    const { turns: all } = await this.load();
    const last = all.map(({ endsAt }) => endsAt).reduce((a, b) => (isBefore(a, b) ? b : a));
    this.now = isBefore(this.now, last) ? Temporal.Instant.from(last) : this.now;
    await this.runJobs();
    const { turns: after } = await this.load();
    const over = after.filter(({ endsAt }) => !isBefore(this.now, endsAt));
    expect(over.filter(({ status }) => isUpcoming(status))).toEqual([]);
    for (const turn of over.filter(({ status }) => status === "held"))
      expect([turn.memberId === null, turn.guest === null]).toContain(false);
  }

  private async act(act: Act, roster: Roster): Promise<unknown> {
    const { db, seriesId } = this;
    const deps = { now: this.now, ids: this.ids };
    const personId = "who" in act ? this.personIds[act.who % this.personIds.length]! : "";
    const member = roster.members.find((one) => one.personId === personId);
    const coming = roster.turns.filter(({ startsAt }) => isBefore(this.now, startsAt));
    const some = (kind: (turn: Turn) => boolean) => {
      const found = coming.filter(kind);
      return "which" in act ? found[act.which % Math.max(1, found.length)] : undefined;
    };
    const mine = ({ offers: own }: Turn) => own.some(({ memberId }) => memberId === member?.id);
    switch (act.do) {
      case "wait":
        this.now = Temporal.Instant.from(plus(this.now, { hours: act.hours }));
        return;
      case "jobs":
        for (let time = 0; time < act.times; time += 1) await this.runJobs();
        return;
      case "accept":
      case "decline": {
        const turn = some(mine);
        if (!turn) return;
        const answer = { seriesId, turnId: turn.id, personId, topic: "Bread", reason: "Busy" };
        return act.do === "accept" ? acceptTurn(db, answer, deps) : declineTurn(db, answer, deps);
      }
      case "withdraw": {
        const turn = some(({ status, memberId }) => status === "confirmed" && memberId !== null);
        const speaker = roster.members.find(({ id }) => id === turn?.memberId);
        if (!turn || !speaker) return;
        const no = { seriesId, turnId: turn.id, personId: speaker.personId, reason: "Ill" };
        return declineTurn(db, no, deps);
      }
      case "volunteer": {
        const turn = some(({ status }) => status === "open");
        return turn && volunteerForTurn(db, { seriesId, turnId: turn.id, personId, topic: "" }, deps);
      }
      case "floor": {
        const turn = some(({ status }) => status === "open");
        const { organiserId } = this;
        return turn && openFloor(db, { seriesId, turnId: turn.id, organiserId }, deps);
      }
      case "call-off": {
        const turn = some(({ status }) => isUpcoming(status));
        return turn && cancelTurn(db, { seriesId, turnId: turn.id }, deps);
      }
      case "reinstate": {
        const turn = some(({ status }) => status === "cancelled");
        return turn && reinstateTurn(db, { seriesId, turnId: turn.id }, deps);
      }
      case "ask-swap": {
        const turn = some(({ status, memberId }) => status === "confirmed" && memberId !== null);
        const speaker = roster.members.find(({ id }) => id === turn?.memberId);
        if (!turn || !speaker) return;
        const toMemberId = act.who % 2 === 0 || member === speaker ? null : (member?.id ?? null);
        const asked = { seriesId, turnId: turn.id, personId: speaker.personId, toMemberId, message: "" };
        return askSwap(db, asked, deps);
      }
      case "take-swap": {
        const open = await db
          .select({ id: swaps.id })
          .from(swaps)
          .innerJoin(turns, eq(turns.id, swaps.turnId))
          .where(and(eq(turns.seriesId, seriesId), eq(swaps.status, "open")))
          .orderBy(asc(swaps.id));
        const swap = open[act.which % Math.max(1, open.length)];
        const own = some(({ status, memberId }) => status === "confirmed" && memberId === member?.id);
        const taking = { personId, returnTurnId: own?.id ?? null, topic: "" };
        return swap && takeSwap(db, { swapId: swap.id, ...taking }, deps);
      }
      case "pause":
        return member && pauseMember(db, { seriesId, memberId: member.id, by: "self", until: null }, deps);
      case "resume":
        return member && resumeMember(db, { seriesId, memberId: member.id }, deps);
      case "leave":
        return leaveRoster(db, { seriesId, personId }, deps);
      case "join":
        return joinRoster(db, { seriesId, personId }, deps);
      case "away": {
        const first = Temporal.PlainDate.from(dateIn(this.now, roster.series.timeZone)).add({
          days: act.from,
        });
        const stretch = { startsOn: first.toString(), endsOn: first.add({ days: act.days }).toString() };
        return addAbsence(db, { seriesId, personId, ...stretch, note: "" }, deps);
      }
      case "move": {
        const turn = some(({ status }) => isUpcoming(status));
        if (!turn) return;
        const date = Temporal.PlainDate.from(turn.heldOn).add({ days: act.days }).toString();
        const time = localOf(turn.startsAt, roster.series.timeZone).slice(11);
        const { organiserId } = this;
        const moment = { date, time, place: turn.place };
        return moveTurn(db, { seriesId, turnId: turn.id, organiserId, ...moment }, deps);
      }
    }
  }

  private async runJobs(): Promise<void> {
    const failures: unknown[] = [];
    const log = Object.assign(createLog("silent"), { error: (failure: unknown) => failures.push(failure) });
    const platform = requestContext(this.db, { now: () => this.now, log });
    for (const job of lectureJobs) await job.run(platform);
    expect(failures, "the jobs go well").toEqual([]);
  }

  private async load(): Promise<Roster> {
    return loadRoster(this.db, await requireSeries(this.db, this.seriesId));
  }

  /** What must hold at every moment. */
  private async look(): Promise<void> {
    const roster = await this.load();
    const { members, series, turns: all } = roster;
    const open = all.flatMap((turn) => turn.offers.filter(({ status }) => status === "open"));
    const holders = open.map(({ memberId }) => memberId);
    expect(new Set(holders).size, "one open offer a member").toBe(holders.length);
    for (const turn of all) {
      for (const offer of turn.offers.filter(({ status }) => status === "open")) {
        const member = members.find(({ id }) => id === offer.memberId)!;
        expect(isPresent(member, turn.heldOn), "nobody is asked who is not there").toBe(true);
      }
      const accepted = turn.offers.filter(({ status }) => status === "accepted");
      const isGiven = turn.memberId !== null && ["confirmed", "held", "no-show"].includes(turn.status);
      expect(accepted.length, "one speaker").toBe(isGiven ? 1 : 0);
      if (isGiven) expect(accepted[0]?.memberId).toBe(turn.memberId);
      if (turn.organisersAt) {
        const decision = boundaryOf(turn, series.timeZone, 2);
        expect(isBefore(turn.organisersAt, decision), "organisers are not asked early").toBe(false);
      }
    }
    const speakers = await this.speakersBySession(all);
    for (const turn of all.filter(({ status }) => isUpcoming(status))) {
      const speaker = members.find(({ id }) => id === turn.memberId)?.personId;
      const shown = turn.status === "confirmed" && speaker ? [speaker] : [];
      expect(speakers.get(turn.sessionId) ?? [], "attendees see who speaks").toEqual(shown);
    }
    await this.lookAtNewOffers(roster);
  }

  /** Somebody is asked only while they are on the roster and not paused, never for a turn they refused. */
  private async lookAtNewOffers({ turns: all }: Roster): Promise<void> {
    for (const turn of all) {
      for (const offer of turn.offers) {
        if (this.asked.has(offer.id)) continue;
        this.asked.add(offer.id);
        const before = turn.offers.filter(({ id }) => id !== offer.id && this.asked.has(id));
        const refused = before.some(
          ({ memberId, status }) =>
            memberId === offer.memberId && (status === "declined" || status === "lapsed"),
        );
        if (offer.kind === "ledger" || offer.kind === "stand-in")
          expect(refused, "not asked again").toBe(false);
      }
    }
  }

  private async speakersBySession(all: readonly Turn[]): Promise<Map<string, string[]>> {
    const sessionIds = all.map(({ sessionId }) => sessionId);
    const rows = await this.db
      .select({ sessionId: sessionSpeakers.sessionId, personId: sessionSpeakers.personId })
      .from(sessionSpeakers)
      .where(inArray(sessionSpeakers.sessionId, sessionIds));
    const bySession = new Map<string, string[]>();
    for (const { sessionId, personId } of rows)
      bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), personId ?? ""]);
    return bySession;
  }
}
