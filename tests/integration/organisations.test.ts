import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { organisations, people } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { type Answer, answerOf, routeArgs } from "#tests/support/requests.ts";
import { addDomain, removeDomain } from "~/people/domains.server.ts";
import { findOrganisation, listOrganisations } from "~/people/organisations.server.ts";
import { loader as page } from "~/routes/organisations.$organisation._index.tsx";
import { action as edit, loader as editPage } from "~/routes/organisations.$organisation.edit.tsx";
import { loader as logo } from "~/routes/organisations.$organisation.logo.ts";
import { findDomainsOf, loginOf, pngBytes } from "./organisations.support.ts";

const now = at("2026-11-23T09:00:00Z");
const params = { organisation: "waterland" };
const facts = {
  intent: "facts",
  name: "Het Waterland",
  colour: "#0b6E99",
  language: "nl",
  timeZone: "Europe/Paris",
};

describe("an organisation", () => {
  const db = testDatabase();
  let waterland: { id: string };
  let cookies: { admin: string; organiser: string; foreign: string };

  beforeEach(async () => {
    waterland = await makeOrganisation(db(), { slug: "waterland", name: "Waterland" });
    const lumen = await makeOrganisation(db(), { slug: "lumen", name: "Lumen" });
    const person = async (organisationId: string, role: "admin" | "organiser", email: string) =>
      loginOf(db(), (await makePerson(db(), { organisationId, role, email })).id);
    cookies = {
      admin: await person(waterland.id, "admin", "anna@waterland.example"),
      organiser: await person(waterland.id, "organiser", "olaf@waterland.example"),
      foreign: await person(lumen.id, "admin", "grace@lumen.example"),
    };
  });

  const send = (form: Record<string, string | File>, cookie = cookies.admin) =>
    answerOf(edit(routeArgs(db(), "/organisations/waterland/edit", { cookie, form, params })));
  const errorsOf = ({ data }: Answer) =>
    (data as { result: { error: Record<string, string[]> } }).result.error;

  test("is listed with how many people it has", async () => {
    expect((await listOrganisations(db())).map(({ slug, people }) => [slug, people])).toEqual([
      ["lumen", 1],
      ["waterland", 2],
    ]);
  });

  test("shows everybody its number of people and nobody a name; only its admins may edit", async () => {
    const look = (cookie?: string) => page(routeArgs(db(), "/organisations/waterland", { cookie, params }));
    const anonymous = await look();
    expect(anonymous).toMatchObject({
      organisation: { people: 2 },
      mine: false,
      seesMembers: false,
      administers: false,
    });
    expect(JSON.stringify(anonymous)).not.toContain("@");
    expect(await look(cookies.organiser)).toMatchObject({
      mine: true,
      seesMembers: true,
      administers: false,
    });
    expect(await look(cookies.admin)).toMatchObject({ administers: true });
    expect(await look(cookies.foreign)).toMatchObject({
      mine: false,
      seesMembers: false,
      administers: false,
    });
    const nowhere = page(routeArgs(db(), "/organisations/nowhere", { params: { organisation: "nowhere" } }));
    expect(await answerOf(nowhere)).toMatchObject({ status: 404 });
  });

  test("is edited by its admins: not by its organisers, a foreign admin or a stranger", async () => {
    expect(await send(facts)).toMatchObject({ status: 303 });
    expect(await findOrganisation(db(), "waterland")).toMatchObject({
      name: "Het Waterland",
      colour: "#0b6e99",
      language: "nl",
      timeZone: "Europe/Paris",
    });
    for (const [cookie, status] of [
      [cookies.organiser, 403],
      [cookies.foreign, 403],
      ["", 302],
    ] as const) {
      const load = editPage(routeArgs(db(), "/organisations/waterland/edit", { cookie, params }));
      expect(await answerOf(load)).toMatchObject({ status });
      const forms: Record<string, string | File>[] = [
        facts,
        { intent: "logo", logo: new File([pngBytes()], "logo.png") },
        { intent: "remove-logo" },
        { intent: "add-domain", domain: "lumen.example" },
        { intent: "remove-domain", domain: "waterland.example" },
      ];
      for (const form of forms) {
        expect(await send(form, cookie)).toMatchObject({ status });
      }
    }
    expect(await findDomainsOf(db(), "waterland")).toEqual(["waterland.example"]);
  });

  test.each([
    { name: "" },
    { name: "x".repeat(81) },
    { colour: "url(x)" },
    { language: "de" },
    { timeZone: "Mars/Olympus" },
  ])("is not given %j", async (wrong) => {
    const answer = await send({ ...facts, ...wrong });
    expect([answer.status, Object.keys(errorsOf(answer))]).toEqual([422, Object.keys(wrong)]);
    expect(await findOrganisation(db(), "waterland")).toMatchObject({ name: "Waterland" });
  });

  test("writes nothing that its form does not have", async () => {
    await send({ ...facts, slug: "taken-over", id: crypto.randomUUID(), createdAt: "2000-01-01T00:00:00Z" });
    const [row] = await db().select().from(organisations).where(eq(organisations.id, waterland.id));
    expect(row).toMatchObject({ slug: "waterland", name: "Het Waterland" });
  });

  test("takes a PNG as its logo and serves it as nothing else", async () => {
    const show = (headers = {}) => {
      const args = routeArgs(db(), "/organisations/waterland/logo", { params });
      for (const [name, value] of Object.entries<string>(headers)) args.request.headers.set(name, value);
      return answerOf(logo(args));
    };
    expect(await show()).toMatchObject({ status: 404 });
    const named = new File([pngBytes()], "logo.svg", { type: "image/svg+xml" });
    expect(await send({ intent: "logo", logo: named })).toMatchObject({ status: 303 });
    const { status, headers } = await show();
    expect([status, headers.get("content-type"), headers.get("x-content-type-options")]).toEqual([
      200,
      "image/png",
      "nosniff",
    ]);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(await show({ "if-none-match": headers.get("etag") ?? "" })).toMatchObject({ status: 304 });
    await send({ intent: "remove-logo" });
    expect(await show()).toMatchObject({ status: 404 });
  });

  test("refuses other files as its logo with a sentence that says what to do", async () => {
    const refusals = [
      [new File(["<svg onload=alert(1)>"], "logo.png", { type: "image/png" }), /as PNG/],
      [new File(["GIF89a"], "logo.gif"), /PNG, JPEG or WebP/],
      [new File([pngBytes(512 * 1024 + 1)], "logo.png"), /larger than 512 kB/],
      [new File([], ""), /choose a picture/],
    ] as const;
    for (const [file, sentence] of refusals) {
      const answer = await send({ intent: "logo", logo: file });
      expect([answer.status, errorsOf(answer).logo?.[0]]).toEqual([422, expect.stringMatching(sentence)]);
    }
    const huge = new File([pngBytes(2_000_000)], "logo.png");
    expect(await send({ intent: "logo", logo: huge })).toMatchObject({ status: 413 });
    expect(await findOrganisation(db(), "waterland")).toMatchObject({ hasLogo: false });
  });
});

