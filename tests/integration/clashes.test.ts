import { and, asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeRoom, makeSpeakers, makeVenue } from "#db/demo/factories.ts";
import { commitments, sessions, signups, venueDistances } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { type Answer, answerOf, routeArgs } from "#tests/support/requests.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";
import { chooseClash } from "~/signups/clashes/choose-clash.server.ts";
import type { Clash } from "~/signups/clashes/clash.ts";
import { listClashes } from "~/signups/clashes/clashes.server.ts";
import type { TravelWarning } from "~/signups/clashes/travel.ts";
import type { Panel } from "~/signups/panel.ts";
import * as clashPage from "../../app/routes/agenda.clashes.tsx";
import { loader as agenda } from "../../app/routes/agenda.tsx";
import * as sessionPage from "../../app/routes/festivals.$festival.sessions.$session.tsx";
import { early, inboxOf, seatScene, sweepAll } from "./offers.support.ts";
import { loginOf } from "./organisations.support.ts";

const statusOf = async (db: Database, personId: string, sessionId: string) =>
  (
    await db
      .select()
      .from(signups)
      .where(and(eq(signups.personId, personId), eq(signups.sessionId, sessionId)))
  )[0]?.status;

/** Whether each of a person's commitments is marked, in order of time. */
async function marks(db: Database, personId: string): Promise<boolean[]> {
  const rows = await db
    .select()
    .from(commitments)
    .where(eq(commitments.personId, personId))
    .orderBy(asc(commitments.during), asc(commitments.sessionId));
  return rows.map(({ clashSince }) => clashSince !== null);
}

