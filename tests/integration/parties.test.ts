import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeFestival, makeHost, makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { mails, partyMembers } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { requestContext } from "#tests/support/requests.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { answerParty } from "~/signups/parties/answer.server.ts";
import { askAlong, takeBack } from "~/signups/parties/ask.server.ts";
import { findOwnParty, findPartyByLink, listParties, listQuestions } from "~/signups/parties/find.server.ts";
import { leaveParty } from "~/signups/parties/leave.server.ts";
import { partyHandlers } from "~/signups/parties/mails.server.ts";

const now = at("2026-11-23T09:00:00Z");
const db = testDatabase();
const ids = testIds();
let scene: Awaited<ReturnType<typeof makeScene>>;

type Who = "anna" | "bram" | "chloe" | "daan" | "eva";

/** A festival that its hosts keep to themselves, colleagues of both, and somebody from outside. */
async function makeScene() {
  const waterland = await makeOrganisation(db(), { name: "Waterland" });
  const lumen = await makeOrganisation(db(), { name: "Lumen" });
  const far = await makeOrganisation(db(), { name: "Far" });
  const given = {
    leadOrganisationId: waterland.id,
    visibility: "hosts" as const,
    status: "released" as const,
  };
  const { id } = await makeFestival(db(), given);
  await makeHost(db(), { festivalId: id, organisationId: lumen.id, invitedBy: null });
  const person = async (name: string, organisationId: string) => {
    const made = await makePerson(db(), { name, email: `${name.toLowerCase()}@example.com`, organisationId });
    return { personId: made.id, email: made.email, organisationId };
  };
  return {
    festival: (await findFestivalById(db(), id))!,
    people: {
      anna: await person("Anna", waterland.id),
      bram: await person("Bram", lumen.id),
      chloe: await person("Chloe", lumen.id),
      daan: await person("Daan", waterland.id),
      eva: await person("Eva", waterland.id),
    } satisfies Record<Who, unknown>,
    stranger: await person("Zoe", far.id),
  };
}

beforeEach(async () => {
  scene = await makeScene();
});

const ask = (who: Who, whom: string) =>
  askAlong(db(), { festival: scene.festival, asker: scene.people[who], who: whom }, { now, ids });
const questionsOf = (who: Who) =>
  listQuestions(db(), { personId: scene.people[who].personId, festivalId: scene.festival.id }, now);
const partyOf = (who: Who) => findOwnParty(db(), scene.festival.id, scene.people[who]);
const leave = (who: Who) =>
  leaveParty(db(), { festivalId: scene.festival.id, personId: scene.people[who].personId }, { now });
const parties = async () => (await listParties(db(), scene.festival.id)).map((one) => one.personIds.length);

async function answer(who: Who, yes: "yes" | "no" = "yes", index = 0) {
  const question = (await questionsOf(who))[index];
  if (!question) return null;
  const { personId } = scene.people[who];
  return answerParty(db(), { partyId: question.partyId, personId, answer: yes }, { now });
}

async function mailed() {
  const platform = { ...requestContext(db()), ids };
  await sweepEvents(platform, partyHandlers, now);
  const rows = await db().select().from(mails).orderBy(mails.id);
  return rows.map((mail) => [mail.kind, mail.recipient]);
}

