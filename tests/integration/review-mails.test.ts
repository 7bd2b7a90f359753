import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeProposalSpeaker } from "#db/demo/factories/proposals.ts";
import { makePerson } from "#db/demo/factories.ts";
import { events, mails, people, proposals } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { requestContext } from "#tests/support/requests.ts";
import { saveLetter } from "~/festivals/review/letters.server.ts";
import { findMailsPage } from "~/festivals/review/mails-page.server.ts";
import { planMails } from "~/festivals/review/outgoing.server.ts";
import { remindUnconfirmed } from "~/festivals/review/remind.server.ts";
import { sendDecisions } from "~/festivals/review/send-decisions.server.ts";
import { eventHandlers } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { plus, Temporal } from "~/platform/time.ts";
import { now } from "./festivals.support.ts";
import { makeReviewed } from "./review.support.ts";

const db = testDatabase();

type Scene = Awaited<ReturnType<typeof makeReviewed>>;

async function send(
  scene: Scene,
  given: { fingerprint?: string; viewer?: Scene["waterland"]["organiser"] } = {},
) {
  const fingerprint = given.fingerprint ?? (await planMails(db(), scene.festival)).fingerprint;
  return sendDecisions(
    db(),
    given.viewer ?? scene.waterland.organiser,
    scene.festival,
    { fingerprint },
    { now },
  );
}

/** The mails that the background work makes of what was sent. */
async function mailed() {
  await sweepEvents(requestContext(db()), eventHandlers, now);
  const failed = await db().select({ lastError: events.lastError }).from(events);
  expect(failed.filter(({ lastError }) => lastError !== null)).toEqual([]);
  const rows = await db().select().from(mails).orderBy(mails.recipient, mails.subject);
  return rows.map(({ kind, recipient, subject, text, html }) => ({ kind, recipient, subject, text, html }));
}

const letter = { subject: "About [title]", body: "Hello [name],\n\n[title] at [festival]: [link]" };

