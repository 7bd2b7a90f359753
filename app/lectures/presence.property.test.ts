import fc from "fast-check";
import { expect, test } from "vitest";
import { type IsoDate, Temporal } from "~/platform/time.ts";
import { isPresent, presentAt, type RosterMember } from "./presence.ts";

const day = (offset: number): IsoDate =>
  Temporal.PlainDate.from("2026-01-01").add({ days: offset }).toString();
const anyDay = fc.nat({ max: 400 }).map(day);
const anyStretch = fc
  .tuple(anyDay, anyDay)
  .map(([a, b]) => (a < b ? { startsOn: a, endsOn: b } : { startsOn: b, endsOn: a }));
const anyMember: fc.Arbitrary<RosterMember> = fc.record({
  id: fc.constant("a"),
  organisationId: fc.constant("waterland"),
  joinedOn: anyDay,
  leftOn: fc.option(anyDay),
  paused: fc.boolean(),
  pausedUntil: fc.option(anyDay),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  notBefore: fc.option(anyDay),
  absences: fc.array(anyStretch, { maxLength: 3 }),
});

/** Said again from the words of the rule, one clause each. */
function mayBeAsked(member: RosterMember, date: IsoDate): boolean {
  if (date < member.joinedOn) return false;
  if (member.leftOn !== null && date >= member.leftOn) return false;
  if (member.notBefore && date < member.notBefore) return false;
  if (member.paused && (member.pausedUntil === null || date < member.pausedUntil!)) return false;
  if (!member.weekdays!.includes(Temporal.PlainDate.from(date).dayOfWeek)) return false;
  return member.absences.every(({ startsOn, endsOn }) => date < startsOn || date > endsOn);
}

test("presence is what its words say, whatever a member has set", () => {
  fc.assert(
    fc.property(anyMember, anyDay, (member, date) => {
      expect(isPresent(member, date)).toBe(mayBeAsked(member, date));
    }),
    { numRuns: 2000 },
  );
});

test("nothing a member adds makes them present on a day they were not", () => {
  fc.assert(
    fc.property(anyMember, anyStretch, anyDay, anyDay, (member, absence, notBefore, date) => {
      const later = !member.notBefore || member.notBefore < notBefore ? notBefore : member.notBefore;
      const stricter = { ...member, absences: [...member.absences, absence], notBefore: later };
      if (isPresent(stricter, date)) expect(isPresent(member, date)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("a pause with an end counts as none from that day on, before any job has forgotten it", () => {
  fc.assert(
    fc.property(anyMember, anyDay, anyDay, (member, pausedUntil, date) => {
      fc.pre(date >= pausedUntil);
      const forgotten = { ...member, paused: false, pausedUntil: null };
      const over = { ...member, paused: true, pausedUntil };
      expect(isPresent(over, date)).toBe(isPresent(forgotten, date));
    }),
    { numRuns: 1000 },
  );
});

test("who speaks counts, present or not, and nobody twice", () => {
  fc.assert(
    fc.property(anyMember, anyDay, fc.constantFrom("a", "b", null), (member, date, speaker) => {
      const other = { ...member, id: "b", absences: [] };
      const ids = presentAt([member, other], date, speaker).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      if (speaker) expect(ids).toContain(speaker);
    }),
    { numRuns: 500 },
  );
});