describe("coming together", () => {
  test("takes a question and a yes, and is known to a ballot only then", async () => {
    expect(await ask("anna", "Bram@Example.com ")).toEqual({ ok: true, email: "bram@example.com" });
    expect(await parties()).toEqual([]);
    expect((await questionsOf("bram")).map((one) => one.by)).toEqual(["Anna"]);
    expect(await answer("bram")).toEqual({ ok: true });
    expect(await parties()).toEqual([2]);
    expect(await partyOf("anna")).toEqual({ others: ["Bram"], asked: [], askedByOthers: 0, spots: 2 });
    expect(await questionsOf("bram")).toEqual([]);
  });

  test("asks a colleague of one's own organisation by name, others by address alone", async () => {
    expect(await ask("anna", "daan")).toEqual({ ok: true, email: "daan@example.com" });
    expect(await ask("anna", "Bram")).toEqual({ ok: false, reason: "unknown-name" });
    expect(await ask("anna", "anna@example.com")).toEqual({ ok: false, reason: "self" });
  });

  test("says the same of an address nobody has, of somebody who may not see the festival and of a colleague", async () => {
    for (const email of ["nobody@example.com", "zoe@example.com", "bram@example.com"])
      expect(await ask("anna", email)).toEqual({ ok: true, email });
    expect((await partyOf("anna")).asked).toEqual(
      ["bram@example.com", "nobody@example.com", "zoe@example.com"].map((email) => ({ email, name: email })),
    );
    expect(await ask("anna", "another@example.com")).toEqual({ ok: false, reason: "full" });
    expect(await mailed()).toEqual([["party-asked", "bram@example.com"]]);
  });

  test("keeps a no to the one who said it", async () => {
    await ask("anna", "bram@example.com");
    await answer("bram", "no");
    expect((await partyOf("anna")).asked).toEqual([{ email: "bram@example.com", name: "bram@example.com" }]);
    expect(await questionsOf("bram")).toEqual([]);
    await takeBack(db(), {
      festivalId: scene.festival.id,
      personId: scene.people.anna.personId,
      email: "bram@example.com",
    });
    await ask("anna", "bram@example.com");
    expect(await questionsOf("bram")).toEqual([]);
    expect(await mailed()).toEqual([]);
  });

  test("refuses a fifth, whether asked by one of them or by another", async () => {
    await ask("anna", "bram@example.com");
    await answer("bram");
    await ask("bram", "chloe");
    await ask("anna", "daan");
    expect(await ask("bram", "eva@example.com")).toEqual({ ok: false, reason: "full" });
    await answer("chloe");
    await answer("daan");
    expect(await parties()).toEqual([4]);
    expect(await ask("daan", "eva")).toEqual({ ok: false, reason: "full" });
  });

  test("is one party a person: who is together with others says no, who only asked goes along", async () => {
    await ask("anna", "bram@example.com");
    await ask("chloe", "bram@example.com");
    await ask("daan", "chloe@example.com");
    await answer("bram");
    expect(await answer("bram")).toEqual({ ok: false, reason: "elsewhere" });
    expect(await answer("chloe")).toEqual({ ok: true });
    expect(await parties()).toEqual([2, 2]);
    expect((await partyOf("chloe")).others).toEqual(["Daan"]);
    expect(await questionsOf("bram")).toEqual([]);
  });

  test("ends for the one who leaves; their questions go with them and the others stay", async () => {
    await ask("anna", "bram@example.com");
    await answer("bram");
    await mailed();
    await ask("bram", "chloe");
    await mailed();
    await answer("chloe");
    await mailed();
    await ask("bram", "daan@example.com");
    expect(await leave("bram")).toBe(true);
    expect(await leave("bram")).toBe(false);
    expect((await partyOf("anna")).others).toEqual(["Chloe"]);
    expect((await partyOf("bram")).others).toEqual([]);
    expect(await questionsOf("daan")).toEqual([]);
    expect((await mailed()).toSorted()).toEqual([
      ["party-agreed", "anna@example.com"],
      ["party-agreed", "anna@example.com"],
      ["party-agreed", "bram@example.com"],
      ["party-asked", "chloe@example.com"],
      ["party-left", "anna@example.com"],
      ["party-left", "chloe@example.com"],
    ]);
  });

  test("answers by the link of the mail, which opens nothing else and survives a second click", async () => {
    await ask("anna", "bram@example.com");
    await mailed();
    const [mail] = await db().select().from(mails);
    const token = /\/together\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const link = await findPartyByLink(db(), token);
    expect(link).toMatchObject({ by: "Anna", others: ["Anna"], status: "asked" });
    const { partyId, personId } = link!;
    for (const _ of [1, 2])
      expect(await answerParty(db(), { partyId, personId, answer: "yes" }, { now })).toEqual({ ok: true });
    expect((await findPartyByLink(db(), token))?.status).toBe("agreed");
    const intruder = { partyId, personId: scene.people.eva.personId, answer: "yes" as const };
    expect(await answerParty(db(), intruder, { now })).toEqual({ ok: false, reason: "gone" });
    expect(await db().select().from(partyMembers).where(eq(partyMembers.status, "agreed"))).toHaveLength(2);
  });

  test("cannot be agreed to once everybody has left", async () => {
    await ask("anna", "bram@example.com");
    const [question] = await questionsOf("bram");
    await leave("anna");
    const late = { partyId: question!.partyId, personId: scene.people.bram.personId, answer: "yes" as const };
    expect(await answerParty(db(), late, { now })).toEqual({ ok: false, reason: "gone" });
    expect(await mailed()).toEqual([]);
  });
});
