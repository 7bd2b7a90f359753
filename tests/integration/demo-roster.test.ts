import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { fillDemo } from "#db/demo/demo.server.ts";
import {
  events,
  lectureLearnings,
  lectureQuestions,
  lectureThanks,
  offers,
  sessions,
  turns,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { findNotes } from "~/lectures/afterwards/notes.server.ts";
import { isOfferDue, startOf } from "~/lectures/dates.ts";
import { add, formatFraction, parseFraction, zero } from "~/lectures/fraction.ts";
import { findLecture } from "~/lectures/lectures.server.ts";
import { isAlarming, replayBalances } from "~/lectures/ledger.ts";
import { planSeries } from "~/lectures/plan.server.ts";
import { type PlannedTurn, planTurns } from "~/lectures/plan.ts";
import { loadRoster, type Roster } from "~/lectures/roster.server.ts";
import { findSeries } from "~/lectures/series.server.ts";
import { dateIn, isBefore } from "~/platform/time.ts";

const now = at("2026-11-23T09:00:00Z");

type OfferRow = typeof offers.$inferSelect;

/** What the roster knew at an instant: who had joined, what had been held, agreed and declined by then. */
function knownAt(roster: Roster, all: OfferRow[], asked: OfferRow): Roster {
  const { series } = roster;
  const day = dateIn(at(asked.offeredAt), series.timeZone);
  const answered = (offer: OfferRow, status: OfferRow["status"]) =>
    offer.status === status && offer.answeredAt !== null && offer.answeredAt <= asked.offeredAt;
  const turnThen = (turn: Roster["turns"][number]): Roster["turns"][number] => {
    const own = all.filter((offer) => offer.turnId === turn.id);
    const declinedBy = own.filter((offer) => answered(offer, "declined")).map((offer) => offer.memberId);
    if (!isBefore(asked.offeredAt, startOf(series, turn.heldOn))) return { ...turn, declinedBy };
    const agreed = own.find((offer) => answered(offer, "accepted"));
    const status = agreed ? "confirmed" : "open";
    return { ...turn, declinedBy, status, memberId: agreed?.memberId ?? null, present: null };
  };
  return {
    ...roster,
    members: roster.members.filter((one) => one.joinedOn <= day || one.joinedOn === series.startsOn),
    turns: roster.turns.map(turnThen),
  };
}

describe("the demo's year at the coffee machine", () => {
  const db = testDatabase();
  beforeEach(() => fillDemo(db(), { now }));

  async function load() {
    const series = await findSeries(db(), "coffee-machine");
    if (!series) throw new Error("no series");
    return loadRoster(db(), series);
  }

  const count = (turns: PlannedTurn[], status: PlannedTurn["status"]) =>
    turns.filter((turn) => turn.status === status).length;

  test("is a year of lectures and the eight weeks ahead, less the holidays", async () => {
    const { series, turns: all } = await load();
    const past = all.filter((turn) => isBefore(startOf(series, turn.heldOn), now));
    expect({ held: count(past, "held"), noShow: count(past, "no-show"), all: past.length }).toEqual({
      held: 46,
      noShow: 1,
      all: 47,
    });
    const ahead = all.filter((turn) => !past.includes(turn)).map((turn) => [turn.heldOn, turn.status]);
    expect(ahead).toEqual([
      ["2026-11-26", "confirmed"],
      ["2026-12-03", "confirmed"],
      ["2026-12-10", "confirmed"],
      ["2026-12-17", "offered"],
      ["2027-01-07", "open"],
      ["2027-01-14", "open"],
    ]);
  });

  test("asked, at every offer, the one whom the ledger names on what was known that day", async () => {
    const roster = await load();
    const all = await db().select().from(offers).orderBy(asc(offers.offeredAt), asc(offers.turnId));
    const replayed = all.map((offer) => {
      const choices = planTurns(knownAt(roster, all, offer), { turnId: offer.turnId, holders: new Set() });
      return choices.get(offer.turnId)?.memberId;
    });
    expect(replayed).toEqual(all.map((offer) => offer.memberId));
    expect(all.filter((offer) => offer.status === "declined").length).toBe(6);
  });

  test("ends with balances that sum to nothing and alarm nobody", async () => {
    const { turns: all } = await load();
    const held = all.filter((turn) => turn.status === "held");
    const balances = Object.values(
      replayBalances(held.map((turn) => ({ ...turn, present: turn.present ?? [] }))),
    );
    expect(balances.length).toBe(16);
    expect(formatFraction(balances.map(parseFraction).reduce(add, zero))).toBe(formatFraction(zero));
    expect(balances.map(parseFraction).filter(isAlarming)).toEqual([]);
  });

  test("leaves the planner nothing to do", async () => {
    const { series } = await load();
    const rows = () => db().select().from(turns).orderBy(asc(turns.heldOn));
    const before = await rows();
    await db().transaction((tx) => planSeries(tx, series.id, { now, ids: testIds() }));
    expect(await rows()).toEqual(before);
    // The one who is asked is told so, and nothing else has to be.
    const told = await db().select({ kind: events.kind }).from(events);
    expect(told).toEqual([{ kind: "turn.offered" }]);
  });

  test("left last week's lecture thanks, notes, links, an answer and a question that waits, none by its speaker", async () => {
    const series = await findSeries(db(), "coffee-machine");
    const lecture = await findLecture(db(), series!.id, "2026-11-19");
    const speakerId = lecture!.speaker!.personId!;
    const thanks = await db().select().from(lectureThanks);
    const questions = await db().select().from(lectureQuestions).orderBy(asc(lectureQuestions.createdAt));
    const learnings = await db().select().from(lectureLearnings);
    const all = [...thanks, ...questions, ...learnings];
    expect(all.filter((row) => row.turnId !== lecture!.turnId || row.personId === speakerId)).toEqual([]);
    expect(all.filter(({ createdAt }) => createdAt < lecture!.endsAt || createdAt > now.toString())).toEqual(
      [],
    );
    expect(thanks.length).toBeGreaterThanOrEqual(5);
    expect(questions.map(({ answeredBy }) => answeredBy)).toEqual([speakerId, null]);
    expect(learnings.length).toBeGreaterThanOrEqual(2);
    const { notes, links } = await findNotes(db(), lecture!.turnId);
    expect([notes.length > 0, links.length]).toEqual([true, 2]);
  });

  test("shows attendees a speaker only where one has agreed", async () => {
    const roster = await load();
    for (const turn of roster.turns) {
      const [session] = await db().select().from(sessions).where(eq(sessions.id, turn.sessionId));
      const agreed = turn.status !== "offered" && turn.status !== "open";
      expect([session?.title, session?.status]).toEqual(
        agreed ? [turn.topic, "confirmed"] : [roster.series.name, "tentative"],
      );
      expect(isOfferDue(roster.series, turn.heldOn, now)).toBe(turn.status !== "open");
    }
  });
});
