import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeProposalSpeaker } from "#db/demo/factories/proposals.ts";
import { makePerson, makeSession } from "#db/demo/factories.ts";
import { draftEdits, draftSessions, events, festivals, mails, proposals } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { findProposal } from "~/festivals/call/proposals.server.ts";
import { saveProposal } from "~/festivals/call/save-proposal.server.ts";
import { listDrafts } from "~/festivals/drafts.server.ts";
import { findReviewPage } from "~/festivals/review/review-page.server.ts";
import { takeOver } from "~/festivals/review/take-over.server.ts";
import { now } from "./festivals.support.ts";
import { makeReviewed } from "./review.support.ts";

const db = testDatabase();

const statuses = async () =>
  (await db().select().from(proposals).orderBy(asc(proposals.title))).map(({ status }) => status);

describe("accepting", () => {
  test("makes a session in the draft without a time, with all that was proposed and those who agreed", async () => {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose({
      title: "Handing over",
      abstract: "One page.",
      language: "nl",
      level: "beginner",
      size: 16,
      equipment: "A whiteboard",
    });
    const colleague = await makePerson(db(), { name: "Ines", email: "ines@lumen.example" });
    const speaker = { proposalId: proposal.id, email: colleague.email, personId: colleague.id };
    await makeProposalSpeaker(db(), speaker);
    await makeProposalSpeaker(db(), {
      proposalId: proposal.id,
      email: "later@lumen.example",
      status: "invited",
    });
    expect(await scene.decide([proposal], "accepted")).toEqual({ ok: true, changed: 1 });
    expect(await listDrafts(db(), scene.festival.id)).toMatchObject([
      {
        proposalId: proposal.id,
        organisationId: scene.lumen.organisation.id,
        title: "Handing over",
        abstract: "One page.",
        language: "nl",
        level: "beginner",
        kind: "workshop",
        durationMinutes: 90,
        capacity: 16,
        equipment: "A whiteboard",
        startsLocal: null,
        roomId: null,
        cancelled: false,
        speakers: [
          { name: "Proposer 1", personId: proposal.proposer.id },
          { name: "Ines", personId: colleague.id },
        ],
      },
    ]);
  });

  test("is written down as an edit of the draft, so that it can be followed", async () => {
    const scene = await makeReviewed(db());
    await scene.decide([await scene.propose(), await scene.propose()], "accepted");
    const edits = await db().select().from(draftEdits);
    expect(edits.map(({ revision, personId, before }) => ({ revision, personId, before }))).toEqual(
      Array.from({ length: 2 }, () => ({
        revision: 1,
        personId: scene.waterland.organiser.personId,
        before: null,
      })),
    );
    const [festival] = await db().select().from(festivals);
    expect(festival?.draftRevision).toBe(1);
  });

  test("twice changes nothing: one session, the first decision stays", async () => {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose();
    await scene.decide([proposal], "accepted");
    const before = await db().select().from(proposals);
    expect(await scene.decide([proposal], "accepted", { by: scene.lumen.organiser })).toEqual({
      ok: true,
      changed: 0,
    });
    expect(await db().select().from(proposals)).toEqual(before);
    expect(await db().$count(draftSessions)).toBe(1);
  });

  test("tells nobody, and leaves the version that its writer edits", async () => {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose();
    await scene.decide([proposal], "accepted");
    expect(await db().$count(events)).toBe(0);
    expect(await db().$count(mails)).toBe(0);
    expect(await findProposal(db(), scene.festival.id, proposal.id)).toMatchObject({
      status: "accepted",
      version: 1,
      updatedAt: proposal.updatedAt,
      toldAt: null,
      toldStatus: null,
    });
  });
});

