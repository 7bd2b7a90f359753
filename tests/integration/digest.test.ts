import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  makeFestival,
  makeMember,
  makeOrganisation,
  makePerson,
  makeSeries,
  makeTurn,
} from "#db/demo/factories.ts";
import { lectureThanks, mails, organisations, people, type turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { requestContext } from "#tests/support/requests.ts";
import { listOpenNow } from "~/festivals/open-now.server.ts";
import "~/jobs.ts";
import { digestsARun, sendDigests, sendDigestTo } from "~/lectures/digest/digest.server.ts";
import { refuseTopic } from "~/people/mail-preferences/refusals.server.ts";

const db = testDatabase();
/** Nine o'clock in Amsterdam on the first working day of December. */
const nine = at("2026-12-01T08:00:00Z");
const early = { createdAt: new Date("2026-01-01T09:00:00Z") };
let kade: { id: string };
let chloe: string;
let seriesId: string;

beforeEach(async () => {
  const zone = { timeZone: "Europe/Amsterdam", language: "en" };
  kade = await makeOrganisation(db(), { slug: "kade", name: "Kade", ...zone });
  chloe = await colleague("Chloe Kramer", { email: "chloe@kade.example" });
  seriesId = (
    await makeSeries(db(), {
      slug: "coffee",
      name: "Coffee talks",
      leadOrganisationId: kade.id,
      timeZone: zone.timeZone,
    })
  ).id;
});

async function colleague(name: string, given: Partial<typeof people.$inferInsert> = {}) {
  return (await makePerson(db(), { name, organisationId: kade.id, ...early, ...given })).id;
}

type Turn = Partial<typeof turns.$inferInsert> & { heldOn: string };

async function told(given: Turn) {
  const member = await makeMember(db(), {
    seriesId,
    personId: await colleague(`Speaker of ${given.topic ?? "it"}`),
  });
  return makeTurn(db(), { seriesId, status: "held", memberId: member.id, ...given });
}

const run = (now = nine) => sendDigests(requestContext(db()), now, listOpenNow);
const digests = async () =>
  (await db().select().from(mails)).filter(({ kind }) => kind.startsWith("lecture-digest"));
const chloes = async () => (await digests()).filter(({ recipient }) => recipient === "chloe@kade.example");

describe("what it tells", () => {
  test("last month's lectures with what was left behind, who comes, open weeks and open festivals", async () => {
    const bees = await told({
      heldOn: "2026-11-26",
      topic: "Bees",
      notes: "Read more",
      links: [{ title: "a", url: "https://a.example" }],
    });
    await told({ heldOn: "2026-11-05", topic: "Knots" });
    await told({ heldOn: "2026-10-29", topic: "October's" });
    await told({ heldOn: "2026-12-03", topic: "Asking better", status: "confirmed" });
    await told({ heldOn: "2026-12-10", topic: "Unsaid", status: "offered" });
    await told({ heldOn: "2027-01-28", topic: "Too far", status: "confirmed" });
    await db()
      .insert(lectureThanks)
      .values(
        [chloe, await colleague("Daan")].map((personId) => ({
          turnId: bees.id,
          personId,
          createdAt: nine.toString(),
        })),
      );
    await makeFestival(db(), {
      slug: "autumn",
      name: "Autumn",
      status: "calling",
      leadOrganisationId: kade.id,
      startsOn: "2027-02-01",
      endsOn: "2027-02-02",
      timeZone: "Europe/Amsterdam",
      callOpensAt: "2026-11-01T08:00:00Z",
      callClosesAt: "2026-12-15T16:00:00Z",
    });
    await run();
    const [mail] = await chloes();
    expect(mail).toMatchObject({
      subject: "Learning together in November 2026",
      recipientName: "Chloe Kramer",
    });
    for (const body of [mail!.text, mail!.html.replaceAll("<!-- -->", "")]) {
      for (const words of [
        "Bees",
        "Speaker of Bees, with notes, with a link",
        "Knots",
        "Asking better",
        "Speaker of Asking better",
        "2 thank-yous were said for these lectures.",
        "One week still looks for a speaker.",
        "Autumn",
        "You can propose a workshop until Tue 15 Dec, 17:00.",
        "http://localhost:3000/lectures/coffee/2026-11-26",
        "http://localhost:3000/lectures/coffee/join",
        "http://localhost:3000/festivals/autumn/propose",
        "http://localhost:3000/unsubscribe/",
        "http://localhost:3000/account/mail",
      ])
        expect(body).toContain(words);
      // Who is only asked is nobody else's business; other months are not this mail's.
      for (const words of ["October's", "Unsaid", "Too far"]) expect(body).not.toContain(words);
    }
  });

  test("guests and an open floor by their names", async () => {
    const guest = { is: "guest", name: "Gita Guest", organisationId: null, personId: null } as const;
    await makeTurn(db(), { seriesId, heldOn: "2026-11-05", status: "held", guest, topic: "Afar" });
    await makeTurn(db(), { seriesId, heldOn: "2026-11-12", status: "held", guest: { is: "open-floor" } });
    await run();
    const [mail] = await chloes();
    expect(mail?.text).toContain("Gita Guest");
    expect(mail?.text).toContain("open floor");
  });

  test("in the reader's language, or else in that of their organisation", async () => {
    await told({ heldOn: "2026-11-05", topic: "Bees" });
    await db().update(organisations).set({ language: "nl" });
    await db().update(people).set({ language: null }).where(eq(people.id, chloe));
    await run();
    expect((await chloes()).map(({ subject }) => subject)).toEqual(["Samen leren in november 2026"]);
  });

  test("of all series in one mail, and nothing of a series or festival of others", async () => {
    const second = await makeSeries(db(), { slug: "tea", name: "Tea talks", leadOrganisationId: kade.id });
    const far = await makeOrganisation(db(), { slug: "far" });
    const other = await makeSeries(db(), { slug: "far", name: "Far talks", leadOrganisationId: far.id });
    for (const id of [seriesId, second.id, other.id])
      await makeTurn(db(), { seriesId: id, heldOn: "2026-11-05", status: "held" });
    await run();
    const [mail, ...more] = await chloes();
    expect(more).toEqual([]);
    expect(mail?.text).toContain("Coffee talks");
    expect(mail?.text).toContain("Tea talks");
    expect(mail?.text).not.toContain("Far talks");
  });

  test("nothing: then there is no mail", async () => {
    await told({ heldOn: "2026-10-29" });
    expect(await run()).toBe(0);
    expect(await digests()).toEqual([]);
  });
});

describe("whom it reaches, and when", () => {
  beforeEach(() => told({ heldOn: "2026-11-05", topic: "Bees" }));

  test("everybody once, however often the job runs and however many run at once", async () => {
    expect(await run(nine.subtract({ seconds: 1 }))).toBe(0);
    await Promise.all([run(), run()]);
    await run(nine.add({ minutes: 5 }));
    const all = await digests();
    expect(all.map(({ recipient }) => recipient).toSorted()).toEqual(
      (await db().select().from(people)).map(({ email }) => email).toSorted(),
    );
  });

  test("a second mail of the month has the id of the first; without that it would go out (control)", async () => {
    await run();
    const [first] = await chloes();
    // As if this worker had looked before the other one wrote.
    await db().update(mails).set({ kind: "other" }).where(eq(mails.recipient, "chloe@kade.example"));
    await run();
    expect(await db().$count(mails, eq(mails.recipient, "chloe@kade.example"))).toBe(1);
    await db().update(mails).set({ id: crypto.randomUUID() }).where(eq(mails.id, first!.id));
    await run();
    expect(await db().$count(mails, eq(mails.recipient, "chloe@kade.example"))).toBe(2);
  });

  test("again in the next month", async () => {
    await run();
    await told({ heldOn: "2026-12-10", topic: "Knots" });
    // 1 January 2027 is a Friday and a holiday.
    await run(at("2027-01-01T09:00:00Z"));
    expect(await chloes()).toHaveLength(1);
    await run(at("2027-01-04T08:00:00Z"));
    expect((await chloes()).map(({ subject }) => subject)).toEqual([
      "Learning together in November 2026",
      "Learning together in December 2026",
    ]);
  });

  test("at nine of each organisation's own clock", async () => {
    const auckland = await makeOrganisation(db(), { slug: "akl", timeZone: "Pacific/Auckland" });
    const kiri = await makePerson(db(), { organisationId: auckland.id, email: "kiri@akl.example", ...early });
    const other = await makeSeries(db(), {
      slug: "akl",
      leadOrganisationId: auckland.id,
      timeZone: "Pacific/Auckland",
    });
    await makeTurn(db(), { seriesId: other.id, heldOn: "2026-11-05", status: "held" });
    await run(at("2026-11-30T20:00:00Z"));
    expect((await digests()).map(({ recipient }) => recipient)).toEqual([kiri.email]);
    await run();
    expect(await chloes()).toHaveLength(1);
    expect((await digests()).filter(({ recipient }) => recipient === kiri.email)).toHaveLength(1);
  });

  test("not those who refused it, came later or never proved their address", async () => {
    await refuseTopic(db(), { is: "person", id: chloe, topic: "digest", refuse: true }, nine);
    await colleague("Late", { email: "late@kade.example", createdAt: new Date("2026-12-02T09:00:00Z") });
    await colleague("Unproved", { email: "unproved@kade.example", emailVerified: false });
    await run(nine.add({ hours: 30 }));
    expect((await digests()).map(({ recipientName }) => recipientName)).toEqual(["Speaker of Bees"]);
  });

  test("a big organisation in several runs", async () => {
    const names = Array.from({ length: digestsARun + 20 }, (_, i) => `Colleague ${i}`);
    const shape = { organisationId: kade.id, emailVerified: true, ...early };
    await db()
      .insert(people)
      .values(
        names.map((name, i) => ({ id: crypto.randomUUID(), name, email: `c${i}@kade.example`, ...shape })),
      );
    expect(await run()).toBe(digestsARun);
    expect(await run()).toBe(22);
    expect(await run()).toBe(0);
    expect(new Set((await digests()).map(({ recipient }) => recipient)).size).toBe(digestsARun + 22);
  });
});

describe("asked for by one person", () => {
  const ask = (now = at("2026-11-25T12:00:00Z")) =>
    sendDigestTo(requestContext(db()), chloe, now, listOpenNow);

  test("it comes at once, once a day, and does not stand in for that of the month", async () => {
    await told({ heldOn: "2026-10-29", topic: "Bees" });
    expect(await ask()).toBe("sent");
    expect(await ask()).toBe("sent");
    expect(await digests()).toHaveLength(1);
    await told({ heldOn: "2026-11-26", topic: "Knots" });
    await run();
    const month = and(eq(mails.recipient, "chloe@kade.example"), eq(mails.kind, "lecture-digest"));
    expect(await db().$count(mails, month)).toBe(1);
  });

  test("with nothing to tell nothing is sent", async () => {
    expect(await ask()).toBe("nothing");
    expect(await digests()).toEqual([]);
  });
});
