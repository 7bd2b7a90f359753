import { and, eq, gte, isNotNull, lt } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { makePeople } from "#db/demo/factories.ts";
import { mails, rosterMembers, turnHistory, turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { mailsPerPerson, RosterYear, tooMany } from "#tests/support/roster-year.ts";
import { addPause } from "~/lectures/change-series.server.ts";
import { add, compare, fraction, parseFraction, zero } from "~/lectures/fraction.ts";
import { replayBalances } from "~/lectures/ledger.ts";
import { addAbsence, joinRoster } from "~/lectures/members.server.ts";
import { openFloor } from "~/lectures/turn-page/decide.server.ts";
import { resumeMember } from "~/lectures/volunteering/pause.server.ts";
import { type Instant, isBefore, Temporal } from "~/platform/time.ts";
import { depsAt, monday, startRoster } from "./lectures.support.ts";

vi.setConfig({ testTimeout: 600_000 });

const colleagues = 14;
const weeks = 52;
const first = "2026-11-26";
const end = "2027-11-22";

describe("a year at the coffee machine", () => {
  const db = testDatabase();

  test("runs itself: jobs ask, colleagues answer their mails or do not, the organiser acts where asked", async () => {
    const { seriesId, organisationId } = await startRoster(db(), []);
    const [organiser, ...members] = await makePeople(
      db(),
      Array.from({ length: colleagues + 1 }, (_, index) => ({
        name: index === 0 ? "Olga Ober" : `Colleague ${index}`,
        email: index === 0 ? "olga@waterland.example" : `colleague-${index}@waterland.example`,
        organisationId,
        role: index === 0 ? ("organiser" as const) : ("member" as const),
        language: index % 2 === 0 ? "en" : "nl",
      })),
    );
    for (const { id } of members) await joinRoster(db(), { seriesId, personId: id }, depsAt(monday));
    const christmas = { startsOn: "2026-12-24", endsOn: "2027-01-03", reason: "Christmas" };
    await addPause(db(), { seriesId, ...christmas }, depsAt(monday));
    for (const [index, { id }] of members.entries()) {
      const away = Temporal.PlainDate.from("2027-01-10").add({ days: index * 23 });
      const stretch = { startsOn: away.toString(), endsOn: away.add({ days: 20 }).toString(), note: "" };
      await addAbsence(db(), { seriesId, personId: id, ...stretch }, depsAt(monday));
    }

    const decided: string[] = [];
    const year = new RosterYear(db(), "Europe/Amsterdam", 7, {
      async decide(turnId, now) {
        decided.push(turnId);
        await openFloor(db(), { seriesId, turnId, organiserId: organiser!.id }, depsAt(now));
      },
      async talkToPaused(now) {
        const paused = await db().select().from(rosterMembers).where(isNotNull(rosterMembers.pausedAt));
        for (const { id } of paused) await resumeMember(db(), { seriesId, memberId: id }, depsAt(now));
      },
    });
    for (const now of moments()) await year.reach(now);

    expect(year.failures).toEqual([]);
    const held = await db()
      .select()
      .from(turns)
      .where(and(eq(turns.seriesId, seriesId), gte(turns.heldOn, first), lt(turns.heldOn, end)));
    const statuses = held.map(({ status }) => status);
    expect(statuses.length).toBeGreaterThanOrEqual(weeks - 3);
    expect(new Set(statuses)).toEqual(new Set(["held", "cancelled"]));
    const cancelled = held.filter(({ status }) => status === "cancelled");
    expect(cancelled.map(({ heldOn }) => heldOn)).toEqual(["2026-12-24", "2026-12-31"]);

    // The organiser did nothing but what they were asked for.
    const acts = await db().select().from(turnHistory).where(eq(turnHistory.actorId, organiser!.id));
    expect(acts.map(({ turnId }) => turnId).toSorted()).toEqual(decided.toSorted());
    expect(new Set(decided).size).toBe(decided.length);
    const floors = held.filter(({ guest }) => guest?.is === "open-floor");
    expect(floors.map(({ id }) => id).toSorted()).toEqual(decided.toSorted());

    const balances = Object.values(
      replayBalances(
        held.flatMap(({ status, heldOn, memberId, present }) =>
          status === "held" ? [{ heldOn, memberId, present: present ?? [] }] : [],
        ),
      ),
    ).map(parseFraction);
    expect(balances.reduce(add, zero)).toEqual(zero);
    const far = balances.filter(
      (one) => compare(one, fraction(2, 1)) > 0 || compare(one, fraction(-2, 1)) < 0,
    );
    expect(far).toEqual([]);

    const table = mailsPerPerson(year.sent);
    if (process.env.MODEL_RUNS) console.table(table);
    expect(Object.keys(table)).toHaveLength(colleagues + 1);
    expect(tooMany(year.sent)).toEqual([]);
    const others = await db().select({ kind: mails.kind }).from(mails);
    expect(year.sent.length).toBe(others.filter(({ kind }) => kind.startsWith("turn-")).length);
    expect(year.sent.length / held.length).toBeLessThan(12);
  });
});

/** After the hour of the lecture, at which offers lapse; the models look at the morning and the afternoon too. */
const times = process.env.MODEL_RUNS ? ["06:05", "10:45", "14:05", "17:05"] : ["10:45"];

/** Each day of the year. */
function moments(): Instant[] {
  const days = Temporal.PlainDate.from("2026-11-09").until(end).days;
  return Array.from({ length: days }, (_, day) => Temporal.PlainDate.from("2026-11-09").add({ days: day }))
    .flatMap((date) =>
      times.map((time) =>
        date.toZonedDateTime({ timeZone: "Europe/Amsterdam", plainTime: time }).toInstant(),
      ),
    )
    .filter((now) => isBefore(monday, now));
}