describe("taking an acceptance back", () => {
  test("removes a session that was never released", async () => {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose();
    await scene.decide([proposal], "accepted");
    expect(await scene.decide([{ ...proposal, status: "accepted" }], "submitted")).toEqual({
      ok: true,
      changed: 1,
    });
    expect(await db().$count(draftSessions)).toBe(0);
  });

  test("asks first when it has a place, and changes nothing until one is sure", async () => {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose({ title: "Placed" });
    await scene.decide([proposal], "accepted");
    await db().update(draftSessions).set({ startsLocal: "2027-01-11T10:00" });
    const accepted = [{ ...proposal, status: "accepted" as const }];
    expect(await scene.decide(accepted, "declined")).toEqual({
      ok: false,
      reason: "consequences",
      consequences: [
        { id: proposal.id, title: "Placed", cancels: false, unplaces: true, told: false, confirmed: false },
      ],
    });
    expect(await statuses()).toEqual(["accepted"]);
    expect(await scene.decide(accepted, "declined", { sure: true })).toEqual({ ok: true, changed: 1 });
    expect(await db().$count(draftSessions)).toBe(0);
  });

  test("marks a session that attendees know, and accepting anew brings the same one back", async () => {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose();
    await scene.decide([proposal], "accepted");
    const [draft] = await listDrafts(db(), scene.festival.id);
    const { festival, lumen } = scene;
    await makeSession(db(), {
      id: draft!.id,
      festivalId: festival.id,
      organisationId: lumen.organisation.id,
    });
    await scene.decide([{ ...proposal, status: "accepted" }], "reserve", { sure: true });
    expect(await listDrafts(db(), festival.id)).toMatchObject([{ id: draft!.id, cancelled: true }]);
    await scene.decide([{ ...proposal, status: "reserve" }], "accepted");
    expect(await listDrafts(db(), festival.id)).toMatchObject([{ id: draft!.id, cancelled: false }]);
  });
});

describe("deciding on many at once", () => {
  test("is all or nothing, and says what was in the way", async () => {
    const scene = await makeReviewed(db());
    const fine = await scene.propose({ title: "A fine one" });
    const taken = await scene.propose({ title: "B taken back", status: "withdrawn" });
    const other = await scene.propose({ title: "C decided" });
    await scene.decide([other], "declined", { by: scene.lumen.organiser });
    const stranger = { id: scene.ids.uuid(), status: "submitted" as const };
    expect(
      await scene.decide([fine, { ...taken, status: "submitted" }, other, stranger], "accepted"),
    ).toEqual({
      ok: false,
      reason: "obstacles",
      obstacles: [
        { id: taken.id, title: "B taken back", reason: "withdrawn" },
        {
          id: other.id,
          title: "C decided",
          reason: "decided",
          status: "declined",
          by: "organiser",
          at: now.toString(),
        },
        { id: stranger.id, reason: "unknown" },
      ],
    });
    expect(await statuses()).toEqual(["submitted", "withdrawn", "declined"]);
    expect(await db().$count(draftSessions)).toBe(0);
  });

  test("leaves alone those that are decided so already, and a confirmed one stays confirmed", async () => {
    const scene = await makeReviewed(db());
    const one = await scene.propose({ title: "A" });
    const confirmed = await scene.propose({ title: "B", status: "confirmed", toldStatus: "accepted" });
    expect(await scene.decide([one, confirmed], "accepted")).toEqual({ ok: true, changed: 1 });
    expect(await statuses()).toEqual(["accepted", "confirmed"]);
  });
});

describe("who decides", () => {
  test("the lead on all, a host on its own, nobody outside, and not a member", async () => {
    const scene = await makeReviewed(db());
    const theirs = await scene.propose({ title: "Of lumen" });
    const leads = await scene.propose({
      title: "Of waterland",
      organisationId: scene.waterland.organisation.id,
    });
    const refused = (id: string, title: string) => ({
      ok: false,
      reason: "obstacles",
      obstacles: [{ id, title, reason: "not-yours" }],
    });
    const { lumen, kade, waterland } = scene;
    expect(await scene.decide([leads], "declined", { by: lumen.organiser })).toEqual(
      refused(leads.id, "Of waterland"),
    );
    for (const by of [kade.organiser, lumen.member, waterland.member]) {
      expect(await scene.decide([theirs], "declined", { by })).toEqual(refused(theirs.id, "Of lumen"));
    }
    expect(await scene.decide([theirs], "declined", { by: lumen.organiser })).toEqual({
      ok: true,
      changed: 1,
    });
    expect(await scene.decide([leads], "declined")).toEqual({ ok: true, changed: 1 });
  });

  test("a draft, and a proposal of another festival, are not there", async () => {
    const scene = await makeReviewed(db());
    const draft = await scene.propose({ status: "draft" });
    expect(await scene.decide([{ ...draft, status: "submitted" }], "accepted")).toEqual({
      ok: false,
      reason: "obstacles",
      obstacles: [{ id: draft.id, reason: "unknown" }],
    });
  });
});

