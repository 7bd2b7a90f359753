import { and, asc, eq, ne } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  makeFestival,
  makeHost,
  makeOrganisation,
  makePerson,
  makeSession,
  makeSpeakers,
} from "#db/demo/factories.ts";
import { people, sessions, signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { answerOf, cookieOf, routeArgs } from "#tests/support/requests.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { changeGuarantees } from "~/signups/guarantees.server.ts";
import type { Panel } from "~/signups/panel.ts";
import { answerParty } from "~/signups/parties/answer.server.ts";
import { askAlong } from "~/signups/parties/ask.server.ts";
import { findCompany, listQuestions } from "~/signups/parties/find.server.ts";
import { leaveParty } from "~/signups/parties/leave.server.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";
import * as sessionPage from "../../app/routes/festivals.$festival.sessions.$session.tsx";
import * as signUpResource from "../../app/routes/sessions.$session.sign-up.ts";
import { loginOf } from "./organisations.support.ts";

const now = at("2026-11-23T09:00:00Z");
const db = testDatabase();
const ids = testIds();
type Name = "Anna" | "Bram" | "Other" | "Last";
let scene: Awaited<ReturnType<typeof makeScene>>;

/** Anna of Waterland and Bram of Lumen come together; two others of Waterland come alone. */
async function makeScene() {
  const waterland = await makeOrganisation(db(), { name: "Waterland" });
  const lumen = await makeOrganisation(db(), { name: "Lumen" });
  const given = { leadOrganisationId: waterland.id, slug: "open", status: "released" as const };
  const { id: festivalId } = await makeFestival(db(), given);
  await makeHost(db(), { festivalId, organisationId: lumen.id, invitedBy: null });
  const made = async (name: string, organisationId: string) =>
    (await makePerson(db(), { name, email: `${name}@example.com`.toLowerCase(), organisationId })).id;
  const ids: Record<Name, string> = {
    Anna: await made("Anna", waterland.id),
    Bram: await made("Bram", lumen.id),
    Other: await made("Other", waterland.id),
    Last: await made("Last", waterland.id),
  };
  return { waterland: waterland.id, lumen: lumen.id, festivalId, ids };
}

beforeEach(async () => {
  scene = await makeScene();
  const festival = (await findFestivalById(db(), scene.festivalId))!;
  const asker = { personId: scene.ids.Anna, email: "anna@example.com", organisationId: scene.waterland };
  await askAlong(db(), { festival, asker, who: "bram@example.com" }, { now, ids });
  const [question] = await listQuestions(db(), { personId: scene.ids.Bram }, now);
  await answerParty(db(), { partyId: question!.partyId, personId: scene.ids.Bram, answer: "yes" }, { now });
});

const workshop = async (capacity: number, startsLocal = "2027-01-11T10:00") => {
  const given = { organisationId: scene.waterland, festivalId: scene.festivalId, title: "Sketching" };
  return (await makeSession(db(), { ...given, capacity, startsLocal })).id;
};
const ask = (name: Name, sessionId: string, together = false) =>
  signUp(db(), { personId: scene.ids[name], sessionId, together }, { now, ids, window: "open" });
const leaveSeat = (name: Name, sessionId: string) =>
  cancelSignup(db(), { personId: scene.ids[name], sessionId }, { now });

async function standing(sessionId: string) {
  const rows = await db()
    .select({ name: people.name, status: signups.status })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.personId))
    .where(and(eq(signups.sessionId, sessionId), ne(signups.status, "cancelled")))
    .orderBy(asc(people.name));
  return Object.fromEntries(rows.map((row) => [row.name, row.status]));
}

