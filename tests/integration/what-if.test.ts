import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { rosterMembers } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { acceptTurn } from "~/lectures/answer.server.ts";
import { addPause, changeMode } from "~/lectures/change-series.server.ts";
import { addAbsence, joinRoster, leaveRoster } from "~/lectures/members.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { requireSeries } from "~/lectures/series.server.ts";
import { aheadOf, imagine } from "~/lectures/what-if/imagine.server.ts";
import { nothingElse, outlook, suppose, type WhatIf } from "~/lectures/what-if/what-if.ts";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";

const db = testDatabase();
const deps = depsAt(monday);
let scene: Awaited<ReturnType<typeof startRoster>>;
let ids: Record<string, string>;

/** Five on the roster; Ada has agreed to the first week, the second is offered, the others are pencilled in. */
beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo", "Cas", "Dee", "Eva"]);
  const rows = await db().select().from(rosterMembers);
  const idOf = (personId: string) => rows.find((row) => row.personId === personId)!.id;
  ids = Object.fromEntries(Object.entries(scene.people).map(([name, id]) => [name, idOf(id)]));
  const [first] = await weeksOf(db(), scene.seriesId);
  const personId = scene.people.Ada!;
  const turn = { seriesId: scene.seriesId, turnId: first!.id, personId, topic: "Bread" };
  expect(await acceptTurn(db(), turn, deps)).toEqual({ ok: true });
});

const load = async () => loadRoster(db(), await requireSeries(db(), scene.seriesId));

/** Who has which week by what was tried out; and by the rows. */
async function imagined(whatIf: WhatIf) {
  const { weeks } = outlook(suppose(aheadOf(await load(), monday), whatIf));
  return weeks.map(({ date, status, memberId }) => [date, status, memberId]);
}

async function real() {
  const { turns } = await load();
  return turns.map(({ heldOn, status, memberId }) => [heldOn, status, memberId]);
}

describe("what is tried out", () => {
  test("as it is, is the plan as it stands", async () => {
    expect(await imagined(nothingElse)).toEqual(await real());
  });

  test.each([
    [
      "somebody who has agreed to nothing leaves",
      () => ({ ...nothingElse, without: [ids.Bo!] }),
      () => leaveRoster(db(), { seriesId: scene.seriesId, personId: scene.people.Bo! }, deps),
    ],
    [
      "a speaker leaves",
      () => ({ ...nothingElse, without: [ids.Ada!] }),
      () => leaveRoster(db(), { seriesId: scene.seriesId, personId: scene.people.Ada! }, deps),
    ],
    [
      "somebody who is asked is away",
      () => ({
        ...nothingElse,
        away: [{ memberId: ids.Bo!, startsOn: "2026-11-30", endsOn: "2027-01-10" }],
      }),
      () =>
        addAbsence(
          db(),
          {
            ...{ seriesId: scene.seriesId, personId: scene.people.Bo! },
            ...{ startsOn: "2026-11-30", endsOn: "2027-01-10", note: "" },
          },
          deps,
        ),
    ],
    [
      "the series pauses",
      () => ({ ...nothingElse, pause: { startsOn: "2026-11-23", endsOn: "2026-12-11" } }),
      () =>
        addPause(
          db(),
          { seriesId: scene.seriesId, startsOn: "2026-11-23", endsOn: "2026-12-11", reason: "" },
          deps,
        ),
    ],
  ])("is what happens when %s", async (_, whatIf, really) => {
    const before = await real();
    const expected = await imagined(whatIf());
    expect(await real()).toEqual(before);
    await really();
    expect(await real()).toEqual(expected);
    expect(expected).not.toEqual(before);
  });

  test("is what happens when organisations of different size take turns", async () => {
    const lumen = await makeOrganisation(db(), { slug: "lumen" });
    const { id: personId } = await makePerson(db(), { name: "Lou", organisationId: lumen.id });
    await joinRoster(db(), { seriesId: scene.seriesId, personId }, deps);
    const before = await real();
    const expected = await imagined({ ...nothingElse, mode: "per-organisation" });
    await changeMode(db(), { seriesId: scene.seriesId, rosterMode: "per-organisation" }, deps);
    expect(await real()).toEqual(expected);
    expect(expected).not.toEqual(before);
  });

  test("tells who would notice, and the week's cause", async () => {
    const { weeks, members, unchanged } = imagine(
      await load(),
      { ...nothingElse, without: [ids.Ada!] },
      monday,
    );
    expect(weeks[0]).toMatchObject({
      date: "2026-11-26",
      cause: "leaves",
      now: { status: "confirmed", speaker: { name: "Ada" } },
    });
    expect(weeks[0]?.after.speaker?.name).not.toBe("Ada");
    const ada = members.find(({ name }) => name === "Ada");
    expect([ada?.now.weeks.includes("2026-11-26"), ada?.after.weeks]).toEqual([true, []]);
    expect(members.length + unchanged).toBe(5);
    const rows = await db().select().from(rosterMembers).where(eq(rosterMembers.id, ids.Ada!));
    expect(rows[0]?.leftOn).toBeNull();
  });
});