describe("what the speakers change after it was accepted", () => {
  async function accepted() {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose({ title: "Before", size: 20 });
    await scene.decide([proposal], "accepted");
    const page = async () => {
      const asked = { id: proposal.id, query: new URLSearchParams() };
      return (await findReviewPage(db(), scene.waterland.organiser, scene.festival, asked))!;
    };
    const rewrite = (fields: Partial<typeof proposals.$inferInsert>) =>
      db().update(proposals).set(fields).where(eq(proposals.id, proposal.id));
    const take = (take: boolean, viewer = scene.lumen.organiser) =>
      takeOver(db(), viewer, scene.festival, { proposalId: proposal.id, take }, scene.deps);
    return { scene, proposal, page, rewrite, take };
  }

  test("is shown beside what the session has, but not what organisers changed themselves", async () => {
    const { page, rewrite } = await accepted();
    expect((await page()).differences).toEqual([]);
    await db().update(draftSessions).set({ capacity: 12, durationMinutes: 60 });
    expect((await page()).differences).toEqual([]);
    await rewrite({ title: "After", size: 30 });
    expect((await page()).differences).toEqual([
      { field: "title", session: "Before", proposal: "After" },
      { field: "capacity", session: 12, proposal: 30 },
    ]);
  });

  test("while the call is open they change it as before, and read nothing of the decision", async () => {
    const { scene, proposal, page } = await accepted();
    const writer = {
      ...{ personId: proposal.proposer.id, email: proposal.proposer.email, role: "member" as const },
      organisationId: scene.lumen.organisation.id,
    };
    const saved = await saveProposal(
      db(),
      writer,
      scene.festival,
      {
        ...{ id: proposal.id, version: 1, title: "Rewritten", abstract: proposal.abstract, language: "en" },
        ...{ formatId: scene.format.id, trackId: null, level: "all", size: 20, topics: [] },
        ...{ equipment: "", notes: "", answers: {}, away: [] },
      },
      scene.deps,
    );
    expect(saved).toMatchObject({ ok: true, version: 2 });
    expect((await page()).differences).toEqual([
      { field: "title", session: "Before", proposal: "Rewritten" },
    ]);
  });

  test("is taken over by the host, once, and the rest of the session stays", async () => {
    const { scene, page, rewrite, take } = await accepted();
    await db().update(draftSessions).set({ durationMinutes: 60, startsLocal: "2027-01-11T10:00" });
    await rewrite({ title: "After" });
    expect(await take(true, scene.kade.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await take(true)).toEqual({ ok: true, fields: 1 });
    expect(await take(true)).toEqual({ ok: true, fields: 0 });
    expect(await listDrafts(db(), scene.festival.id)).toMatchObject([
      { title: "After", durationMinutes: 60, startsLocal: "2027-01-11T10:00" },
    ]);
    expect((await page()).differences).toEqual([]);
    await rewrite({ title: "Before" });
    expect((await page()).differences).toEqual([{ field: "title", session: "After", proposal: "Before" }]);
  });

  test("can be left aside, until they change something again", async () => {
    const { scene, page, rewrite, take } = await accepted();
    await rewrite({ title: "After" });
    expect(await take(false)).toEqual({ ok: true, fields: 0 });
    expect((await page()).differences).toEqual([]);
    expect(await listDrafts(db(), scene.festival.id)).toMatchObject([{ title: "Before" }]);
    await rewrite({ title: "After all" });
    expect((await page()).differences).toEqual([
      { field: "title", session: "Before", proposal: "After all" },
    ]);
  });
});
