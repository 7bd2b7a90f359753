import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeFormat, makePerson, makeQuestion, makeTrack } from "#db/demo/factories.ts";
import { festivals, proposals, speakerAbsences } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { mayEditProposal, maySeeProposal } from "~/festivals/call/access.ts";
import { findMine, listUnfinished } from "~/festivals/call/my-proposals.server.ts";
import { findProposal, listProposals } from "~/festivals/call/proposals.server.ts";
import { mostProposals, startProposal } from "~/festivals/call/start-proposal.server.ts";
import {
  bringBackProposal,
  discardDraft,
  withdrawProposal,
} from "~/festivals/call/withdraw-proposal.server.ts";
import { begin, deps, handIn, later, mailing, makeCall, now, writing } from "./call.support.ts";

describe("beginning a proposal", () => {
  const db = testDatabase();
  const start = async (call: Awaited<ReturnType<typeof makeCall>>, viewer = call.chloe) =>
    startProposal(db(), viewer, await call.festival(), { language: "nl" }, deps);

  test("is for who works for a host, whatever their role", async () => {
    const call = await makeCall(db());
    expect(await start(call)).toMatchObject({ ok: true });
    expect(await start(call, call.organiser)).toMatchObject({ ok: true });
    expect(await start(call, call.olga)).toEqual({ ok: false, reason: "forbidden" });
  });

  test("is not for who works for an organisation that is only asked to host, or left", async () => {
    const call = await makeCall(db());
    for (const status of ["invited", "left", "declined"] as const) {
      const festival = await call.festival();
      const hosts = festival.hosts.map((host) => ({ ...host, status }));
      expect(await startProposal(db(), call.chloe, { ...festival, hosts }, { language: "nl" }, deps)).toEqual(
        {
          ok: false,
          reason: "forbidden",
        },
      );
    }
  });

  test.each([
    ["before it opens", { callOpensAt: "2026-11-24T09:00:00Z" }],
    ["after it has closed", { callClosesAt: "2026-11-23T09:00:00Z" }],
    ["where there is no call", { callOpensAt: null }],
    ["while the festival is a draft", { status: "draft" as const }],
    ["of a cancelled festival", { status: "cancelled" as const }],
  ])("is refused %s", async (_, given) => {
    expect(await start(await makeCall(db(), given))).toEqual({ ok: false, reason: "closed" });
  });

  test("twice makes one draft until it is written on, then another", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    expect(await begin(db(), call)).toBe(id);
    await writing(db(), call, id).save();
    expect(await begin(db(), call)).not.toBe(id);
  });

  test("stops at a number nobody means", async () => {
    const call = await makeCall(db());
    for (let made = 0; made < mostProposals; made += 1)
      await writing(db(), call, await begin(db(), call)).save();
    expect(await start(call)).toEqual({ ok: false, reason: "too-many" });
  });

  test("begins in the reader's language, with the only format chosen and oneself as its speaker", async () => {
    const call = await makeCall(db());
    const { id: formatId } = await makeFormat(db(), { festivalId: call.festivalId });
    const started = await start(call);
    const proposal = await findProposal(db(), call.festivalId, started.ok ? started.id : "");
    expect(proposal).toMatchObject({
      ...{ status: "draft", language: "nl", version: 1, submittedAt: null },
      proposer: { name: "Chloe" },
      organisation: { slug: "kade" },
      format: { id: formatId },
      speakers: [{ name: "Chloe", personId: call.chloe.personId, status: "agreed" }],
    });
  });
});

