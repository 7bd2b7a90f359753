import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeMember } from "#db/demo/factories.ts";
import { mailRefusals, mails, offers, turnMails, turns } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { withPauses } from "#tests/support/unlocked.ts";
import { declineTurn } from "~/lectures/answer.server.ts";
import { answerOffer } from "~/lectures/escalation/answer-offer.server.ts";
import { takeDay } from "~/lectures/mails/once-a-day.server.ts";
import { planSeries } from "~/lectures/plan.server.ts";
import { dateIn, type Instant } from "~/platform/time.ts";
import { depsAt, startRoster } from "./lectures.support.ts";
import { happen, mailsOf, makeScene, now, personOf, sweep } from "./turn-mails.support.ts";
import "~/jobs.ts";

const db = testDatabase();
const tomorrow = at("2026-11-17T06:00:00Z");

/** Olga organises and is on the roster; Ada gave the week back, and everybody is asked for it. */
async function withdrawnIntoOpenCall() {
  const scene = await makeScene(db(), { turn: { openCallAt: now.toString() } });
  await makeMember(db(), { seriesId: scene.series.id, personId: scene.olga.id, joinedOn: "2026-01-01" });
  await scene.offer("ledger", "declined");
  const payload = { memberId: scene.member.ada.id, reason: "Ill" };
  const withdrew = () => happen(db(), scene.turn.id, { kind: "turn.withdrew", payload });
  const call = () => happen(db(), scene.turn.id, { kind: "turn.open-call" });
  return { ...scene, withdrew, call };
}

const toOlga = async () =>
  (await mailsOf(db())).filter(({ recipient }) => recipient.startsWith("olga")).map(({ kind }) => kind);

describe("two mails of one day about one turn", () => {
  test.each([
    ["the stronger first", true],
    ["the weaker first", false],
  ])("become the stronger, and the other next morning if it still holds: %s", async (_, strongFirst) => {
    const { withdrew, call } = await withdrawnIntoOpenCall();
    for (const happened of strongFirst ? [call, withdrew] : [withdrew, call]) await happened();
    await sweep(db());
    expect(await toOlga()).toEqual(["turn-open-call"]);
    await sweep(db(), now.add({ hours: 10 }));
    expect(await toOlga()).toEqual(["turn-open-call"]);
    await sweep(db(), tomorrow);
    expect(await toOlga()).toEqual(["turn-open-call", "turn-withdrew"]);
  });

  test("tell nothing the next morning that is over by then", async () => {
    const { withdrew, call, turn, member } = await withdrawnIntoOpenCall();
    await call();
    await withdrew();
    await sweep(db());
    const taken = { status: "confirmed" as const, memberId: member.bo.id };
    await db().update(turns).set(taken).where(eq(turns.id, turn.id));
    await sweep(db(), tomorrow);
    expect(await toOlga()).toEqual(["turn-open-call"]);
  });

  test("leave one that waits in the queue to a stronger, and one that was sent as it is", async () => {
    const { withdrew, call } = await withdrawnIntoOpenCall();
    await withdrew();
    await sweep(db(), now, { smtp: true });
    expect(await toOlga()).toEqual(["turn-withdrew"]);
    const later = now.add({ minutes: 30 });
    await db().update(mails).set({ status: "sent" });
    await call();
    await sweep(db(), later, { smtp: true });
    expect(await toOlga()).toEqual(["turn-withdrew"]);
    await db().update(mails).set({ status: "queued" });
    await sweep(db(), tomorrow, { smtp: true });
    expect(await toOlga()).toEqual(["turn-withdrew", "turn-open-call"]);
  });

  test("drop a courtesy", async () => {
    const scene = await makeScene(db());
    const offerId = await scene.offer("ledger", "open");
    await happen(db(), scene.turn.id, { kind: "turn.offered", payload: { offerId } });
    await sweep(db());
    await happen(db(), scene.turn.id, { kind: "turn.reminded", payload: { offerId, number: 1 } });
    await sweep(db());
    await db().update(offers).set({ status: "lapsed" });
    const taken = { status: "confirmed" as const, memberId: scene.member.bo.id };
    await db().update(turns).set(taken).where(eq(turns.id, scene.turn.id));
    await happen(db(), scene.turn.id, { kind: "turn.released", payload: { offerId } });
    await sweep(db());
    await sweep(db(), tomorrow);
    expect((await mailsOf(db())).map(({ kind }) => kind)).toEqual(["turn-offered"]);
  });

  test("are of two days where midnight of the series lies between", async () => {
    const scene = await makeScene(db());
    const offerId = await scene.offer("ledger", "open", { deadlineAt: null });
    const evening = at("2026-11-16T22:30:00Z");
    await happen(db(), scene.turn.id, { kind: "turn.offered", payload: { offerId } });
    await sweep(db(), evening);
    await happen(db(), scene.turn.id, { kind: "turn.reminded", payload: { offerId, number: 1 } });
    await sweep(db(), evening.add({ hours: 1 }));
    expect((await mailsOf(db())).map(({ kind }) => kind)).toEqual(["turn-offered", "turn-reminded"]);
  });

  test("are one where their reader refused the other", async () => {
    const { withdrew, call, olga } = await withdrawnIntoOpenCall();
    const refused = { personId: olga.id, topic: "open-calls", refusedAt: now.toString() };
    await db().insert(mailRefusals).values(refused);
    await call();
    await withdrew();
    await sweep(db());
    expect(await toOlga()).toEqual(["turn-withdrew"]);
  });
});

