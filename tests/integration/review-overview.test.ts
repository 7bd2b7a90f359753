import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeProposalSpeaker } from "#db/demo/factories/proposals.ts";
import { makePerson, makeRoom, makeVenue } from "#db/demo/factories.ts";
import { reviews } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { noFilter } from "~/festivals/review/filter.ts";
import { planMails } from "~/festivals/review/outgoing.server.ts";
import { reviewOverview } from "~/festivals/review/overview.server.ts";
import { findOverviewPage } from "~/festivals/review/overview-page.server.ts";
import { findReviewPage, nextToReview } from "~/festivals/review/review-page.server.ts";
import { saveReview } from "~/festivals/review/reviews.server.ts";
import { now } from "./festivals.support.ts";
import { makeReviewed } from "./review.support.ts";

const db = testDatabase();

type Scene = Awaited<ReturnType<typeof makeReviewed>>;
type Reviewer = Scene["waterland"]["organiser"];

const review = (scene: Scene, by: Reviewer, proposalId: string, score: number | null, comment = "") =>
  saveReview(db(), by, scene.festival, { proposalId, score, comment }, { now });

/** Somebody more who organises for a host. */
async function another(scene: Scene, host: "waterland" | "lumen", name: string): Promise<Reviewer> {
  const organisationId = scene[host].organisation.id;
  const email = `${name}@${host}.example`;
  const person = await makePerson(db(), { name, email, role: "organiser", organisationId });
  return { personId: person.id, organisationId, role: "organiser", email };
}

const page = async (scene: Scene, viewer: Reviewer, id: string, query = "") =>
  (await findReviewPage(db(), viewer, scene.festival, { id, query: new URLSearchParams(query) }))!;

describe("reviewing", () => {
  test("the last word of each reviewer counts, and a host counts once", async () => {
    const scene = await makeReviewed(db());
    const { id } = await scene.propose();
    const second = await another(scene, "lumen", "second");
    await review(scene, scene.lumen.organiser, id, 1);
    expect(await review(scene, scene.lumen.organiser, id, 5, "On second thoughts")).toEqual({ ok: true });
    await review(scene, second, id, 3);
    await review(scene, scene.waterland.organiser, id, 1);
    const [row] = await reviewOverview(db(), scene.festival, noFilter, scene.waterland.organiser);
    expect(row).toMatchObject({ mean: 2.5, spread: 4, mine: "reviewed", byMyHost: 1, hidden: false });
    expect(await db().$count(reviews)).toBe(3);
  });

  test("is refused for what one proposes or speaks in, whatever one answered, and by nobody outside", async () => {
    const scene = await makeReviewed(db());
    const { lumen, waterland, kade } = scene;
    const own = await scene.propose({ proposedBy: lumen.organiser.personId });
    const asked = await scene.propose();
    const email = "organiser@waterland.example";
    await makeProposalSpeaker(db(), { proposalId: asked.id, email, status: "invited" });
    const gone = await scene.propose({ status: "withdrawn" });
    const draft = await scene.propose({ status: "draft" });
    const refused = (reason: string) => ({ ok: false, reason });
    expect(await review(scene, lumen.organiser, own.id, 5)).toEqual(refused("involved"));
    expect(await review(scene, waterland.organiser, asked.id, 5)).toEqual(refused("involved"));
    expect(await review(scene, lumen.organiser, gone.id, 5)).toEqual(refused("withdrawn"));
    expect(await review(scene, lumen.organiser, draft.id, 5)).toEqual(refused("unknown"));
    expect(await review(scene, kade.organiser, own.id, 5)).toEqual(refused("forbidden"));
    expect(await review(scene, waterland.member, own.id, 5)).toEqual(refused("forbidden"));
    expect(await db().$count(reviews)).toBe(0);
  });

  test("others' scores are kept until one has given one's own; the lead sees them at once, who is involved never", async () => {
    const scene = await makeReviewed(db());
    const { lumen, waterland } = scene;
    const { id } = await scene.propose();
    const second = await another(scene, "lumen", "second");
    const involved = await another(scene, "waterland", "third");
    await makeProposalSpeaker(db(), { proposalId: id, personId: involved.personId, email: involved.email });
    await review(scene, second, id, 2, "Rather not");
    const seen = async (viewer: Reviewer) => {
      const { reviews: found, row } = await page(scene, viewer, id);
      return [
        found.others?.map(({ comment }) => comment) ?? null,
        found.count,
        row?.mean,
        row?.hosts[0]?.scores,
      ];
    };
    expect(await seen(lumen.organiser)).toEqual([null, 1, null, []]);
    expect(await seen(waterland.organiser)).toEqual([["Rather not"], 1, 2, [2]]);
    expect(await seen(involved)).toEqual([null, 1, null, []]);
    await review(scene, lumen.organiser, id, null, "I abstain");
    expect(await seen(lumen.organiser)).toEqual([["Rather not"], 1, 2, [2]]);
    await scene.decide([{ id, status: "submitted" }], "declined");
    expect(await seen(involved)).toEqual([null, 2, null, []]);
  });

  test("leads from one to the next that is left, in the selection of the address", async () => {
    const scene = await makeReviewed(db());
    const { lumen } = scene;
    const first = await scene.propose({ title: "First", language: "nl" });
    const own = await scene.propose({ title: "Own", proposedBy: lumen.organiser.personId });
    const second = await scene.propose({ title: "Second" });
    const third = await scene.propose({ title: "Third", language: "nl" });
    const next = (id: string, query = "") =>
      nextToReview(db(), lumen.organiser, scene.festival, { id, query: new URLSearchParams(query) });
    expect(await next(first.id)).toBe(second.id);
    expect(await next(first.id, "language=nl")).toBe(third.id);
    expect(await next(own.id)).toBe(second.id);
    for (const { id } of [first, second]) await review(scene, lumen.organiser, id, 4);
    expect(await next(first.id)).toBe(third.id);
    await review(scene, lumen.organiser, third.id, 4);
    expect(await next(third.id)).toBeNull();
  });

  test("a draft and a proposal elsewhere have no page", async () => {
    const scene = await makeReviewed(db());
    const draft = await scene.propose({ status: "draft" });
    for (const id of [draft.id, scene.ids.uuid(), "nonsense"]) {
      const asked = { id, query: new URLSearchParams() };
      expect(await findReviewPage(db(), scene.waterland.organiser, scene.festival, asked)).toBeNull();
    }
  });
});

