import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { nominations, rosterAbsences, rosterMembers, series } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { pauseMember } from "~/lectures/volunteering/pause.server.ts";
import { standingOn } from "~/lectures/volunteering/standing.server.ts";
import * as joinPage from "../../app/routes/lectures.$series.join.tsx";
import * as memberPage from "../../app/routes/lectures.$series.organise.members.$member.tsx";
import * as membersPage from "../../app/routes/lectures.$series.organise.members.tsx";
import * as settingsPage from "../../app/routes/lectures.$series.organise.settings.tsx";
import * as whatIfPage from "../../app/routes/lectures.$series.organise.what-if.tsx";
import * as rosterPage from "../../app/routes/lectures.$series.roster.tsx";
import * as myWhatIfPage from "../../app/routes/lectures.$series.roster.what-if.tsx";
import { depsAt, monday, startRoster } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
let scene: Awaited<ReturnType<typeof startRoster>>;
let cookies: Record<string, string>;
let ada: string;

beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo"]);
  const { organisationId } = scene;
  const lumen = await makeOrganisation(db(), { slug: "lumen" });
  const olga = await makePerson(db(), { name: "Olga", organisationId, role: "organiser" });
  const eva = await makePerson(db(), { name: "Eva", organisationId });
  const stranger = await makePerson(db(), { organisationId: lumen.id, role: "admin" });
  scene.people.Eva = eva.id;
  cookies = {
    ada: await loginOf(db(), scene.people.Ada!),
    eva: await loginOf(db(), eva.id),
    olga: await loginOf(db(), olga.id),
    stranger: await loginOf(db(), stranger.id),
  };
  const rows = await db().select().from(rosterMembers);
  ada = rows.find(({ personId }) => personId === scene.people.Ada)!.id;
});

interface Given {
  form?: Record<string, string>;
  member?: string;
  query?: string;
}

function ask(who: string | null, { form, member, query = "" }: Given = {}) {
  return routeArgs(db(), `/lectures/coffee-machine${query}`, {
    ...(who ? { cookie: cookies[who]! } : {}),
    ...(form ? { form } : {}),
    params: { series: "coffee-machine", ...(member ? { member } : {}) },
    context: { now: () => monday },
  }) as never;
}

const rowOf = async () => (await db().select().from(rosterMembers).where(eq(rosterMembers.id, ada)))[0]!;
const on = () => standingOn(db(), scene.seriesId, scene.people.Eva!);

describe("the page with the one button", () => {
  test.each([
    [null, { signedIn: false, onRoster: false, mayJoin: false }],
    ["eva", { signedIn: true, onRoster: false, mayJoin: true }],
    ["ada", { signedIn: true, onRoster: true, mayJoin: true }],
    ["stranger", { signedIn: true, onRoster: false, mayJoin: false }],
  ])("tells %s where they stand", async (who, standing) => {
    const page = await answerOf(joinPage.loader(ask(who)));
    expect([page.status, page.data]).toEqual([
      200,
      expect.objectContaining({ standing: { wasOn: false, ...standing } }),
    ]);
  });

  test("puts a colleague on the roster, once however often it is pressed, and nobody else", async () => {
    for (const press of [1, 2]) {
      const answer = await answerOf(joinPage.action(ask("eva", { form: {} })));
      expect([press, answer.status, answer.headers.get("location")]).toEqual([
        press,
        303,
        "/lectures/coffee-machine/roster",
      ]);
    }
    expect(await on()).toBe("on");
    expect((await db().select().from(rosterMembers)).length).toBe(3);
    expect((await answerOf(joinPage.action(ask("stranger", { form: {} })))).status).toBe(403);
    expect((await answerOf(joinPage.action(ask(null, { form: {} })))).status).toBe(302);
  });
});

describe("a member's own page", () => {
  const act = (who: string, form: Record<string, string>) => answerOf(rosterPage.action(ask(who, { form })));

  test("takes a break with an end, ends it, and refuses an end that is past", async () => {
    expect((await act("ada", { intent: "pause", until: "2026-11-09" })).status).toBe(422);
    expect((await act("ada", { intent: "pause", until: "2026-12-10" })).status).toBe(303);
    expect(await rowOf()).toMatchObject({ pausedBy: "self", pausedUntil: "2026-12-10" });
    expect((await act("ada", { intent: "resume" })).status).toBe(303);
    expect(await rowOf()).toMatchObject({ pausedAt: null });
  });

  test("does not end or shorten what an organiser decided", async () => {
    await pauseMember(
      db(),
      { seriesId: scene.seriesId, memberId: ada, by: "organiser", until: null },
      depsAt(monday),
    );
    await act("ada", { intent: "resume" });
    await act("ada", { intent: "pause", until: "2026-12-10" });
    expect(await rowOf()).toMatchObject({ pausedBy: "organiser", pausedUntil: null });
  });

  test("needs one weekday at least, and keeps what was typed", async () => {
    const answer = await act("ada", { intent: "availability", notBefore: "2026-12-01" });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.data)).toContain("Tick at least one day.");
    expect(JSON.stringify(answer.data)).toContain("2026-12-01");
    expect((await act("ada", { intent: "availability", weekdays: "4", notBefore: "" })).status).toBe(303);
    expect(await rowOf()).toMatchObject({ weekdays: [4], notBefore: null });
  });

  test("says at the field why a colleague cannot be nominated, and names the page to send them", async () => {
    const answer = await act("ada", { intent: "nominate", who: "Zoe", message: "Please!" });
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.data)).toContain("http://localhost:3000/lectures/coffee-machine/join");
    expect(JSON.stringify(answer.data)).toContain("Please!");
    expect((await act("ada", { intent: "nominate", who: "Eva", message: "" })).status).toBe(303);
  });

  test("shows the one nominated the question, and takes their answer from nobody else", async () => {
    await act("ada", { intent: "nominate", who: "Eva", message: "" });
    const [row] = await db().select().from(nominations);
    const yes = { intent: "answer-nomination", nominationId: row!.id, answer: "yes" };
    await act("ada", yes);
    expect(await on()).toBe("never");
    const page = (await answerOf(rosterPage.loader(ask("eva")))).data;
    expect(page).toMatchObject({ nomination: { id: row!.id, nominator: "Ada" }, mine: null });
    await act("eva", yes);
    expect(await on()).toBe("on");
    expect((await answerOf(rosterPage.loader(ask("eva")))).data).toMatchObject({ nomination: null });
  });

  test("keeps topics and nominations to those they are about", async () => {
    await act("ada", { intent: "add-topic", title: "Bread that fails" });
    await act("ada", { intent: "nominate", who: "Olga", message: "About bees" });
    const others = JSON.stringify((await answerOf(rosterPage.loader(ask("eva")))).data);
    expect(others).not.toMatch(/Bread that fails|About bees/);
    const own = JSON.stringify((await answerOf(rosterPage.loader(ask("ada")))).data);
    expect(own).toContain("Bread that fails");
  });
});