/** Deterministic, in place of chance. */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

async function answerSome(seriesId: string, when: Instant, roll: () => number) {
  const open = await db()
    .select({ id: offers.id, memberId: offers.memberId })
    .from(offers)
    .innerJoin(turns, eq(turns.id, offers.turnId))
    .where(and(eq(offers.status, "open"), eq(turns.seriesId, seriesId)))
    .orderBy(offers.offeredAt, offers.id);
  for (const { id, memberId } of open) {
    const chance = roll();
    if (chance > 0.12) continue;
    const personId = await personOf(db(), memberId);
    const answer = chance < 0.04 ? "yes" : "no";
    await answerOffer(db(), { offerId: id, personId, answer, topic: "", reason: "" }, depsAt(when));
  }
}

describe("ten weeks of a roster whose members answer, are silent and withdraw", () => {
  test.each([1, 2])(
    "mail nobody twice a day about one turn (%s)",
    async (seed) => {
      const roll = dice(seed);
      const { seriesId, organisationId, people } = await startRoster(db(), [
        "Ada",
        "Bo",
        "Cas",
        "Dora",
        "Eef",
      ]);
      // Two of them organise as well, so that news for both meet.
      await db().execute(
        sql`update people set role = 'organiser' where id in (${people.Ada}, ${people.Bo}) and organisation_id = ${organisationId}`,
      );
      for (let when = at("2026-11-09T09:30:00Z"), step = 0; step < 140; step += 1) {
        when = when.add({ hours: 12 });
        await db().transaction((tx) => planSeries(tx, seriesId, depsAt(when)));
        await answerSome(seriesId, when, roll);
        const [speaker] = await db()
          .select({ turnId: turns.id, memberId: turns.memberId })
          .from(turns)
          .where(and(eq(turns.seriesId, seriesId), eq(turns.status, "confirmed")))
          .orderBy(turns.heldOn)
          .limit(1);
        if (speaker && roll() < 0.08) {
          const personId = await personOf(db(), speaker.memberId!);
          await declineTurn(db(), { seriesId, turnId: speaker.turnId, personId, reason: "" }, depsAt(when));
        }
        await sweep(db(), when);
      }
      const told = await db()
        .select({
          kind: mails.kind,
          recipient: mails.recipient,
          at: mails.createdAt,
          turnId: turnMails.turnId,
        })
        .from(mails)
        .leftJoin(turnMails, eq(turnMails.mailId, mails.id))
        .where(sql`${mails.kind} like 'turn-%'`);
      expect(told.filter(({ turnId }) => turnId === null)).toEqual([]);
      const days = told.map(({ recipient, turnId, at: sent }) =>
        [recipient, turnId, dateIn(at(sent), "Europe/Amsterdam")].join(" "),
      );
      expect(days.length - new Set(days).size).toBe(0);
      const kinds = new Set(told.map(({ kind }) => kind));
      for (const kind of [
        "turn-offered",
        "turn-lapsed",
        "turn-open-call",
        "turn-stand-in",
        "turn-organisers",
      ])
        expect(kinds).toContain(kind);
      // Every day taken is a mail's.
      expect(await db().$count(turnMails)).toBe(told.length);
    },
    240_000,
  );
});

describe.skipIf(!postgresUrl)("two workers with two mails for one day", () => {
  const real = postgresDatabase();

  async function race(database: Database) {
    const scene = await makeScene(database);
    const ids = testIds();
    const asked = { turnId: scene.turn.id, personId: scene.ada.id, timeZone: "Europe/Amsterdam" };
    const take = (kind: "turn-offered" | "turn-lapsed") =>
      withPauses(database).transaction((tx) =>
        takeDay(
          tx as unknown as Database,
          { ...asked, kind, event: { kind: "turn.x", payload: {} } },
          { ids, now },
        ),
      );
    const taken = await Promise.all([take("turn-offered"), take("turn-lapsed")]);
    return taken.filter((id) => id !== null).length;
  }

  test("queue one of them", async () => {
    expect(await race(real())).toBe(1);
  });

  test("control: without the key of a day they queue both", async () => {
    await real().execute(sql`alter table turn_mails drop constraint turn_mails_turn_id_person_id_day_pk`);
    expect(await race(real())).toBe(2);
  });
});