describe("the mails of decisions", () => {
  test("go out together, one for each proposal and speaker, each in their language", async () => {
    const scene = await makeReviewed(db());
    const accepted = await scene.propose({ title: "Taken" });
    const declined = await scene.propose({ title: "Not taken" });
    await scene.propose({ title: "Undecided" });
    await db().update(people).set({ language: "nl" }).where(eq(people.id, declined.proposer.id));
    const colleague = await makePerson(db(), { name: "Ines Bos", email: "ines@lumen.example" });
    const speaker = { proposalId: accepted.id, personId: colleague.id, email: colleague.email };
    await makeProposalSpeaker(db(), speaker);
    await makeProposalSpeaker(db(), { proposalId: accepted.id, email: "asked@x.example", status: "invited" });
    await scene.decide([accepted], "accepted");
    await scene.decide([declined], "declined");
    expect(await mailed()).toEqual([]);
    expect(await send(scene)).toEqual({ ok: true, mails: 3, proposals: 2 });
    expect((await mailed()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["ines@lumen.example", "Accepted: Taken"],
      ["p1@lumen.example", "Accepted: Taken"],
      ["p2@lumen.example", "Je voorstel voor Autumn: Not taken"],
    ]);
    const rows = await db().select().from(proposals).orderBy(proposals.title);
    expect(rows.map(({ title, toldStatus, toldAt }) => [title, toldStatus, toldAt !== null])).toEqual([
      ["Not taken", "declined", true],
      ["Taken", "accepted", true],
      ["Undecided", null, false],
    ]);
  });

  test("an accepted speaker gets a button that leads to where they confirm", async () => {
    const scene = await makeReviewed(db());
    const accepted = await scene.propose({ title: "Taken" });
    await scene.decide([accepted], "accepted");
    await send(scene);
    const [mail] = await mailed();
    const url = `http://localhost:3000/festivals/autumn/propose/${accepted.id}`;
    expect(mail?.text).toContain(`Confirm that you give it ${url}`);
    expect(mail?.html.match(new RegExp(`href="${url}"`, "g"))).toHaveLength(2);
  });

  test("a second time nothing goes out; a later batch holds only what was not told", async () => {
    const scene = await makeReviewed(db());
    const first = await scene.propose({ title: "First" });
    const second = await scene.propose({ title: "Second" });
    await scene.decide([first], "accepted");
    const { fingerprint } = await planMails(db(), scene.festival);
    await send(scene, { fingerprint });
    expect(await send(scene, { fingerprint })).toEqual({ ok: true, mails: 0, proposals: 0 });
    await scene.decide([second], "reserve");
    expect(await send(scene)).toEqual({ ok: true, mails: 1, proposals: 1 });
    expect((await mailed()).map(({ subject }) => subject)).toEqual(["Accepted: First", "In reserve: Second"]);
  });

  test("nothing goes out when something else would than was shown", async () => {
    const scene = await makeReviewed(db());
    const one = await scene.propose();
    await scene.decide([one], "accepted");
    const { fingerprint } = await planMails(db(), scene.festival);
    await scene.decide([await scene.propose()], "declined", { by: scene.lumen.organiser });
    expect(await send(scene, { fingerprint })).toEqual({ ok: false, reason: "changed" });
    const shown = (await planMails(db(), scene.festival)).fingerprint;
    const wish = { proposalId: null, decision: "accepted" as const, letter };
    await saveLetter(db(), scene.waterland.organiser, scene.festival, wish, scene.deps);
    expect(await send(scene, { fingerprint: shown })).toEqual({ ok: false, reason: "changed" });
    expect(await mailed()).toEqual([]);
  });

  test("only the lead sends", async () => {
    const scene = await makeReviewed(db());
    await scene.decide([await scene.propose()], "accepted");
    for (const viewer of [scene.lumen.organiser, scene.waterland.member, scene.kade.organiser]) {
      expect(await send(scene, { viewer })).toEqual({ ok: false, reason: "forbidden" });
    }
    expect(await mailed()).toEqual([]);
  });

  test("who was told one thing and is decided otherwise is told again, and that is said beforehand", async () => {
    const scene = await makeReviewed(db());
    const one = await scene.propose({ title: "Back and forth" });
    await scene.decide([one], "accepted");
    await send(scene);
    await scene.decide([{ ...one, status: "accepted" }], "declined", { sure: true });
    expect((await planMails(db(), scene.festival)).outgoing).toMatchObject([
      { told: "changed", decision: "declined", proposal: { toldStatus: "accepted" } },
    ]);
    await scene.decide([{ ...one, status: "declined" }], "submitted");
    const plan = await planMails(db(), scene.festival);
    expect([plan.outgoing, plan.reopened.map(({ title }) => title)]).toEqual([[], ["Back and forth"]]);
  });

  test("a proposal taken back in the meantime is not told of", async () => {
    const scene = await makeReviewed(db());
    await scene.decide([await scene.propose()], "accepted");
    await send(scene);
    await db().update(proposals).set({ status: "withdrawn" });
    expect(await mailed()).toEqual([]);
  });
});

