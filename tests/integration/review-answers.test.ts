import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeProposalSpeaker } from "#db/demo/factories/proposals.ts";
import { makePerson } from "#db/demo/factories.ts";
import { draftSessions, mails, proposalSpeakers, proposals } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { requestContext } from "#tests/support/requests.ts";
import { listDrafts } from "~/festivals/drafts.server.ts";
import { confirmProposal, withdrawProposal } from "~/festivals/review/answers.server.ts";
import { planMails } from "~/festivals/review/outgoing.server.ts";
import { findOverviewPage } from "~/festivals/review/overview-page.server.ts";
import { sendDecisions } from "~/festivals/review/send-decisions.server.ts";
import type { WithdrawScope } from "~/festivals/review/standing.ts";
import { eventHandlers } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { now } from "./festivals.support.ts";
import { makeReviewed } from "./review.support.ts";

const db = testDatabase();

/** An accepted proposal of a proposer and a colleague, of which both were told unless said otherwise. */
async function accepted({ told = true } = {}) {
  const scene = await makeReviewed(db());
  const proposal = await scene.propose({ title: "Together" });
  const colleague = await makePerson(db(), { name: "Ines Bos", email: "ines@lumen.example" });
  const speaker = { proposalId: proposal.id, personId: colleague.id, email: colleague.email };
  await makeProposalSpeaker(db(), speaker);
  await scene.decide([proposal], "accepted");
  const { festival, waterland } = scene;
  if (told) {
    const { fingerprint } = await planMails(db(), festival);
    await sendDecisions(db(), waterland.organiser, festival, { fingerprint }, { now });
    await sweepEvents(requestContext(db()), eventHandlers, now);
    await db().delete(mails);
  }
  const who = (person: { id: string; email: string }) => ({ personId: person.id, email: person.email });
  const proposer = who(proposal.proposer);
  const confirm = (by = proposer) => confirmProposal(db(), by, festival, proposal.id, { now });
  const giveUp = (scope: WithdrawScope, by = proposer, reason = "I am on leave.") =>
    withdrawProposal(db(), by, festival, { proposalId: proposal.id, scope, reason }, { now });
  const status = async () =>
    (await db().select().from(proposals).where(eq(proposals.id, proposal.id)))[0]?.status;
  const mailed = async () => {
    await sweepEvents(requestContext(db()), eventHandlers, now);
    const rows = await db().select().from(mails).orderBy(asc(mails.recipient));
    return rows.map(({ recipient, subject, text }) => ({ recipient, subject, text }));
  };
  return { scene, proposal, proposer, colleague: who(colleague), confirm, giveUp, status, mailed };
}

describe("confirming", () => {
  test("is complete once all who give it have, and saying it twice changes nothing", async () => {
    const { confirm, colleague, status, scene, proposal } = await accepted();
    expect(await confirm()).toEqual({ ok: true, complete: false });
    const before = await db().select().from(proposalSpeakers);
    expect(await confirm()).toEqual({ ok: true, complete: false });
    expect(await db().select().from(proposalSpeakers)).toEqual(before);
    expect(await status()).toBe("accepted");
    expect(await confirm(colleague)).toEqual({ ok: true, complete: true });
    expect(await status()).toBe("confirmed");
    expect(await scene.decide([{ ...proposal, status: "confirmed" }], "accepted")).toEqual({
      ok: true,
      changed: 0,
    });
  });

  test("is for those who give it, and who know that it is accepted", async () => {
    const { confirm, scene } = await accepted();
    const stranger = { personId: scene.lumen.member.personId, email: "member@lumen.example" };
    expect(await confirm(stranger)).toEqual({ ok: false, reason: "not-yours" });
    const untold = await (async () => {
      const another = await scene.propose();
      await scene.decide([another], "accepted");
      const by = { personId: another.proposer.id, email: another.proposer.email };
      return confirmProposal(db(), by, scene.festival, another.id, { now });
    })();
    expect(untold).toEqual({ ok: false, reason: "not-open" });
  });

  test("of one who agreed by a link before they were here goes by their address", async () => {
    const { confirm, colleague, scene } = await accepted();
    const somebodyElse = { personId: scene.lumen.member.personId, email: "else@lumen.example" };
    await db()
      .update(proposalSpeakers)
      .set({ personId: null })
      .where(eq(proposalSpeakers.email, colleague.email));
    expect(await confirm(somebodyElse)).toEqual({
      ok: false,
      reason: "not-yours",
    });
    expect(await confirm(colleague)).toEqual({ ok: true, complete: false });
  });

  test("is asked anew when it was taken out and accepted again", async () => {
    const { confirm, colleague, scene, proposal, status } = await accepted();
    await confirm();
    await confirm(colleague);
    await scene.decide([{ ...proposal, status: "confirmed" }], "reserve", { sure: true });
    expect(await confirm()).toEqual({ ok: false, reason: "not-open" });
    await scene.decide([{ ...proposal, status: "reserve" }], "accepted");
    const speakers = await db().select().from(proposalSpeakers);
    expect(speakers.map(({ confirmedAt }) => confirmedAt)).toEqual([null, null]);
    expect(await status()).toBe("accepted");
  });
});