describe("signing up together", () => {
  test("seats all of them, and each gives up their own seat alone", async () => {
    const session = await workshop(3);
    expect(await ask("Bram", session, true)).toEqual({ ok: true, status: "confirmed" });
    expect(await standing(session)).toEqual({ Anna: "confirmed", Bram: "confirmed" });
    await leaveSeat("Bram", session);
    expect(await standing(session)).toEqual({ Anna: "confirmed" });
  });

  test("makes them wait together where one seat is left, until two are free", async () => {
    const session = await workshop(2);
    await ask("Other", session);
    expect(await ask("Anna", session, true)).toMatchObject({ ok: true, status: "waiting" });
    expect(await standing(session)).toEqual({ Anna: "waiting", Bram: "waiting", Other: "confirmed" });
    await leaveSeat("Other", session);
    expect(await standing(session)).toEqual({ Anna: "confirmed", Bram: "confirmed" });
  });

  test("counts what is kept for the host of each of them", async () => {
    const session = await workshop(2);
    const guarantees = [{ organisationId: scene.lumen, seats: 2 }];
    await changeGuarantees(db(), { sessionId: session, guarantees }, { now });
    expect(await ask("Anna", session, true)).toMatchObject({ ok: true, status: "waiting" });
    const fewer = [{ organisationId: scene.lumen, seats: 1 }];
    await changeGuarantees(db(), { sessionId: session, guarantees: fewer }, { now });
    expect(await standing(session)).toEqual({ Anna: "confirmed", Bram: "confirmed" });
  });

  test("gives up the place of the one who leaves the others; those stay, alone", async () => {
    const session = await workshop(2);
    await ask("Other", session);
    await ask("Last", session);
    await ask("Anna", session, true);
    await leaveParty(db(), { festivalId: scene.festivalId, personId: scene.ids.Bram }, { now });
    expect(await standing(session)).toEqual({ Anna: "waiting", Last: "confirmed", Other: "confirmed" });
    await leaveSeat("Other", session);
    expect(await standing(session)).toEqual({ Anna: "confirmed", Last: "confirmed" });
  });

  test("gives the one seat that was too little for all to who is left when another leaves", async () => {
    const session = await workshop(2);
    await ask("Other", session);
    await ask("Anna", session, true);
    await leaveParty(db(), { festivalId: scene.festivalId, personId: scene.ids.Bram }, { now });
    expect(await standing(session)).toEqual({ Anna: "confirmed", Other: "confirmed" });
  });

  test("says with whom somebody waits, as long as they do", async () => {
    const session = await workshop(1);
    await ask("Other", session);
    await ask("Anna", session, true);
    const of = (name: Name) =>
      findCompany(db(), { festivalId: scene.festivalId, sessionId: session, personId: scene.ids[name] });
    expect(await of("Anna")).toEqual({ others: ["Bram"], waitingWith: ["Bram"] });
    expect(await of("Bram")).toEqual({ others: ["Anna"], waitingWith: ["Anna"] });
    await leaveSeat("Bram", session);
    expect(await of("Anna")).toEqual({ others: ["Bram"], waitingWith: [] });
    expect(await of("Other")).toEqual({ others: [], waitingWith: [] });
  });
});

describe("when one of them cannot", () => {
  async function give(sessionId: string) {
    const [row] = await db().select().from(sessions).where(eq(sessions.id, sessionId));
    await makeSpeakers(db(), row!, [{ personId: scene.ids.Bram, name: "Bram" }]);
  }

  async function post(session: string) {
    const args = routeArgs(db(), `/sessions/${session}/sign-up`, {
      cookie: await loginOf(db(), scene.ids.Anna),
      form: { intent: "sign-up", together: "yes" },
      params: { session },
      context: { now: () => now },
    });
    return cookieOf(await answerOf(signUpResource.action(args as never)));
  }

  test.each<[string, (session: string) => Promise<unknown>]>([
    ["is somewhere else then", async () => ask("Bram", await workshop(3, "2027-01-11T10:15"))],
    ["has a seat already", (session) => ask("Bram", session)],
    ["gives it", give],
  ])("because somebody %s, nobody is signed up and the answer says who, not why", async (_, happens) => {
    const session = await workshop(3);
    await happens(session);
    const before = await standing(session);
    const said = decodeURIComponent(await post(session));
    expect(said).toContain('"key":"parties.toast.cannot","values":{"names":"Bram","count":1}');
    expect(await standing(session)).toEqual(before);
  });

  test("the panel offers it for all, by name, and asks for itself alone too", async () => {
    const session = await workshop(3);
    const args = routeArgs(db(), `/festivals/open/sessions/${session}`, {
      cookie: await loginOf(db(), scene.ids.Anna),
      params: { festival: "open", session },
      context: { now: () => now },
    });
    const { data } = await answerOf(sessionPage.loader(args as never));
    const { panel } = data as { panel: Panel };
    expect(panel.company).toEqual({ others: ["Bram"], waitingWith: [] });
    expect(panel.standing).toEqual({ is: "free", place: null });
  });
});