describe("a session moved onto another", () => {
  const db = testDatabase();

  /** Daan has a seat at ten, one at noon and one at two. */
  async function scene() {
    const here = await seatScene(db());
    const [daan = "", eva = ""] = await here.people("Daan", "Eva");
    const ten = await here.session("Knitting", "2027-01-11T10:00", { capacity: 1 });
    const noon = await here.session("Sketching", "2027-01-11T12:00");
    const two = await here.session("Weaving", "2027-01-11T14:00");
    for (const { id } of [ten, noon, two]) await here.ask(daan, id);
    await here.ask(eva, ten.id);
    await sweepAll(db(), early);
    const inbox = inboxOf(db());
    await inbox("daan@waterland.example");
    const move = (id: string, startsLocal: string, now = early) =>
      changeSession(db(), id, { startsLocal }, { now });
    return {
      ...{ ...here, daan, eva, ten, noon, two, move },
      mail: () => inbox("daan@waterland.example"),
      choose: (keep: string, giveUp: string, now = early) =>
        chooseClash(db(), { personId: daan, keep, giveUp }, { now }),
      pairs: async () =>
        (await listClashes(db(), daan, early)).map(([a, b]: Clash) => `${a.title} + ${b.title}`),
    };
  }

  test("leaves both seats until the person chooses, and the choice frees a seat for the queue", async () => {
    const { daan, eva, ten, noon, move, pairs, choose } = await scene();
    await move(noon.id, "2027-01-11T10:30");
    expect(await pairs()).toEqual(["Knitting + Sketching"]);
    expect([await statusOf(db(), daan, ten.id), await statusOf(db(), daan, noon.id)]).toEqual([
      "confirmed",
      "confirmed",
    ]);
    expect(await choose(noon.id, ten.id)).toEqual({ ok: true, keep: "Sketching", giveUp: "Knitting" });
    expect(await pairs()).toEqual([]);
    expect(await marks(db(), daan)).toEqual([false, false]);
    expect([await statusOf(db(), daan, ten.id), await statusOf(db(), eva, ten.id)]).toEqual([
      "cancelled",
      "confirmed",
    ]);
  });

  test("asks once in the mail about the move, with the way to choose", async () => {
    const { noon, move, mail } = await scene();
    await move(noon.id, "2027-01-11T10:30");
    await sweepAll(db(), early.add({ minutes: 15 }));
    const [changed, ...more] = await mail();
    expect(more).toEqual([]);
    expect(changed?.subject).toBe("Changed: Sketching (Mon 11 Jan)");
    for (const part of [changed?.text, changed?.html]) {
      expect(part).toContain("“Knitting” and “Sketching” are at the same time now");
      expect(part).toContain("http://localhost:3000/agenda/clashes");
    }
  });

  test("asks once in a mail about several moves, each pair once", async () => {
    const { noon, two, move, mail } = await scene();
    await move(noon.id, "2027-01-11T10:30");
    await move(two.id, "2027-01-11T11:00");
    await sweepAll(db(), early.add({ minutes: 15 }));
    const [news, ...more] = await mail();
    expect(more).toEqual([]);
    expect(news?.kind).toBe("invite-news");
    const said = (news?.text ?? "").match(/“\w+” and “\w+” are at the same time now/g);
    expect(said).toEqual([
      "“Knitting” and “Sketching” are at the same time now",
      "“Sketching” and “Weaving” are at the same time now",
    ]);
  });

  test("moved on and back, asks nothing more, and the marks are gone", async () => {
    const { daan, noon, move, pairs, mail, choose, ten } = await scene();
    await move(noon.id, "2027-01-11T10:30");
    await move(noon.id, "2027-01-11T12:00");
    expect([await pairs(), await marks(db(), daan)]).toEqual([[], [false, false, false]]);
    await sweepAll(db(), early.add({ minutes: 15 }));
    expect(await mail()).toEqual([]);
    expect(await choose(noon.id, ten.id)).toEqual({ ok: false, reason: "no-longer", giveUp: "Knitting" });
    expect(await statusOf(db(), daan, ten.id)).toBe("confirmed");
  });

  test("is settled pair by pair where three follow each other", async () => {
    const { daan, ten, noon, two, move, pairs, choose } = await scene();
    await move(ten.id, "2027-01-11T11:30");
    await move(two.id, "2027-01-11T12:45");
    expect(await pairs()).toEqual(["Knitting + Sketching", "Sketching + Weaving"]);
    expect(await choose(noon.id, two.id)).toMatchObject({ ok: true });
    expect(await pairs()).toEqual(["Knitting + Sketching"]);
    expect(await choose(ten.id, noon.id)).toMatchObject({ ok: true });
    expect([await pairs(), await marks(db(), daan)]).toEqual([[], [false]]);
  });

  test("is settled at once where the one in the middle goes", async () => {
    const { daan, ten, noon, two, move, pairs, choose } = await scene();
    await move(ten.id, "2027-01-11T11:30");
    await move(two.id, "2027-01-11T12:45");
    expect(await choose(ten.id, noon.id)).toMatchObject({ ok: true });
    expect([await pairs(), await marks(db(), daan)]).toEqual([[], [false, false]]);
  });

  test("cannot cost a second seat by a second click, nor by two that contradict each other", async () => {
    const { daan, ten, noon, move, choose } = await scene();
    await move(noon.id, "2027-01-11T10:30");
    const answers = await Promise.all([choose(noon.id, ten.id), choose(noon.id, ten.id)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await choose(noon.id, ten.id)).toEqual({ ok: false, reason: "done", giveUp: "" });
    expect(await choose(ten.id, noon.id)).toMatchObject({ ok: false, reason: "no-longer" });
    expect(await statusOf(db(), daan, noon.id)).toBe("confirmed");
  });

  test("gives up nothing that was never in a clash, of another person, or has begun", async () => {
    const { eva, ten, noon, two, move, choose } = await scene();
    await move(noon.id, "2027-01-11T10:30");
    expect(await choose(two.id, ten.id)).toMatchObject({ ok: false, reason: "no-longer" });
    expect(await chooseClash(db(), { personId: eva, keep: noon.id, giveUp: ten.id }, { now: early })).toEqual(
      {
        ok: false,
        reason: "done",
        giveUp: "",
      },
    );
    const begun = early.add({ hours: 168, minutes: 10 });
    expect(await choose(noon.id, ten.id, begun)).toMatchObject({ ok: false, reason: "past" });
  });

  test("is no clash any more when the other is called off", async () => {
    const { daan, ten, noon, move, pairs } = await scene();
    await move(noon.id, "2027-01-11T10:30");
    await cancelSession(db(), ten.id, { now: early });
    expect([await pairs(), await marks(db(), daan)]).toEqual([[], [false, false]]);
  });

  test("that one gives oneself cannot be given up here", async () => {
    const { daan, session, noon, ten, move, pairs, choose, mail } = await scene();
    const talk = await session("My own talk", "2027-01-11T16:00");
    await makeSpeakers(db(), talk, [{ name: "Daan", personId: daan }]);
    await sweepAll(db(), early);
    await mail();
    await move(talk.id, "2027-01-11T12:30");
    await sweepAll(db(), early.add({ minutes: 15 }));
    const [changed] = await mail();
    expect(changed?.text).toContain("speak with the organisers");
    expect(await pairs()).toEqual(["Sketching + My own talk"]);
    expect(await choose(noon.id, talk.id)).toEqual({
      ok: false,
      reason: "own-session",
      giveUp: "My own talk",
    });
    expect(await choose(talk.id, noon.id)).toMatchObject({ ok: true });
    expect([await pairs(), await marks(db(), daan)]).toEqual([[], [false, false, false]]);
    expect(await statusOf(db(), daan, ten.id)).toBe("confirmed");
  });

  describe("on the pages", () => {
    const nudge = vi.fn();
    const argsOf = (path: string, cookie: string, more: object = {}) =>
      routeArgs(db(), path, { cookie, context: { now: () => early, nudge }, ...more }) as never;

    test("stands on the agenda, both sessions and a page of its own, for that person alone", async () => {
      const { daan, eva, ten, noon, two, festival, move } = await scene();
      await move(noon.id, "2027-01-11T10:30");
      const seen = async (person: string) => {
        const cookie = await loginOf(db(), person);
        const counts: number[] = [];
        for (const { id } of [ten, noon, two]) {
          const params = { festival: festival.slug, session: id };
          const { data } = await answerOf(sessionPage.loader(argsOf("/x", cookie, { params })));
          counts.push((data as { panel: Panel }).panel.clashes.length);
        }
        const mine = (await answerOf(agenda(argsOf("/agenda", cookie)))).data as { clashes: Clash[] };
        const own = (await answerOf(clashPage.loader(argsOf("/agenda/clashes", cookie)))).data as {
          pairs: { choices: unknown[] }[];
        };
        return [...counts, mine.clashes.length, own.pairs.map(({ choices }) => choices.length)];
      };
      expect(await seen(daan)).toEqual([1, 1, 0, 1, [2]]);
      expect(await seen(eva)).toEqual([0, 0, 0, 0, []]);
    });

    test("is chosen there, for oneself", async () => {
      const { daan, ten, noon, move } = await scene();
      await move(noon.id, "2027-01-11T10:30");
      const cookie = await loginOf(db(), daan);
      const post = (form: Record<string, string>): Promise<Answer> =>
        answerOf(clashPage.action(argsOf("/agenda/clashes", cookie, { form })));
      expect((await post({ keep: noon.id, giveUp: "both" })).status).toBe(422);
      const chosen = await post({ keep: noon.id, giveUp: ten.id });
      expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/agenda"]);
      expect(await statusOf(db(), daan, ten.id)).toBe("cancelled");
      expect(nudge).toHaveBeenCalled();
    });
  });
});

describe("the way between two buildings", () => {
  const db = testDatabase();

  async function scene() {
    const here = await seatScene(db());
    const [daan = ""] = await here.people("Daan");
    const making = { festivalId: here.festival.id };
    const [mill, harbour] = [
      await makeVenue(db(), { name: "The Mill", organisationId: here.waterland.id }),
      await makeVenue(db(), { name: "Harbour", organisationId: here.waterland.id }),
    ];
    const blue = await makeRoom(db(), { ...making, name: "Blue", venueId: mill.id });
    const dock = await makeRoom(db(), { ...making, name: "Dock", venueId: harbour.id });
    const [venueId = "", otherVenueId = ""] = [mill.id, harbour.id].sort();
    await db()
      .insert(venueDistances)
      .values({ festivalId: here.festival.id, venueId, otherVenueId, minutes: 12 });
    const first = await here.session("Knitting", "2027-01-11T10:00", { roomId: blue.id });
    const next = await here.session("Sketching", "2027-01-11T11:05", { roomId: dock.id });
    return { ...here, daan, first, next };
  }

  const said = ({ from, to, minutes, needed }: TravelWarning) => [from.room, to.room, minutes, needed];

  test("is said before one signs up and after, and refuses nobody", async () => {
    const { daan, first, next, festival, ask } = await scene();
    await ask(daan, first.id);
    const cookie = await loginOf(db(), daan);
    const travel = async (session: string) => {
      const params = { festival: festival.slug, session };
      const args = routeArgs(db(), "/x", { cookie, params, context: { now: () => early } }) as never;
      return ((await answerOf(sessionPage.loader(args))).data as { panel: Panel }).panel.travel.map(said);
    };
    expect(await travel(first.id)).toEqual([]);
    expect(await travel(next.id)).toEqual([["Blue", "Dock", 5, 12]]);
    expect(await ask(daan, next.id)).toEqual({ ok: true, status: "confirmed" });
    expect(await travel(first.id)).toEqual([["Blue", "Dock", 5, 12]]);
    const args = routeArgs(db(), "/agenda", { cookie, context: { now: () => early } }) as never;
    const mine = (await answerOf(agenda(args))).data as { travel: TravelWarning[] };
    expect(mine.travel.map(said)).toEqual([["Blue", "Dock", 5, 12]]);
  });

  test("is nobody's business who is not signed in", async () => {
    const { next, festival } = await scene();
    const params = { festival: festival.slug, session: next.id };
    const args = routeArgs(db(), "/x", { params, context: { now: () => early } }) as never;
    expect(((await answerOf(sessionPage.loader(args))).data as { panel: Panel }).panel.travel).toEqual([]);
  });
});

describe.skipIf(!postgresUrl)("a choice while the session moves back", () => {
  const db = postgresDatabase({ connections: 6 });
  beforeEach(() => Promise.all(Array.from({ length: 4 }, () => db().execute(sql`select pg_sleep(0.1)`))));

  /** The move back has written and not committed when the choice is made. */
  async function chooseDuringMove(choosing: Database) {
    const here = await seatScene(db());
    const [daan = ""] = await here.people("Daan");
    const ten = await here.session("Knitting", "2027-01-11T10:00");
    const noon = await here.session("Sketching", "2027-01-11T12:00");
    for (const { id } of [ten, noon]) await here.ask(daan, id);
    await changeSession(db(), noon.id, { startsLocal: "2027-01-11T10:30" }, { now: early });
    let goOn = () => {};
    const chosenMeanwhile = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let begun = () => {};
    const moving = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const move = db().transaction(async (tx) => {
      await changeSession(
        tx as unknown as Database,
        noon.id,
        { startsLocal: "2027-01-11T12:00" },
        { now: early },
      );
      begun();
      await chosenMeanwhile;
    });
    await moving;
    const choice = chooseClash(choosing, { personId: daan, keep: ten.id, giveUp: noon.id }, { now: early });
    // Long enough for whoever does not wait to be done.
    await db().execute(sql`select pg_sleep(0.5)`);
    goOn();
    await move;
    const answer = await choice;
    const left = await statusOf(db(), daan, noon.id);
    const [{ seatsTaken } = { seatsTaken: -1 }] = await db()
      .select()
      .from(sessions)
      .where(eq(sessions.id, noon.id));
    return [answer.ok ? "chosen" : answer.reason, left, seatsTaken];
  }

  test("costs nobody a seat", async () => {
    expect(await chooseDuringMove(db())).toEqual(["no-longer", "confirmed", 1]);
  });

  test("control: without the locks a seat is given up for a clash that is gone", async () => {
    const [answer] = await chooseDuringMove(withoutRowLocks(db()));
    expect(answer).toBe("chosen");
  });
});
