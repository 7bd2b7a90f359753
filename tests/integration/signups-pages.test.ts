import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeFestival, makeOrganisation, makePerson, makeSeries, makeSession } from "#db/demo/factories.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { answerOf, cookieOf, routeArgs } from "#tests/support/requests.ts";
import type { Session } from "~/sessions/session.ts";
import type { Panel } from "~/signups/panel.ts";
import * as sessionPage from "../../app/routes/festivals.$festival.sessions.$session.tsx";
import * as signUpResource from "../../app/routes/sessions.$session.sign-up.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const now = at("2026-11-23T09:00:00Z");
const nudge = vi.fn();
let scene: Awaited<ReturnType<typeof makeScene>>;

/** A festival for its hosts alone and a public one, a workshop in each, and a lecture. */
async function makeScene() {
  const waterland = await makeOrganisation(db(), { slug: "waterland" });
  const lumen = await makeOrganisation(db(), { slug: "lumen" });
  const organisationId = waterland.id;
  const open = await makeFestival(db(), { leadOrganisationId: organisationId, slug: "open" });
  const own = { leadOrganisationId: organisationId, slug: "own", visibility: "hosts" as const };
  const hosts = await makeFestival(db(), own);
  const series = await makeSeries(db(), { leadOrganisationId: organisationId, slug: "coffee" });
  const colleague = await makePerson(db(), { organisationId });
  const stranger = await makePerson(db(), { organisationId: lumen.id });
  const proposalId = crypto.randomUUID();
  const workshop = { organisationId, festivalId: open.id, title: "Sketching", capacity: 1, proposalId };
  return {
    colleague: await loginOf(db(), colleague.id),
    stranger: await loginOf(db(), stranger.id),
    public: await makeSession(db(), workshop),
    again: await makeSession(db(), { ...workshop, startsLocal: "2027-01-12T10:00" }),
    hosts: await makeSession(db(), { organisationId, festivalId: hosts.id }),
    lecture: await makeSession(db(), { organisationId, seriesId: series.id }),
  };
}

beforeEach(async () => {
  nudge.mockClear();
  scene = await makeScene();
});

type Who = "colleague" | "stranger" | null;
const context = { now: () => now, nudge };

function post(who: Who, session: string, form: Record<string, string> = { intent: "sign-up" }) {
  const args = routeArgs(db(), `/sessions/${session}/sign-up`, {
    cookie: who ? scene[who] : undefined,
    form,
    params: { session },
    context,
  });
  return answerOf(signUpResource.action(args as never));
}

function look(who: Who, festival: string, session: string) {
  const args = routeArgs(db(), `/festivals/${festival}/sessions/${session}`, {
    cookie: who ? scene[who] : undefined,
    params: { festival, session },
    context,
  });
  return answerOf(sessionPage.loader(args as never));
}

async function standing(who: Who, session: string) {
  const { panel } = (await look(who, "open", session)).data as { panel: Panel };
  return panel.standing;
}

describe("the session page", () => {
  test.each<[Who, number]>([
    [null, 302],
    ["stranger", 404],
    ["colleague", 200],
  ])("of a festival for its hosts alone answers %s with %s", async (who, status) => {
    expect((await look(who, "own", scene.hosts.id)).status).toBe(status);
  });

  test("is at no other festival's address, nor at an id that is none", async () => {
    expect((await look("colleague", "own", scene.public.id)).status).toBe(404);
    expect((await look("colleague", "open", "not-an-id")).status).toBe(404);
    expect((await look("colleague", "none", scene.public.id)).status).toBe(404);
  });

  test("names the other times of a workshop given twice", async () => {
    const { again } = (await look(null, "open", scene.public.id)).data as { again: Session[] };
    expect(again.map((session) => session.id)).toEqual([scene.again.id]);
  });

  test("offers each reader what they can do", async () => {
    expect(await standing(null, scene.public.id)).toEqual({ is: "anonymous" });
    expect(await standing("colleague", scene.public.id)).toEqual({ is: "free", place: null });
    await post("colleague", scene.public.id);
    expect(await standing("colleague", scene.public.id)).toEqual({ is: "seated", mayLeave: true });
    expect(await standing("stranger", scene.public.id)).toEqual({ is: "free", place: 1 });
    expect(await standing("colleague", scene.again.id)).toMatchObject({
      is: "in-the-way",
      reason: "same-workshop",
      obstacles: [{ sessionId: scene.public.id }],
    });
  });
});

describe("the sign-up of a session", () => {
  test("leads who is not signed in to the login", async () => {
    const answer = await post(null, scene.public.id);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toMatch(/^\/login/);
  });

  test("is there for whoever may see the session", async () => {
    expect((await post("colleague", scene.hosts.id)).status).toBe(303);
    expect((await post("stranger", scene.hosts.id)).status).toBe(404);
    expect((await post("stranger", scene.public.id)).status).toBe(303);
    expect((await post("stranger", scene.lecture.id)).status).toBe(303);
    expect((await post("colleague", "not-an-id")).status).toBe(404);
  });

  test("goes back to the session's page, says what happened and wakes the mail", async () => {
    const answer = await post("colleague", scene.public.id);
    expect(answer.headers.get("location")).toBe(`/festivals/open/sessions/${scene.public.id}`);
    expect(toastOf(answer)).toEqual({ key: "signups.toast.confirmed", values: { title: "Sketching" } });
    expect(nudge).toHaveBeenCalledTimes(1);
  });

  test("says the place in the queue, the reason of a refusal and what was given up", async () => {
    await post("colleague", scene.public.id);
    const queued = await post("stranger", scene.public.id);
    expect(toastOf(queued)).toMatchObject({ key: "signups.toast.waiting", values: { place: 1 } });
    const refused = await post("colleague", scene.again.id);
    expect(toastOf(refused)).toMatchObject({ key: "signups.refused.same-workshop" });
    const left = await post("colleague", scene.public.id, { intent: "give-up" });
    expect(toastOf(left)).toMatchObject({ key: "signups.toast.gaveUp" });
    expect(await standing("stranger", scene.public.id)).toEqual({ is: "seated", mayLeave: true });
  });

  test("swaps the seat that stands in the way", async () => {
    await post("colleague", scene.public.id);
    await post("colleague", scene.again.id, { intent: "sign-up", givesUp: scene.public.id });
    expect(await standing("colleague", scene.again.id)).toEqual({ is: "seated", mayLeave: true });
  });

  test.each<[string, Record<string, string>]>([
    ["no verb", {}],
    ["another verb", { intent: "buy" }],
    ["a seat that is no id", { intent: "sign-up", givesUp: "all" }],
  ])("refuses %s with 422", async (_case, form) => {
    expect((await post("colleague", scene.public.id, form)).status).toBe(422);
  });

  test("shows the session when it is only looked at", async () => {
    const path = `/sessions/${scene.lecture.id}/sign-up`;
    const args = routeArgs(db(), path, { params: { session: scene.lecture.id }, context });
    const answer = await answerOf(signUpResource.loader(args as never));
    expect(answer.headers.get("location")).toBe("/lectures/coffee/2027-01-11#sign-up");
  });
});

function toastOf(answer: { headers: Headers }) {
  return JSON.parse(decodeURIComponent(cookieOf(answer).replace(/^toast=/, "")));
}