describe("an organiser, on behalf of a member", () => {
  const act = (who: string, form: Record<string, string>, member = ada) =>
    answerOf(memberPage.action(ask(who, { form, member })));

  test("sets days, absences and a break, and takes them off", async () => {
    await act("olga", { intent: "availability", weekdays: "4", notBefore: "2026-12-01" });
    await act("olga", { intent: "away", startsOn: "2026-12-21", endsOn: "2027-01-03", note: "" });
    await act("olga", { intent: "pause", until: "2026-12-15" });
    expect(await rowOf()).toMatchObject({
      ...{ weekdays: [4], notBefore: "2026-12-01" },
      ...{ pausedBy: "organiser", pausedUntil: "2026-12-15" },
    });
    expect(await db().select().from(rosterAbsences)).toHaveLength(1);
    const answer = await act("olga", { intent: "take-off" });
    expect(answer.headers.get("location")).toBe("/lectures/coffee-machine/organise/members");
    expect((await rowOf()).leftOn).toBe("2026-11-09");
  });

  test("may do so as an organiser of a host alone, for members of this series alone", async () => {
    const form = { intent: "take-off" };
    expect((await act("ada", form)).status).toBe(403);
    expect((await act("stranger", form)).status).toBe(403);
    expect((await act("olga", form, scene.people.Ada!)).status).toBe(404);
    expect((await act("olga", form, "nonsense")).status).toBe(404);
    expect((await act("olga", { intent: "something" })).status).toBe(400);
    expect((await rowOf()).leftOn).toBeNull();
  });

  test("does from a what-if what was tried, and no more", async () => {
    const off = { form: { intent: "take-off", memberId: ada } };
    expect((await answerOf(membersPage.action(ask("ada", off)))).status).toBe(403);
    expect((await answerOf(membersPage.action(ask("olga", off)))).status).toBe(303);
    const mode = { form: { intent: "mode", rosterMode: "per-organisation" } };
    expect((await answerOf(settingsPage.action(ask("olga", mode)))).status).toBe(303);
    const [row] = await db().select().from(series);
    expect([row?.rosterMode, row?.name, row?.place]).toEqual([
      "per-organisation",
      "Coffee machine",
      "Coffee corner",
    ]);
    expect((await rowOf()).leftOn).not.toBeNull();
  });
});

describe("a what-if in the address", () => {
  test("shows the plan, for organisers alone", async () => {
    const query = `?without=${ada}`;
    expect((await answerOf(whatIfPage.loader(ask("ada", { query })))).status).toBe(403);
    const page = await answerOf(whatIfPage.loader(ask("olga", { query })));
    expect([page.status, page.data]).toEqual([
      200,
      expect.objectContaining({ whatIf: expect.objectContaining({ without: [ada] }) }),
    ]);
    expect(page.data).toHaveProperty("imagined.weeks.0.now");
  });

  test.each([
    ["", 200],
    ["?from=2026-12-10&to=2026-12-01&away=", 422],
    ["?pauseFrom=2026-12-10", 422],
    ["?pauseFrom=yesterday&pauseTo=2026-12-10", 422],
    ["?without=nonsense", 422],
    ["?without=00000000-0000-4000-8000-000000000000", 200],
    ["?mode=per-head", 200],
  ])("without anything to show: %s is answered %s", async (query, status) => {
    const page = await answerOf(whatIfPage.loader(ask("olga", { query })));
    expect([page.status, page.data]).toEqual([status, expect.objectContaining({ imagined: null })]);
  });

  test("a member tries their own absence, whoever else the address names; others are led to join", async () => {
    const bo = (await db().select().from(rosterMembers)).find(({ id }) => id !== ada)!;
    const query = `?from=2026-11-23&to=2026-12-31&away=${bo.id}&without=${bo.id}`;
    const page = await answerOf(myWhatIfPage.loader(ask("ada", { query })));
    expect(page.data).toMatchObject({ whatIf: { without: [], away: [{ memberId: ada }] } });
    const other = await answerOf(myWhatIfPage.loader(ask("eva")));
    expect([other.status, other.headers.get("location")]).toEqual([302, "/lectures/coffee-machine/join"]);
  });
});