describe("taking it back", () => {
  test("marks its session, keeps its place, and tells the organisers of the host and the lead why", async () => {
    const { giveUp, status, scene, mailed } = await accepted();
    await db().update(draftSessions).set({ startsLocal: "2027-01-11T10:00" });
    expect(await giveUp("all")).toEqual({ ok: true, scope: "all" });
    expect(await status()).toBe("withdrawn");
    expect(await listDrafts(db(), scene.festival.id)).toMatchObject([
      { cancelled: true, startsLocal: "2027-01-11T10:00" },
    ]);
    const told = await mailed();
    expect(told.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["ines@lumen.example", expect.stringContaining("Together")],
      ["organiser@lumen.example", "Withdrawn: Together"],
      ["organiser@waterland.example", "Withdrawn: Together"],
    ]);
    expect(told[2]?.text).toContain("They write: “I am on leave.”");
  });

  test("frees a place for which the overview names the reserves", async () => {
    const { giveUp, scene } = await accepted();
    const spare = await scene.propose({ title: "Spare" });
    await scene.decide([spare], "reserve");
    const places = async () => {
      const page = await findOverviewPage(db(), scene.lumen.organiser, scene.festival, new URLSearchParams());
      return page.places.map(({ withdrawn, reserves }) => [
        withdrawn.title,
        ...reserves.map(({ title }) => title),
      ]);
    };
    expect(await places()).toEqual([]);
    await giveUp("all");
    expect(await places()).toEqual([["Together", "Spare"]]);
  });

  test("twice changes nothing and tells nobody again", async () => {
    const { giveUp, mailed } = await accepted();
    await giveUp("all");
    const before = await mailed();
    expect(await giveUp("all", undefined, "Another reason")).toEqual({ ok: true, scope: "all" });
    expect(await mailed()).toEqual(before);
    expect((await db().select().from(proposals))[0]?.withdrawnReason).toBe("I am on leave.");
  });

  test("one speaker steps out: the others give it, and it is confirmed when they all said so", async () => {
    const { giveUp, confirm, colleague, status, scene, mailed, proposer } = await accepted();
    await confirm();
    expect(await giveUp("me", colleague)).toEqual({ ok: true, scope: "me" });
    expect(await status()).toBe("confirmed");
    expect(await listDrafts(db(), scene.festival.id)).toMatchObject([
      { cancelled: false, speakers: [{ personId: proposer.personId }] },
    ]);
    expect((await mailed()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["organiser@lumen.example", "Ines Bos does not give “Together”"],
      ["organiser@waterland.example", "Ines Bos does not give “Together”"],
    ]);
    expect(await giveUp("me", colleague)).toEqual({ ok: false, reason: "not-yours" });
  });

  test("altogether is for the proposer; stepping out is not for the last one", async () => {
    const { giveUp, colleague, scene } = await accepted();
    expect(await giveUp("all", colleague)).toEqual({ ok: false, reason: "not-yours" });
    const stranger = { personId: scene.lumen.member.personId, email: "member@lumen.example" };
    expect(await giveUp("all", stranger)).toEqual({ ok: false, reason: "not-yours" });
    await giveUp("me", colleague);
    expect(await giveUp("me")).toEqual({ ok: false, reason: "not-yours" });
    expect(await giveUp("all")).toEqual({ ok: true, scope: "all" });
  });

  test("works before they know that it is accepted, too: the organisers are told and no mail of it goes out", async () => {
    const { giveUp, mailed, scene } = await accepted({ told: false });
    await giveUp("all");
    expect((await mailed()).map(({ subject }) => subject).slice(1)).toEqual([
      "Withdrawn: Together",
      "Withdrawn: Together",
    ]);
    expect((await planMails(db(), scene.festival)).outgoing).toEqual([]);
  });
});
