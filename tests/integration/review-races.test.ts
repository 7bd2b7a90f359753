import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeProposalSpeaker } from "#db/demo/factories/proposals.ts";
import { makePerson } from "#db/demo/factories.ts";
import { draftSessions, events, proposals } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { confirmProposal, withdrawProposal } from "~/festivals/review/answers.server.ts";
import type { Verdict } from "~/festivals/review/decide.ts";
import { decideProposals } from "~/festivals/review/decide-proposals.server.ts";
import { planMails } from "~/festivals/review/outgoing.server.ts";
import { sendDecisions } from "~/festivals/review/send-decisions.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { now } from "./festivals.support.ts";
import { makeReviewed } from "./review.support.ts";

const connections = 8;
const rounds = 6;

type Scene = Awaited<ReturnType<typeof makeReviewed>>;
type Proposed = Awaited<ReturnType<Scene["propose"]>>;

describe.skipIf(!postgresUrl)("organisers and speakers at the same moment", () => {
  const db = postgresDatabase({ connections });
  // A pool opens its connections one by one; only when all are open do requests really meet.
  beforeEach(async () => {
    await Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`)));
  });

  const proposed = async (scene: Scene, count: number) => {
    const made: Proposed[] = [];
    for (let index = 0; index < count; index += 1) made.push(await scene.propose());
    return made;
  };
  const decide = (
    on: Database,
    scene: Scene,
    list: Proposed[],
    verdict: Verdict,
    by = scene.waterland.organiser,
  ) =>
    decideProposals(
      on,
      by,
      scene.festival,
      { picks: list.map(({ id }) => ({ id, seen: "submitted" })), verdict, sure: true },
      { now, ids: randomIds },
    );

  /** The two outcomes of deciding on the same five differently at once, and what each of the five then is. */
  async function twoVerdicts(scene: Scene, on: Database) {
    const list = await proposed(scene, 5);
    const outcomes = await Promise.all([
      decide(on, scene, list, "accepted"),
      decide(on, scene, [...list].reverse(), "declined", scene.lumen.organiser),
    ]);
    const rows = await db().select({ id: proposals.id, status: proposals.status }).from(proposals);
    const after = rows.filter(({ id }) => list.some((one) => one.id === id)).map(({ status }) => status);
    return { won: outcomes.filter(({ ok }) => ok).length, statuses: new Set(after).size, outcomes };
  }

  test("of two who decide differently one wins all, the other changes nothing and is shown who decided", async () => {
    const scene = await makeReviewed(db());
    for (let round = 0; round < rounds; round += 1) {
      const { won, statuses, outcomes } = await twoVerdicts(scene, db());
      expect([won, statuses]).toEqual([1, 1]);
      const lost = outcomes.find(({ ok }) => !ok);
      expect(lost).toMatchObject({
        reason: "obstacles",
        obstacles: Array.from({ length: 5 }, () => ({ reason: "decided", by: "organiser" })),
      });
    }
  });

  test("control: without locks both believe that they decided", async () => {
    const scene = await makeReviewed(db());
    const won: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      won.push((await twoVerdicts(scene, withoutRowLocks(db()))).won);
    }
    expect(Math.max(...won)).toBe(2);
  });

  /** How many sessions four requests to accept the same three make. */
  async function acceptFourTimes(scene: Scene, on: Database) {
    const list = await proposed(scene, 3);
    await Promise.all(Array.from({ length: 4 }, () => decide(on, scene, list, "accepted")));
    const made = await db().select({ proposalId: draftSessions.proposalId }).from(draftSessions);
    return made.filter(({ proposalId }) => list.some(({ id }) => id === proposalId)).length;
  }

  test("accepting the same ones four times makes each session once", async () => {
    const scene = await makeReviewed(db());
    for (let round = 0; round < rounds; round += 1) expect(await acceptFourTimes(scene, db())).toBe(3);
  });

  test("control: without locks there are too many", async () => {
    const scene = await makeReviewed(db());
    const made: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      made.push(await acceptFourTimes(scene, withoutRowLocks(db())));
    }
    expect(Math.max(...made)).toBeGreaterThan(3);
  });

  /** How many mails pressing "send" four times at once makes of three decisions. */
  async function sendFourTimes(scene: Scene, on: Database) {
    const list = await proposed(scene, 3);
    await decide(db(), scene, list, "reserve");
    const { fingerprint } = await planMails(db(), scene.festival);
    await db().delete(events);
    const { festival, waterland } = scene;
    const press = () => sendDecisions(on, waterland.organiser, festival, { fingerprint }, { now });
    const answers = await Promise.all([press(), press(), press(), press()]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    return db().$count(events, eq(events.kind, "proposal.told"));
  }

  test("pressing send four times tells everybody once", async () => {
    const scene = await makeReviewed(db());
    for (let round = 0; round < rounds; round += 1) expect(await sendFourTimes(scene, db())).toBe(3);
  });

  test("control: without locks somebody is told twice", async () => {
    const scene = await makeReviewed(db());
    const sent: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      sent.push(await sendFourTimes(scene, withoutRowLocks(db())));
    expect(Math.max(...sent)).toBeGreaterThan(3);
  });

  /** Whether a proposal that is accepted while its speaker takes it back leaves a session that nobody gives. */
  async function acceptWhileWithdrawing(scene: Scene, on: Database) {
    const [one] = await proposed(scene, 1);
    if (!one) throw new Error("nothing proposed");
    const who = { personId: one.proposer.id, email: one.proposer.email };
    const wish = { proposalId: one.id, scope: "all" as const, reason: "" };
    await Promise.all([
      decide(on, scene, [one], "accepted"),
      withdrawProposal(on, who, scene.festival, wish, { now }),
    ]);
    const [row] = await db().select().from(proposals).where(eq(proposals.id, one.id));
    const drafts = await db().select().from(draftSessions).where(eq(draftSessions.proposalId, one.id));
    return { status: row?.status, orphaned: drafts.some(({ cancelled }) => !cancelled) };
  }

  test("accepting what is being taken back leaves it withdrawn, and no session", async () => {
    const scene = await makeReviewed(db());
    for (let round = 0; round < rounds; round += 1) {
      expect(await acceptWhileWithdrawing(scene, db())).toEqual({ status: "withdrawn", orphaned: false });
    }
  });

  test("control: without locks it is accepted after all, or leaves its session behind", async () => {
    const scene = await makeReviewed(db());
    const wrong: boolean[] = [];
    for (let round = 0; round < rounds * 2; round += 1) {
      const { status, orphaned } = await acceptWhileWithdrawing(scene, withoutRowLocks(db()));
      wrong.push(status !== "withdrawn" || orphaned);
    }
    expect(wrong).toContain(true);
  });

  /** What a proposal is after both its speakers confirmed at once. */
  async function bothConfirm(scene: Scene, on: Database) {
    const one = await scene.propose({ status: "accepted", toldStatus: "accepted" });
    const other = await makePerson(db());
    await makeProposalSpeaker(db(), { proposalId: one.id, personId: other.id, email: other.email });
    const confirm = ({ id, email }: { id: string; email: string }) =>
      confirmProposal(on, { personId: id, email }, scene.festival, one.id, { now });
    await Promise.all([confirm(one.proposer), confirm(other)]);
    const [row] = await db().select().from(proposals).where(eq(proposals.id, one.id));
    return row?.status;
  }

  test("two speakers who confirm at once make it confirmed", async () => {
    const scene = await makeReviewed(db());
    for (let round = 0; round < rounds; round += 1) expect(await bothConfirm(scene, db())).toBe("confirmed");
  });

  test("control: without locks neither knows of the other", async () => {
    const scene = await makeReviewed(db());
    const after: unknown[] = [];
    for (let round = 0; round < rounds; round += 1)
      after.push(await bothConfirm(scene, withoutRowLocks(db())));
    expect(after).toContain("accepted");
  });
});
