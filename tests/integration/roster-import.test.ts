import { asc, count, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { commitments, events, mails, rosterMembers, sessions, turnHistory, turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lastYearsList, lecturesInList } from "#tests/support/last-year.ts";
import { answerOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { accountsOf } from "~/lectures/books.ts";
import { add, formatFraction, rounded, zero } from "~/lectures/fraction.ts";
import type { ListAnswer, ListPreview } from "~/lectures/import-list/list-page.server.ts";
import { balanceOf } from "~/lectures/ledger.ts";
import { joinRoster } from "~/lectures/members.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { requireSeries } from "~/lectures/series.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { unpackTable } from "~/platform/tables/carry.server.ts";
import { limits } from "~/platform/tables/limits.ts";
import { workbookOf } from "~/platform/tables/zip.support.ts";
import { isBefore } from "~/platform/time.ts";
import { eventHandlers } from "../../app/jobs.ts";
import * as seriesPage from "../../app/routes/lectures.$series._index.tsx";
import * as importPage from "../../app/routes/lectures.$series.organise.import.tsx";
import * as rosterPage from "../../app/routes/lectures.$series.roster.tsx";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const names = ["Anna de Vries", "Bram Bakker", "Chris Smit", "Daan Visser", "Eva Mulder"];
let scene: Awaited<ReturnType<typeof startRoster>>;
let cookie: string;

beforeEach(async () => {
  scene = await startRoster(db(), []);
  const { organisationId } = scene;
  const olga = await makePerson(db(), { name: "Olga Vos", organisationId, role: "organiser" });
  cookie = await loginOf(db(), olga.id);
});

async function employ(...people: string[]) {
  for (const name of people)
    scene.people[name] = (await makePerson(db(), { name, organisationId: scene.organisationId })).id;
}

const ask = (form?: Record<string, string | File>) =>
  routeArgs(db(), "/lectures/coffee-machine/organise/import", {
    cookie,
    ...(form ? { form } : {}),
    params: { series: "coffee-machine" },
    context: { now: () => monday },
  }) as never;

async function send(form: Record<string, string | File>): Promise<ListAnswer> {
  return (await answerOf(importPage.action(ask(form)))).data as ListAnswer;
}

async function look(list: string | Uint8Array, more: Record<string, string> = {}): Promise<ListPreview> {
  const answer = await send({ file: new File([list as BlobPart], "list.csv"), ...more });
  if (answer.step !== "preview") throw new Error(JSON.stringify(answer));
  return answer;
}

/** The form of a preview as a browser would send it back. */
function formOf(preview: ListPreview, more: Record<string, string> = {}): Record<string, string> {
  return {
    table: preview.table,
    seen: preview.seen,
    joining: preview.joining,
    ...(preview.moveMembers ? { moveMembers: "on" } : {}),
    ...Object.fromEntries(preview.columns.map(({ field }, index) => [`column-${index}`, field ?? ""])),
    ...Object.fromEntries(preview.speakers.map(({ key, value }) => [`who-${key}`, value])),
    ...more,
  };
}

const take = (preview: ListPreview, more: Record<string, string> = {}) =>
  send(formOf(preview, { intent: "take", ...more }));

const written = async () => {
  const [held] = await db().select({ count: count() }).from(turns).where(eq(turns.status, "held"));
  const [lectures] = await db().select({ count: count() }).from(sessions);
  const [members] = await db().select({ count: count() }).from(rosterMembers);
  return [held?.count, lectures?.count, members?.count];
};

const rosterNow = async () => loadRoster(db(), await requireSeries(db(), scene.seriesId));

describe("last year's list", () => {
  beforeEach(() => employ(...names));

  test("is shown row by row before anything is written", async () => {
    const before = await written();
    const preview = await look(lastYearsList(names));
    expect(preview.counts).toEqual({ new: lecturesInList, same: 0, skipped: 0, refused: 2 });
    expect(preview.problems.map(({ row, reason }) => [row, reason])).toEqual([
      [19, "noSpeaker"],
      [20, "noSpeaker"],
    ]);
    expect(preview.speakers.map(({ name, foundBy, talks }) => [name, foundBy, talks > 5])).toEqual([
      ...["Anna de Vries", "Daan Visser", "Bram Bakker", "Eva Mulder", "Chris Smit"].map((name) => [
        ...[name, "name", true],
      ]),
      ["Iris van Elders", null, false],
    ]);
    expect(preview.newcomers.toSorted()).toEqual(names);
    expect(preview.balances).toHaveLength(5);
    expect(await written()).toEqual(before);
  });

  test("is taken whole: lectures held, shares frozen, history written, balances that sum to 0", async () => {
    const preview = await look(lastYearsList(names));
    const done = await take(preview, { leaveOut: "on" });
    expect(done).toMatchObject({ step: "done", newcomers: 5, counts: { new: lecturesInList } });
    const { turns: all, members } = await rosterNow();
    const held = all.filter(({ status }) => status === "held");
    expect(held).toHaveLength(lecturesInList);
    expect(held[0]).toMatchObject({ heldOn: "2025-09-11", plannedOn: "2025-09-11", topic: "Locks" });
    expect(held.filter(({ guest }) => guest).map(({ guest }) => guest)).toEqual([
      { is: "guest", name: "Iris van Elders", organisationId: null, personId: null },
    ]);
    expect(held.every(({ present }) => present?.length === 5)).toBe(true);
    expect(members.every(({ joinedOn }) => joinedOn === "2025-09-11")).toBe(true);
    const accounts = accountsOf(all);
    expect(formatFraction([...accounts.values()].map(balanceOf).reduce(add, zero))).toBe("0/1");
    const shown = preview.balances.map(({ name, given, share }) => [name, given, share]);
    const now = members.map(({ id, name }) => [name, accounts.get(id)!.given, 57 / 5]);
    expect(shown.toSorted()).toEqual(now.toSorted());
    const told = await db().select().from(turnHistory).where(eq(turnHistory.kind, "imported"));
    expect(told).toHaveLength(lecturesInList);
    expect(told.every(({ actorId }) => actorId !== null)).toBe(true);
  });

  test("doubles nothing when it is taken again", async () => {
    await take(await look(lastYearsList(names)), { leaveOut: "on" });
    const before = await written();
    const again = await look(lastYearsList(names));
    expect(again.counts).toEqual({ new: 0, same: lecturesInList, skipped: 0, refused: 2 });
    await take(again, { leaveOut: "on" });
    expect(await written()).toEqual(before);
  });

  test("doubles nothing when the button is pressed twice", async () => {
    const preview = await look(lastYearsList(names));
    await take(preview, { leaveOut: "on" });
    const before = await written();
    const second = await take(preview, { leaveOut: "on" });
    expect(second).toMatchObject({ step: "preview", error: null, counts: { new: 0, same: lecturesInList } });
    expect(await written()).toEqual(before);
  });

  test("mails nobody about what was, and asks the next from the new balances", async () => {
    await take(await look(lastYearsList(names)), { leaveOut: "on" });
    const lectures = await db().select({ id: sessions.id, startsAt: sessions.startsAt }).from(sessions);
    const past = lectures.filter(({ startsAt }) => isBefore(startsAt, monday)).map(({ id }) => id);
    expect(past).toHaveLength(lecturesInList);
    const news = await db().select({ kind: events.kind, subject: events.subject }).from(events);
    expect(news.filter(({ subject }) => past.includes(subject))).toEqual([]);
    const context = requestContext(db());
    await sweepEvents(context, eventHandlers, monday.add({ hours: 1 }));
    const sent = await db().select({ recipient: mails.recipientName }).from(mails);
    const weeks = await weeksOf(db(), scene.seriesId);
    const { members, turns: all } = await rosterNow();
    const asked = weeks
      .filter(({ status }) => status === "offered")
      .map(({ personId }) => members.find((member) => member.personId === personId));
    expect(asked.length).toBeGreaterThan(1);
    expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual(
      asked.map((member) => member!.name).toSorted(),
    );
    const accounts = accountsOf(all);
    const balance = (id: string) => rounded(balanceOf(accounts.get(id)!));
    expect(balance(asked[0]!.id)).toBe(Math.max(...members.map(({ id }) => balance(id))));
  });

  test("stands on the page of the series and on the roster", async () => {
    await take(await look(lastYearsList(names)), { leaveOut: "on" });
    for (const page of [seriesPage, rosterPage]) {
      const shown = JSON.stringify((await answerOf(page.loader(ask()))).data);
      expect(shown).toContain("2026-10-22");
      expect(shown).toContain("How tides work");
    }
  });
});

describe("a name of the list", () => {
  const list = (...rows: string[]) => ["Date,Speaker,Topic,E-mail,Organisation", ...rows].join("\n");

  test("that several colleagues have is chosen, and until then nothing of it is taken", async () => {
    await employ("Sam Mulder");
    const lumen = await makeOrganisation(db(), { slug: "lumen" });
    const twin = await makePerson(db(), { name: "Sam Mulder", organisationId: scene.organisationId });
    await makePerson(db(), { name: "Sam Mulder", organisationId: lumen.id });
    const preview = await look(list("2026-01-08,Sam Mulder,Bees,,", "2026-01-15,Olga Vos,,,"));
    expect(preview.problems.map(({ reason }) => reason)).toEqual(["chooseSpeaker"]);
    const [sam] = preview.speakers;
    expect(sam?.options.filter(({ isFormer }) => !isFormer)).toHaveLength(2);
    expect(await take(preview)).toMatchObject({ step: "preview", error: "leave-out" });
    expect((await written())[0]).toBe(0);
    const chosen = { [`who-${sam!.key}`]: twin.id };
    expect(await take(preview, chosen)).toMatchObject({ step: "preview", error: "changed" });
    const seen = (await send(formOf(preview, chosen))) as ListPreview;
    expect(seen.counts).toMatchObject({ new: 2, refused: 0 });
    expect(await take(seen)).toMatchObject({ step: "done" });
    const { members } = await rosterNow();
    expect(members.map(({ personId }) => personId)).toContain(twin.id);
    expect(members.map(({ personId }) => personId)).not.toContain(scene.people["Sam Mulder"]);
  });

  test("that nobody knows is a guest unless a colleague is chosen instead", async () => {
    await employ("Robert Jansen");
    const preview = await look(list("2026-01-08,Bob,Bees,,"));
    expect(preview.speakers[0]).toMatchObject({ foundBy: null, value: "guest" });
    expect(preview.balances).toEqual([]);
    const chosen = { [`who-${preview.speakers[0]!.key}`]: scene.people["Robert Jansen"]! };
    const seen = (await send(formOf(preview, chosen))) as ListPreview;
    expect(seen.balances.map(({ name, word }) => [name, word])).toEqual([["Robert Jansen", "even"]]);
    await take(seen);
    const [lecture] = (await rosterNow()).turns;
    expect(lecture).toMatchObject({ guest: null, present: [{ share: "1/1" }] });
  });

  test("of a member who joined later moves their first day only when the organiser says so", async () => {
    await employ("Anna de Vries");
    const personId = scene.people["Anna de Vries"]!;
    await joinRoster(db(), { seriesId: scene.seriesId, personId }, depsAt(monday));
    const preview = await look(list("2026-01-08,Anna de Vries,Bees,,", "2026-01-15,Olga Vos,,,"));
    expect(preview.moved).toMatchObject([{ name: "Anna de Vries", joinedOn: "2026-01-08" }]);
    const { moveMembers: _, ...without } = formOf(preview);
    const kept = (await send(without)) as ListPreview;
    expect(kept).toMatchObject({ moved: [], moveMembers: false });
    const { moveMembers: __, ...taking } = formOf(kept, { intent: "take" });
    expect(await send(taking)).toMatchObject({ step: "done" });
    const { members } = await rosterNow();
    expect(members.map(({ joinedOn }) => joinedOn)).toEqual(["2026-11-09", "2026-01-08"]);
  });

  test("on a date that has another lecture stays out, whoever leaves out what", async () => {
    await employ("Anna de Vries", "Bram Bakker");
    await take(await look(list("2026-01-08,Anna de Vries,Bees,,")));
    const other = await look(list("2026-01-08,Bram Bakker,Locks,,", "2026-01-15,Bram Bakker,Keys,,"));
    expect(other.counts).toEqual({ new: 1, same: 0, skipped: 1, refused: 0 });
    expect(await take(other)).toMatchObject({ step: "done" });
    const { turns: all } = await rosterNow();
    expect(all.filter(({ status }) => status === "held").map(({ topic }) => topic)).toEqual(["Bees", "Keys"]);
  });

  test("who is busy with something else then is written down all the same", async () => {
    await employ("Anna de Vries");
    await take(await look(list("2026-01-08,Anna de Vries,Bees,,")));
    const rows = await db().select().from(commitments).orderBy(asc(commitments.sessionId));
    expect(rows.map(({ role, clashSince }) => [role, clashSince])).toEqual([["gives", null]]);
  });
});

describe("a hostile file", () => {
  const rows = (count: number) =>
    ["Date,Speaker", ...Array.from({ length: count }, (_, index) => `2020-01-01,Name ${index}`)].join("\n");

  test.each([
    ["of 10,000 rows", rows(10_000), "tooManyRows"],
    ["of more lectures than weeks in twenty years", rows(1001), "tooManyLectures"],
    ["with NUL in it", "Date,Speaker\n2026-01-08,An\0na", "notText"],
    ["that is no workbook", "PK\u0003\u0004 and then nothing", "brokenWorkbook"],
    ["that is a page", "<html></html>", "notATable"],
    ["of a row only", "Date,Speaker", "noRows"],
  ])("%s is refused with a reason", async (_, text, refusal) => {
    const answer = await send({ file: new File([text], "list.csv") });
    expect(answer).toMatchObject({ step: "upload", refusal });
    expect((await written())[0]).toBe(0);
  });

  test("that unpacks beyond all bounds is refused", async () => {
    const strings = `<si><t>${" ".repeat(limits.unpackedBytes)}</t></si>`;
    const bomb = workbookOf({ strings });
    expect(bomb.length).toBeLessThan(100_000);
    const answer = await send({ file: new File([bomb as BlobPart], "list.xlsx") });
    expect(answer).toMatchObject({ step: "upload", refusal: "unpacksTooLarge" });
  });

  test("whose cells are formulas or scripts is text and nothing else", async () => {
    const evil = `Date,Speaker,Topic\n2026-01-08,"=HYPERLINK(""http://evil"")",<script>alert(1)</script>\n2026-01-15,Olga Vos,'; drop table turns; --`;
    await take(await look(evil));
    const weeks = (await weeksOf(db(), scene.seriesId)).filter(({ status }) => status === "held");
    expect(weeks.map(({ title }) => title)).toEqual(["<script>alert(1)</script>", "'; drop table turns; --"]);
  });

  test.each([
    ["made up", "x"],
    ["packed by somebody else", Buffer.from("{}").toString("base64url")],
  ])("in a form that was %s asks for the file again", async (_, table) => {
    expect(unpackTable(table)).toBeNull();
    expect(await send({ table, intent: "take" })).toMatchObject({ step: "upload", refusal: "lostTable" });
  });

  test("cannot choose somebody who is no colleague of the hosts", async () => {
    const lumen = await makeOrganisation(db(), { slug: "lumen" });
    const stranger = await makePerson(db(), { organisationId: lumen.id });
    const preview = await look("Date,Speaker\n2026-01-08,Somebody");
    const forged = { [`who-${preview.speakers[0]!.key}`]: stranger.id };
    const seen = (await send(formOf(preview, forged))) as ListPreview;
    expect(seen.speakers[0]?.value).toBe("guest");
  });
});
