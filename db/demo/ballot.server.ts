import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { allocations, ballots, events, type sessions, wishes } from "#db/schema/index.ts";
import { recordDecision } from "~/festivals/decisions.server.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { Temporal } from "~/platform/time.ts";
import { allocate } from "~/signups/allocation/allocate.ts";
import { carryOut } from "~/signups/ballot/carry-out.server.ts";
import { simulate } from "~/signups/ballot/simulate.server.ts";
import type { Alliance } from "./alliance.server.ts";
import { fillAttendance } from "./attendance.server.ts";
import { type DemoDates, daysAgo } from "./dates.ts";
import { seededDice } from "./dice.ts";
import { sequentialIds } from "./ids.ts";

type SessionRow = typeof sessions.$inferSelect;

/**
 * Seats of an edition that is over, given by everybody's wishes: what people wished for, the seats that came of it, and
 * who waited. Whoever was told of it then is not told again.
 */
export async function fillBallot(
  db: Database,
  { festivalId, workshops, dates }: { festivalId: string; workshops: SessionRow[]; dates: DemoDates },
  { people, organisations }: Alliance,
): Promise<void> {
  // Of its own, so that nothing else in the demo changes its address.
  const ids = sequentialIds("ba110700");
  const given = Temporal.Instant.from(daysAgo(dates, 168, "10:00"));
  const lead = { personId: people.anna.id, organisationId: organisations.waterland, role: "admin" as const };
  const closesAt = daysAgo(dates, 170, "17:00");
  const asked = Temporal.Instant.from(daysAgo(dates, 199, "10:00"));
  await db.insert(ballots).values({
    festivalId,
    opensAt: asked.toString(),
    closesAt,
    mode: "fewest-without",
    seed: "koffie-met-een-snufje-geluk",
    numbersKey: "a demo keeps nothing secret",
    createdAt: asked.toString(),
  });
  const facts = { until: closesAt };
  await recordDecision(db, { festivalId, kind: "ballot-opened", by: lead, facts, now: asked });
  await db.insert(wishes).values(thrownWishes(festivalId, workshops, people, closesAt));
  const festival = await findFestivalById(db, festivalId);
  if (!festival) throw new Error("the festival of the ballot is gone");
  await simulate(db, lead, festival, { now: given, ids, allocate });
  const trials = await db.select().from(allocations).where(eq(allocations.festivalId, festivalId));
  const trial = trials.find(({ mode }) => mode === "fewest-without");
  const done = await carryOut(db, lead, festival, trial?.id ?? "", { now: given, ids });
  if (!done.ok) throw new Error(`the demo's seats could not be given: ${done.reason}`);
  await db.delete(events).where(eq(events.createdAt, given.toString()));
  await fillAttendance(db, workshops, people.anna.id);
}

/** What everybody who could come wished for: the same by every throw of the dice. */
function thrownWishes(
  festivalId: string,
  workshops: SessionRow[],
  people: Alliance["people"],
  updatedAt: string,
) {
  const roll = seededDice(1789);
  const slots = [...new Set(workshops.map(({ startsAt }) => startsAt))];
  return Object.values(people).flatMap((person) =>
    slots.flatMap((slot) => {
      const liked = workshops
        .filter(({ startsAt }) => startsAt === slot)
        .map((session, index) => ({ session, liking: roll() * (3 - index) }))
        .sort((a, b) => b.liking - a.liking)
        .slice(0, 1 + Math.floor(roll() * 3));
      return liked.map(({ session }, index) => ({
        ...{ festivalId, updatedAt, personId: person.id, sessionId: session.id },
        rank: index + 1,
      }));
    }),
  );
}