describe("writing a proposal", () => {
  const db = testDatabase();

  test("keeps anything in a draft, and counts versions only where something changed", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    const { save } = writing(db(), call, id);
    expect(await save({ title: "" })).toMatchObject({ ok: true, version: 2, status: "draft" });
    expect(await save({ title: "", version: 2 })).toMatchObject({ ok: true, version: 2 });
    expect(await save({ title: "Games", version: 2 }, later)).toMatchObject({ ok: true, version: 3 });
    expect(await findProposal(db(), call.festivalId, id)).toMatchObject({
      title: "Games",
      updatedAt: later.toString(),
    });
  });

  test("over an older version is refused, with the newer one; the same words again are no conflict", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    const { save } = writing(db(), call, id);
    await save({ title: "First tab" });
    const refused = await save({ title: "Second tab" });
    expect(refused).toMatchObject({
      ok: false,
      reason: "changed",
      newer: { title: "First tab", version: 2 },
    });
    expect(await save({ title: "First tab" })).toMatchObject({ ok: true, version: 2 });
    expect(await findProposal(db(), call.festivalId, id)).toMatchObject({ title: "First tab" });
  });

  test("a format, track or question of another festival is none", async () => {
    const call = await makeCall(db());
    const own = { festivalId: call.festivalId };
    const other = await makeCallElsewhere();
    const question = await makeQuestion(db(), own);
    const strange = await makeQuestion(db(), other);
    const id = await begin(db(), call);
    await writing(db(), call, id).save({
      formatId: (await makeFormat(db(), other)).id,
      trackId: (await makeTrack(db(), other)).id,
      answers: { [question.id]: "yes", [strange.id]: "no" },
    });
    const proposal = await findProposal(db(), call.festivalId, id);
    expect(proposal).toMatchObject({ format: null, track: null, answers: { [question.id]: "yes" } });
  });

  async function makeCallElsewhere() {
    const [row] = await db().select().from(festivals);
    const id = deps.ids.uuid();
    await db()
      .insert(festivals)
      .values({ ...row!, id, slug: "elsewhere" });
    return { festivalId: id };
  }

  test("when I cannot is the person's, for all their proposals, and leaves what organisers wrote", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    const person = { festivalId: call.festivalId, personId: call.chloe.personId };
    const other = { startsLocal: "2027-01-11T10:00", endsLocal: "2027-01-11T11:00" };
    await db()
      .insert(speakerAbsences)
      .values({ ...person, ...other, id: deps.ids.uuid() });
    const { save } = writing(db(), call, id);
    await save({ away: ["2027-01-11-am", "2027-01-12-pm", "1999-01-01-am"] });
    await save({ away: ["2027-01-12-pm"], version: 2 });
    const rows = await db().select().from(speakerAbsences).orderBy(speakerAbsences.startsLocal);
    expect(rows.map(({ startsLocal, endsLocal }) => [startsLocal, endsLocal])).toEqual([
      ["2027-01-11T10:00", "2027-01-11T11:00"],
      ["2027-01-12T13:00", "2027-01-13T00:00"],
    ]);
  });

  test("is for its writers: others are told that there is nothing", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    for (const viewer of [call.ilse, call.organiser, call.lead, call.olga])
      expect(await writing(db(), call, id, viewer).save()).toEqual({ ok: false, reason: "not-found" });
  });

  test("ends with the call, at its very moment", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    await call.close();
    const { save, submit } = writing(db(), call, id);
    expect(await save()).toEqual({ ok: false, reason: "closed" });
    expect(await submit()).toEqual({ ok: false, reason: "closed" });
    expect(await findProposal(db(), call.festivalId, id)).toMatchObject({ status: "draft", title: "" });
  });

  test("is done by one press, and the page that was open too long is refused, not the sweep that never ran", async () => {
    const call = await makeCall(db(), { callClosesAt: later.toString() });
    const id = await begin(db(), call);
    const { save } = writing(db(), call, id);
    expect(await save({ title: "In time" })).toMatchObject({ ok: true });
    expect(await save({ title: "Too late", version: 2 }, later)).toEqual({ ok: false, reason: "closed" });
  });
});

