import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makePerson } from "#db/demo/factories.ts";
import { events, mails, proposalSpeakers, proposals } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { maySeeProposal } from "~/festivals/call/access.ts";
import { answerAsViewer, answerByLink, findAsked } from "~/festivals/call/co-speaker-answer.server.ts";
import { addCoSpeaker, mostCoSpeakers, removeCoSpeaker } from "~/festivals/call/co-speakers.server.ts";
import { findMine } from "~/festivals/call/my-proposals.server.ts";
import { findProposal } from "~/festivals/call/proposals.server.ts";
import { withdrawProposal } from "~/festivals/call/withdraw-proposal.server.ts";
import { hashSecret } from "~/platform/ids.ts";
import { begin, deps, handIn, mailing, makeCall, now, writing } from "./call.support.ts";

type Call = Awaited<ReturnType<typeof makeCall>>;

const ilse = "ilse@kade.example";
const guest = "jan.de.vries@elsewhere.example";

describe("asking somebody to give it too", () => {
  const db = testDatabase();
  const { sweep, told, inbox, tokenOf } = mailing(db);

  const acting = (call: Call, id: string) => ({
    add: async (email = ilse, name = "", viewer = call.chloe) =>
      addCoSpeaker(db(), viewer, await call.festival(), { id, email, name }, deps),
    remove: async (speakerId: string, viewer = call.chloe) =>
      removeCoSpeaker(db(), viewer, await call.festival(), { id, speakerId }, { now }),
    speakers: async () => (await findProposal(db(), call.festivalId, id))!.speakers,
    answer: async (token: string, answer: "agreed" | "declined", name?: string) =>
      answerByLink(db(), token, { answer, name }, { now }),
  });

  async function asked(email = ilse, name = "") {
    const call = await makeCall(db());
    const id = await handIn(db(), call);
    const acts = acting(call, id);
    await acts.add(email, name);
    await sweep();
    return { call, id, ...acts, token: await tokenOf(email) };
  }

  test("waits until the proposal is in, then asks each of them once", async () => {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    const { add } = acting(call, id);
    expect(await add()).toEqual({ ok: true, asked: false });
    await sweep();
    expect(await told()).toEqual([]);
    await writing(db(), call, id).submit();
    await sweep();
    await writing(db(), call, id).submit();
    await sweep();
    expect(await told()).toEqual([
      ["chloe@kade.example", "proposal-received"],
      [ilse, "co-speaker-invitation"],
    ]);
  });

  test("asks at once when it is in already", async () => {
    const call = await makeCall(db());
    const { add } = acting(call, await handIn(db(), call));
    expect(await add()).toEqual({ ok: true, asked: true });
    await sweep();
    expect(await told()).toContainEqual([ilse, "co-speaker-invitation"]);
  });

  test("names the same person once, never oneself, and not more than a few", async () => {
    const call = await makeCall(db());
    const { add } = acting(call, await handIn(db(), call));
    expect(await add(call.chloe.email)).toEqual({ ok: false, reason: "yourself" });
    await add();
    expect(await add()).toEqual({ ok: false, reason: "already" });
    for (let more = 1; more < mostCoSpeakers; more += 1) await add(`more-${more}@kade.example`);
    expect(await add("one-too-many@kade.example")).toEqual({ ok: false, reason: "too-many" });
  });

  test("is for the proposer while the call is open", async () => {
    const call = await makeCall(db());
    const { add } = acting(call, await handIn(db(), call));
    for (const viewer of [call.ilse, call.organiser, call.lead])
      expect(await add(guest, "", viewer)).toEqual({ ok: false, reason: "not-found" });
    await call.close();
    expect(await add()).toEqual({ ok: false, reason: "closed" });
  });

  test("tells nobody who has an address: a name is known once its owner agreed", async () => {
    const { speakers, answer, token } = await asked();
    expect((await speakers())[1]).toMatchObject({ name: ilse, personId: null, status: "invited" });
    await answer(token, "agreed");
    expect((await speakers())[1]).toMatchObject({ name: "Ilse", status: "agreed" });
    expect((await speakers())[1]?.personId).not.toBeNull();
    await answer(token, "declined");
    expect((await speakers())[1]).toMatchObject({ name: ilse, personId: null, status: "declined" });
  });

  test("keeps nothing of the link but its hash, where the mail leads", async () => {
    const { token } = await asked();
    const [row] = await db().select().from(proposalSpeakers).where(eq(proposalSpeakers.email, ilse));
    expect(row?.tokenHash).toBe(hashSecret(token));
    const kept = JSON.stringify([
      await db().select().from(proposalSpeakers),
      await db().select().from(events),
    ]);
    expect(kept).not.toContain(token);
    expect(await findAsked(db(), token)).toMatchObject({ speaker: { email: ilse }, isHere: true });
    expect(await findAsked(db(), "nonsense")).toBeNull();
    expect(await answerByLink(db(), "nonsense", { answer: "agreed" }, { now })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  test("is answered by the link, the same twice with one mail to the proposer, and may be thought over", async () => {
    const { answer, token, speakers } = await asked();
    expect(await answer(token, "agreed")).toEqual({ ok: true, already: false });
    expect(await answer(token, "agreed")).toEqual({ ok: true, already: true });
    await sweep();
    await sweep();
    const answers = async () => (await told()).filter(([, kind]) => kind === "co-speaker-answer");
    expect(await answers()).toEqual([["chloe@kade.example", "co-speaker-answer"]]);
    expect(await answer(token, "declined")).toEqual({ ok: true, already: false });
    await sweep();
    expect(await answers()).toHaveLength(2);
    expect((await speakers())[1]?.status).toBe("declined");
  });

  test("an answer that was taken back before anybody was told tells the last one alone", async () => {
    const { answer, token } = await asked();
    await answer(token, "agreed");
    await answer(token, "declined");
    await sweep();
    const subjects = (await inbox())
      .filter(({ kind }) => kind === "co-speaker-answer")
      .map((mail) => mail.subject);
    expect(subjects).toEqual(["ilse@kade.example cannot give “Waking up a team” with you"]);
  });

  test("a guest says what they are called, or is called after their address", async () => {
    const { answer, token, speakers } = await asked(guest);
    expect(await findAsked(db(), token)).toMatchObject({ isHere: false });
    await answer(token, "agreed");
    expect((await speakers())[1]).toMatchObject({ name: "Jan de Vries", personId: null, status: "agreed" });
    await answer(token, "declined");
    await answer(token, "agreed", "Jan");
    expect((await speakers())[1]?.name).toBe("Jan");
  });

  test("a guest who comes here later is the person with that address", async () => {
    const { call, id, answer, token, speakers } = await asked(guest, "Jan");
    await answer(token, "agreed");
    const person = await makePerson(db(), { email: guest, name: "Jan de Vries" });
    expect((await speakers())[1]).toMatchObject({ name: "Jan de Vries", personId: person.id });
    const viewer = { personId: person.id, email: guest, organisationId: null, role: "member" as const };
    const mine = await findMine(db(), viewer, await call.festival(), now);
    expect(mine.proposals.map((one) => one.id)).toEqual([id]);
  });

  test("who agreed finds it among theirs and writes along, but cannot hand in, withdraw or name others", async () => {
    const { call, id, answer, token, add } = await asked();
    const festival = await call.festival();
    const mine = async () => {
      const { proposals: own, asked: waiting } = await findMine(db(), call.ilse, festival, now);
      return [own.map((one) => one.proposer), waiting.map((one) => one.proposer)];
    };
    expect(await mine()).toEqual([[], ["Chloe"]]);
    expect(maySeeProposal(call.ilse, festival, (await findProposal(db(), call.festivalId, id))!)).toBe(false);
    await answer(token, "agreed");
    expect(await mine()).toEqual([["Chloe"], []]);
    const { save } = writing(db(), call, id, call.ilse);
    expect(await save({ title: "Together", version: 2 })).toMatchObject({ ok: true, version: 3 });
    expect(await writing(db(), call, id).save({ title: "Alone", version: 2 })).toMatchObject({
      ok: false,
      reason: "changed",
    });
    expect(await add(guest, "", call.ilse)).toEqual({ ok: false, reason: "not-found" });
    expect(await withdrawProposal(db(), call.ilse, festival, id, { now })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  test("is answered without the mail by who is signed in with that address, and by nobody else", async () => {
    const { call, id, speakers } = await asked();
    const say = async (viewer: typeof call.ilse) =>
      answerAsViewer(db(), viewer, await call.festival(), id, { answer: "agreed" }, { now });
    for (const viewer of [call.olga, call.organiser, call.lead, call.chloe])
      expect(await say(viewer)).toEqual({ ok: false, reason: "not-found" });
    expect(await say(call.ilse)).toEqual({ ok: true, already: false });
    expect((await speakers())[1]?.status).toBe("agreed");
  });

  test("who is taken off is told, and their link does not work any more", async () => {
    const { remove, speakers, answer, token, call } = await asked();
    const [proposer, speaker] = await speakers();
    expect(await remove(speaker!.id, call.ilse)).toEqual({ ok: false, reason: "not-found" });
    expect(await remove(speaker!.id)).toEqual({ ok: true });
    expect(await remove(speaker!.id)).toEqual({ ok: true });
    expect(await remove(proposer!.id)).toEqual({ ok: true });
    expect((await speakers()).map(({ name }) => name)).toEqual(["Chloe"]);
    await sweep();
    expect((await told()).filter(([to]) => to === ilse)).toEqual([
      [ilse, "co-speaker-invitation"],
      [ilse, "co-speaker-removed"],
    ]);
    expect(await findAsked(db(), token)).toBeNull();
    expect(await answer(token, "agreed")).toEqual({ ok: false, reason: "not-found" });
  });

  test("who said no, or was never asked, is not told", async () => {
    const { remove, speakers, answer, token, add } = await asked();
    await answer(token, "declined");
    await add(guest);
    for (const { id } of (await speakers()).slice(1)) await remove(id);
    await sweep();
    expect((await told()).filter(([, kind]) => kind === "co-speaker-removed")).toEqual([]);
    expect((await told()).filter(([to]) => to === guest)).toEqual([]);
  });

  test("a proposal that is withdrawn asks nobody, and tells those who were asked and did not say no", async () => {
    const { call, id, answer, token, add } = await asked();
    await add(guest);
    await withdrawProposal(db(), call.chloe, await call.festival(), id, { now });
    await sweep();
    expect((await told()).filter(([to]) => to === guest)).toEqual([]);
    expect((await told()).filter(([, kind]) => kind === "proposal-withdrawn")).toEqual([
      [ilse, "proposal-withdrawn"],
    ]);
    expect(await answer(token, "agreed")).toEqual({ ok: false, reason: "withdrawn" });
  });

  test("an answer stands once the speakers were told of a decision", async () => {
    const { id, answer, token } = await asked();
    await answer(token, "agreed");
    await db()
      .update(proposals)
      .set({ status: "accepted", toldStatus: "accepted" })
      .where(eq(proposals.id, id));
    expect(await answer(token, "declined")).toEqual({ ok: false, reason: "decided" });
    expect(await answer(token, "agreed")).toEqual({ ok: true, already: true });
  });

  test("writes to each in their language, and to a guest in the proposal's", async () => {
    const call = await makeCall(db());
    const noor = "noor@kade.example";
    await makePerson(db(), { email: noor, language: "nl", organisationId: call.organisations.kade.id });
    const { add } = acting(call, await handIn(db(), call));
    await add(noor);
    await add(guest);
    await sweep();
    const asking = await db().select().from(mails).where(eq(mails.kind, "co-speaker-invitation"));
    expect(Object.fromEntries(asking.map(({ recipient, subject }) => [recipient, subject]))).toEqual({
      [noor]: "Chloe wil samen met jou een workshop geven",
      [guest]: "Chloe would like to give a workshop with you",
    });
  });
});