describe("the overview", () => {
  test("weighs what is accepted against what the rooms of each host offer", async () => {
    const scene = await makeReviewed(db());
    const { festival, lumen, waterland } = scene;
    const venue = await makeVenue(db(), { organisationId: lumen.organisation.id });
    for (const position of [0, 1])
      await makeRoom(db(), { venueId: venue.id, festivalId: festival.id, position });
    await scene.decide([await scene.propose()], "accepted");
    await scene.propose({ formatId: null });
    const { balance, rows, untold } = await findOverviewPage(
      db(),
      lumen.organiser,
      festival,
      new URLSearchParams("state=undecided"),
    );
    expect([balance.submitted, balance.accepted, balance.minutes, balance.available]).toEqual([
      2, 1, 90, 1920,
    ]);
    expect(balance.parts.host).toMatchObject([
      { key: waterland.organisation.id, submitted: 0, available: 0 },
      { key: lumen.organisation.id, submitted: 2, accepted: 1, minutes: 90, available: 1920 },
    ]);
    expect([rows.length, untold]).toEqual([1, 1]);
  });

  test("asks the database as often for one proposal as for thirty, and so do the mails", async () => {
    const scene = await makeReviewed(db());
    const proposal = await scene.propose();
    await review(scene, scene.waterland.organiser, proposal.id, 4);
    await scene.decide([proposal], "accepted");
    const count = async (ask: (db: Database) => Promise<unknown>) => {
      let queries = 0;
      const counting = counted(db(), () => {
        queries += 1;
      });
      await ask(counting);
      return queries;
    };
    const viewer = scene.waterland.organiser;
    const overview = (one: Database) => findOverviewPage(one, viewer, scene.festival, new URLSearchParams());
    const mails = (one: Database) => planMails(one, scene.festival);
    const few = [await count(overview), await count(mails)];
    const more = [];
    for (let index = 0; index < 29; index += 1) more.push(await scene.propose());
    for (const { id } of more) await review(scene, viewer, id, 3);
    await scene.decide(more, "accepted");
    expect([await count(overview), await count(mails)]).toEqual(few);
    expect(Math.min(...few)).toBeGreaterThan(2);
  });
});

/** The same database, telling of every query that is built with it. */
function counted(database: Database, tell: () => void): Database {
  return new Proxy(database, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (property === "select" || property === "execute") tell();
        return value.apply(target, given);
      };
    },
  });
}