describe("handing in", () => {
  const db = testDatabase();
  const { sweep, told, inbox } = mailing(db);

  test("what is complete comes in once, with one receipt that says until when it can be changed", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    const { submit } = writing(db(), call, id);
    expect(await submit()).toMatchObject({ ok: true, status: "submitted", version: 2 });
    expect(await submit()).toMatchObject({ ok: true, status: "submitted", version: 2 });
    await sweep();
    expect(await told()).toEqual([["chloe@kade.example", "proposal-received"]]);
    const [mail] = await inbox();
    expect(mail?.text).toContain("Tue 1 Dec, 17:00");
    expect(mail?.text).toContain(`http://localhost:3000/festivals/autumn/propose/${id}`);
  });

  test("what is incomplete stays a draft, saved, and says what is missing", async () => {
    const call = await makeCall(db());
    await makeFormat(db(), { festivalId: call.festivalId });
    await makeFormat(db(), { festivalId: call.festivalId });
    const id = await begin(db(), call);
    const answer = await writing(db(), call, id).submit({ title: "Only a title", abstract: "" });
    expect(answer).toMatchObject({ ok: false, reason: "incomplete", version: 2 });
    expect(!answer.ok && answer.reason === "incomplete" && answer.problems.map(({ field }) => field)).toEqual(
      ["abstract", "formatId"],
    );
    expect(await findProposal(db(), call.festivalId, id)).toMatchObject({
      status: "draft",
      title: "Only a title",
    });
    await sweep();
    expect(await told()).toEqual([]);
  });

  test("a change of what is in must leave it complete", async () => {
    const call = await makeCall(db());
    const id = await handIn(db(), call);
    const { save } = writing(db(), call, id);
    expect(await save({ title: "", version: 2 })).toMatchObject({ ok: false, reason: "incomplete" });
    expect(await save({ title: "Better", version: 2 })).toMatchObject({ ok: true, version: 3 });
    expect(await findProposal(db(), call.festivalId, id)).toMatchObject({
      title: "Better",
      status: "submitted",
    });
  });

  test("organisers read it then, of all hosts; its host's and the lead's may mend it, also later", async () => {
    const call = await makeCall(db());
    const id = await handIn(db(), call);
    await call.close();
    const festival = await call.festival();
    const proposal = (await findProposal(db(), call.festivalId, id))!;
    const may = (viewer: typeof call.lead) => [
      maySeeProposal(viewer, festival, proposal),
      mayEditProposal(viewer, festival, proposal, now),
    ];
    expect(may(call.chloe)).toEqual([true, false]);
    expect(may(call.organiser)).toEqual([true, true]);
    expect(may(call.lead)).toEqual([true, true]);
    expect(may(call.ilse)).toEqual([false, false]);
    expect(may({ ...call.olga, role: "organiser" })).toEqual([false, false]);
    const mended = await writing(db(), call, id, call.lead).save({ title: "Mended", version: 2 });
    expect(mended).toMatchObject({ ok: true, version: 3 });
  });

  test("the list of a festival has what came in, in that order, and never drafts", async () => {
    const call = await makeCall(db());
    await begin(db(), call);
    await writing(db(), call, await begin(db(), call, call.ilse), call.ilse).submit({}, later);
    const first = await handIn(db(), call, call.lead);
    const all = await listProposals(db(), call.festivalId);
    expect(all.map(({ proposer }) => proposer.name)).toEqual(["Lena", "Ilse"]);
    const ofKade = await listProposals(db(), call.festivalId, {
      organisationId: call.organisations.kade.id,
    });
    expect(ofKade.map(({ proposer }) => proposer.name)).toEqual(["Ilse"]);
    expect((await listProposals(db(), call.festivalId, { ids: [first] })).map(({ id }) => id)).toEqual([
      first,
    ]);
    expect(await listProposals(db(), call.festivalId, { statuses: ["draft"] })).toHaveLength(1);
  });
});