describe("the words of the mails", () => {
  async function wordsOf(scene: Scene, titles: string[]) {
    const page = await findMailsPage(db(), scene.waterland.organiser, scene.festival, new URLSearchParams(), {
      now,
      config: { publicUrl: "https://learn.example" },
    });
    const outgoing = page.groups.flatMap((group) => group.outgoing);
    return titles.map(
      (title) => outgoing.find(({ proposal }) => proposal.title === title)?.letter?.subject ?? null,
    );
  }

  test("are ours, the festival's or a proposal's own, and can be given up again", async () => {
    const scene = await makeReviewed(db());
    const one = await scene.propose({ title: "One" });
    await scene.decide([one, await scene.propose({ title: "Two" })], "accepted");
    const { festival, lumen, waterland, deps } = scene;
    const decision = "accepted" as const;
    const keep = (proposalId: string | null, subject: string | null, by = waterland.organiser) =>
      saveLetter(
        db(),
        by,
        festival,
        { proposalId, decision, letter: subject === null ? null : { subject, body: "…" } },
        deps,
      );
    expect(await wordsOf(scene, ["One", "Two"])).toEqual([null, null]);
    await keep(null, "For all");
    await keep(null, "For all of you");
    await keep(one.id, "For one", lumen.organiser);
    expect(await wordsOf(scene, ["One", "Two"])).toEqual(["For one", "For all of you"]);
    await keep(one.id, null);
    expect(await wordsOf(scene, ["One", "Two"])).toEqual(["For all of you", "For all of you"]);
    await keep(null, null);
    expect(await wordsOf(scene, ["One", "Two"])).toEqual([null, null]);
    expect(await keep(null, "Mine", lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await keep(one.id, "Mine", scene.kade.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await keep(scene.ids.uuid(), "Mine")).toEqual({ ok: false, reason: "forbidden" });
  });

  test.each(["en", "nl"] as const)(
    "cannot be broken out of by a hostile title, name or text (%s)",
    async (language) => {
      const scene = await makeReviewed(db());
      const hostile = `</p><script>alert(1)</script><img src=x onerror=alert(1)>[link]\r\nBcc: all@x.example`;
      const one = await scene.propose({ title: hostile });
      await db()
        .update(people)
        .set({ language, name: `<b>Eve</b>{{title}}$t(ui.close) X` })
        .where(eq(people.id, one.proposer.id));
      await scene.decide([one], "accepted");
      if (language === "nl") {
        const body = `Dag [naam]: [titel]\n\n<a href="javascript:alert(1)">klik</a>\n\n[link]`;
        const wish = {
          proposalId: null,
          decision: "accepted" as const,
          letter: { subject: "[titel]", body },
        };
        await saveLetter(db(), scene.waterland.organiser, scene.festival, wish, scene.deps);
      }
      await send(scene);
      const [mail] = await mailed();
      expect(mail?.subject).not.toMatch(/[\r\n]/);
      expect(mail?.subject).toContain("</p><script>alert(1)</script>");
      expect(mail?.html).not.toMatch(/<script|<img src=x|<b>Eve|href="javascript:/);
      expect(mail?.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      expect(mail?.text).toContain("<b>Eve</b>{{title}}$t(ui.close)");
      // The word in the title is no word of ours: the link stands where the text has it, and on the button.
      const link = `http://localhost:3000/festivals/autumn/propose/${one.id}`;
      expect(mail?.html.split(`href="${link}"`)).toHaveLength(3);
      expect(mail?.html).toContain(`<html dir="ltr" lang="${language}"`);
    },
  );

  test("are shown as each reader gets them, with what we do not know named", async () => {
    const scene = await makeReviewed(db());
    const one = await scene.propose({ title: "One" });
    await db()
      .update(people)
      .set({ language: "nl", name: "Noor Jansen" })
      .where(eq(people.id, one.proposer.id));
    await scene.decide([one], "declined");
    const page = (query = "") =>
      findMailsPage(db(), scene.waterland.organiser, scene.festival, new URLSearchParams(query), {
        now,
        config: { publicUrl: "https://learn.example" },
      });
    const { preview } = await page();
    expect(preview).toMatchObject({
      name: "Noor Jansen",
      locale: "nl",
      subject: "Je voorstel voor Autumn: One",
    });
    expect(preview?.html).toContain("Dag Noor");
    expect(preview?.html).toContain("Bekijk je voorstel");
    const own = { subject: "Hi [name]", body: "Hi [nmae]" };
    const wish = { proposalId: one.id, decision: "declined" as const, letter: own };
    await saveLetter(db(), scene.lumen.organiser, scene.festival, wish, scene.deps);
    expect((await page(`preview=${one.id}&to=9`)).preview).toMatchObject({
      subject: "Hi Noor",
      unknown: ["nmae"],
    });
    expect((await page(`edit=declined&of=${one.id}`)).editing).toMatchObject({ letter: own, own: true });
    expect((await page("edit=declined&from=nl")).editing?.letter.body).toContain("Dag [naam]");
    expect((await page("edit=nonsense")).editing).toBeNull();
  });
});

describe("reminding those who have not confirmed", () => {
  const later = (hours: number) => ({ now: Temporal.Instant.from(plus(now, { hours })) });

  test("reaches each of them once a day, and not on the day they were told", async () => {
    const scene = await makeReviewed(db());
    const { festival, waterland, lumen } = scene;
    await scene.decide(
      [await scene.propose({ title: "One" }), await scene.propose({ title: "Two" })],
      "accepted",
    );
    await send(scene);
    const remind = (hours: number, by = waterland.organiser) =>
      remindUnconfirmed(db(), by, festival, later(hours));
    expect(await remind(23)).toEqual({ ok: true, mails: 0 });
    expect(await remind(24, lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await remind(24)).toEqual({ ok: true, mails: 2 });
    expect(await remind(25)).toEqual({ ok: true, mails: 0 });
    expect(await remind(48)).toEqual({ ok: true, mails: 2 });
  });
});