describe("mail domains", () => {
  const db = testDatabase();
  const wanted = (organisationId: string, domain: string, verifiedEmail = `noor@${domain}`) =>
    addDomain(db(), { organisationId, domain, verifiedEmail }, now);

  test("are added only by somebody with an address exactly there", async () => {
    const { id } = await makeOrganisation(db(), { slug: "brug" });
    for (const domain of ["brug.org", "mail.brug.nl", "nl", "BRUG.NL", "brug.nl.", ""]) {
      expect(await wanted(id, domain, "noor@brug.nl")).toEqual({ ok: false, reason: "not-verified-there" });
    }
    expect(await wanted(id, "brug.nl")).toEqual({ ok: true });
    expect(await wanted(id, "brug.nl")).toEqual({ ok: true });
    expect(await findDomainsOf(db(), "brug")).toEqual(["brug.example", "brug.nl"]);
  });

  test("never belong to two organisations, and never to a public mail provider", async () => {
    const brug = await makeOrganisation(db(), { slug: "brug" });
    const other = await makeOrganisation(db(), { slug: "other" });
    expect(await wanted(brug.id, "brug.nl")).toEqual({ ok: true });
    expect(await wanted(other.id, "brug.nl")).toEqual({ ok: false, reason: "taken" });
    expect(await wanted(brug.id, "gmail.com")).toEqual({ ok: false, reason: "public" });
    expect(await findDomainsOf(db(), "other")).toEqual(["other.example"]);
  });

  test("take in verified people who have no organisation, and leave all others where they are", async () => {
    const brug = await makeOrganisation(db(), { slug: "brug" });
    const other = await makeOrganisation(db(), { slug: "other" });
    await makePerson(db(), { email: "a@brug.nl" });
    await makePerson(db(), { email: "b@brug.nl", organisationId: other.id });
    await makePerson(db(), { email: "c@brug.nl", emailVerified: false });
    await makePerson(db(), { email: "d@sub.brug.nl" });
    await wanted(brug.id, "brug.nl");
    expect(
      await db()
        .select({ email: people.email, home: people.organisationId })
        .from(people)
        .orderBy(people.email),
    ).toEqual([
      { email: "a@brug.nl", home: brug.id },
      { email: "b@brug.nl", home: other.id },
      { email: "c@brug.nl", home: null },
      { email: "d@sub.brug.nl", home: null },
    ]);
  });

  test("are removed by their own organisation alone, and whoever joined stays", async () => {
    const brug = await makeOrganisation(db(), { slug: "brug" });
    const other = await makeOrganisation(db(), { slug: "other" });
    const person = await makePerson(db(), { email: "a@brug.example", organisationId: brug.id });
    await removeDomain(db(), other.id, "brug.example");
    expect(await findDomainsOf(db(), "brug")).toEqual(["brug.example"]);
    await removeDomain(db(), brug.id, "brug.example");
    expect(await findDomainsOf(db(), "brug")).toEqual([]);
    expect(await db().select().from(people)).toMatchObject([{ id: person.id, organisationId: brug.id }]);
  });
});