describe("taking back", () => {
  const db = testDatabase();
  const { sweep, told } = mailing(db);
  const acting = (call: Awaited<ReturnType<typeof makeCall>>, id: string) => ({
    withdraw: async (viewer = call.chloe) =>
      withdrawProposal(db(), viewer, await call.festival(), id, { now }),
    bringBack: async (viewer = call.chloe) =>
      bringBackProposal(db(), viewer, await call.festival(), id, { now }),
  });

  test("is for the proposer, changes nothing the second time, and can be undone while the call is open", async () => {
    const call = await makeCall(db());
    const id = await handIn(db(), call);
    const { withdraw, bringBack } = acting(call, id);
    for (const viewer of [call.ilse, call.organiser, call.lead])
      expect(await withdraw(viewer)).toEqual({ ok: false, reason: "not-found" });
    expect(await withdraw()).toEqual({ ok: true, already: false });
    expect(await withdraw()).toEqual({ ok: true, already: true });
    expect(await writing(db(), call, id).save({ title: "Now", version: 3 })).toEqual({
      ok: false,
      reason: "closed",
    });
    expect(await bringBack()).toEqual({ ok: true, already: false });
    expect(await bringBack()).toEqual({ ok: true, already: true });
    expect(await findProposal(db(), call.festivalId, id)).toMatchObject({
      status: "submitted",
      withdrawnAt: null,
    });
    await sweep();
    expect(await told()).toEqual([["chloe@kade.example", "proposal-received"]]);
  });

  test("is possible after the call has closed, bringing back is not", async () => {
    const call = await makeCall(db());
    const { withdraw, bringBack } = acting(call, await handIn(db(), call));
    await call.close();
    expect(await withdraw()).toEqual({ ok: true, already: false });
    expect(await bringBack()).toEqual({ ok: false, reason: "closed" });
  });

  test("what the organisers decided is not taken back or brought back here", async () => {
    const call = await makeCall(db());
    const id = await handIn(db(), call);
    const { withdraw, bringBack } = acting(call, id);
    const decide = (status: "accepted" | "withdrawn") =>
      db().update(proposals).set({ status, decidedAt: now.toString() }).where(eq(proposals.id, id));
    await decide("accepted");
    expect(await withdraw()).toEqual({ ok: false, reason: "decided" });
    await decide("withdrawn");
    expect(await bringBack()).toEqual({ ok: false, reason: "decided" });
  });

  test("a draft is thrown away by who wrote it; what is in is not", async () => {
    const call = await makeCall(db());
    const draft = await begin(db(), call);
    const discard = async (id: string, viewer = call.chloe) =>
      discardDraft(db(), viewer, await call.festival(), id);
    await discard(draft, call.ilse);
    expect(await findProposal(db(), call.festivalId, draft)).not.toBeNull();
    expect(await discard(draft)).toEqual({ ok: true, already: false });
    expect(await discard(draft)).toEqual({ ok: true, already: true });
    expect(await findProposal(db(), call.festivalId, draft)).toBeNull();
    expect(await discard(await handIn(db(), call))).toEqual({ ok: false, reason: "decided" });
  });
});

describe("my proposals", () => {
  const db = testDatabase();

  test("are mine, with how each stands; nobody reads a decision before they are told", async () => {
    const call = await makeCall(db());
    const id = await handIn(db(), call);
    await handIn(db(), call, call.ilse);
    const standing = async () => {
      const mine = await findMine(db(), call.chloe, await call.festival(), now);
      return mine.proposals.map((one) => [one.id, one.standing]);
    };
    expect(await standing()).toEqual([[id, "received"]]);
    await db()
      .update(proposals)
      .set({ status: "declined", decidedAt: now.toString() })
      .where(eq(proposals.id, id));
    expect(await standing()).toEqual([[id, "received"]]);
    await call.close();
    expect(await standing()).toEqual([[id, "review"]]);
    await db().update(proposals).set({ toldStatus: "declined" }).where(eq(proposals.id, id));
    expect(await standing()).toEqual([[id, "declined"]]);
  });

  test("that wait at home are those one wrote on and can still hand in", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    const waiting = async () => (await listUnfinished(db(), call.chloe, now)).map((one) => one.to);
    expect(await waiting()).toEqual([]);
    await writing(db(), call, id).save();
    expect(await waiting()).toEqual([`/festivals/autumn/propose/${id}`]);
    expect(await listUnfinished(db(), await makePersonHere(), now)).toEqual([]);
    await call.close();
    expect(await waiting()).toEqual([]);
  });

  const makePersonHere = async () => ({ personId: (await makePerson(db())).id });
});
