import { and, eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { mailedLinks, mails, signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { type Answer, answerOf, routeArgs } from "#tests/support/requests.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";
import type { OfferPage } from "~/signups/offers/offer-link.server.ts";
import type { Panel } from "~/signups/panel.ts";
import { loader as agenda, action as leave } from "../../app/routes/agenda.tsx";
import * as sessionPage from "../../app/routes/festivals.$festival.sessions.$session.tsx";
import { loader as home } from "../../app/routes/home.tsx";
import * as offerPage from "../../app/routes/offers.$token.tsx";
import * as offerResource from "../../app/routes/sessions.$session.offer.ts";
import { dayBefore, early, later, seatScene, sweepAll } from "./offers.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const nudge = vi.fn();
let now = dayBefore;

/** Daan has the mail; `token` is what its links carry. */
async function mailed() {
  now = dayBefore;
  const scene = await seatScene(db());
  const [anna = "", daan = "", eva = ""] = await scene.people("Anna", "Daan", "Eva");
  const workshop = await scene.session("Knitting", "2027-01-11T10:00", { capacity: 1 });
  for (const person of [anna, daan, eva]) await scene.ask(person, workshop.id);
  await scene.leave(anna, workshop.id, dayBefore);
  await sweepAll(db(), dayBefore);
  return { ...scene, anna, daan, eva, workshop, token: await tokenOf("daan@waterland.example") };
}

async function tokenOf(email: string): Promise<string> {
  const rows = await db().select().from(mails).where(eq(mails.recipient, email));
  const mail = rows.find(({ kind }) => kind === "seat-offered");
  return /offers\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

function argsOf(
  path: string,
  params: Record<string, string>,
  form?: Record<string, string>,
  cookie?: string,
) {
  return routeArgs(db(), path, { params, form, cookie, context: { now: () => now, nudge } }) as never;
}

const look = (token: string) => answerOf(offerPage.loader(argsOf(`/offers/${token}?answer=no`, { token })));
const say = (token: string, form: Record<string, string>) =>
  answerOf(offerPage.action(argsOf(`/offers/${token}`, { token }, form)));
const pageOf = (answer: Answer) => (answer.data as { page: OfferPage }).page;
const standsAt = async (token: string) => pageOf(await look(token)).answerable;

/** The key of the sentence shown next. */
function toastOf({ headers }: Answer): string {
  const cookie = headers.getSetCookie().find((one) => one.startsWith("toast=")) ?? "";
  return JSON.parse(decodeURIComponent(cookie.slice("toast=".length).split(";")[0] ?? "{}")).key;
}

const statusOf = async (personId: string, sessionId: string) =>
  (
    await db()
      .select()
      .from(signups)
      .where(and(eq(signups.personId, personId), eq(signups.sessionId, sessionId)))
  )[0]?.status;

describe("the page of an offer's link", () => {
  test("asks, for whoever has it, and looking changes nothing", async () => {
    const { token, daan, workshop } = await mailed();
    const answer = await look(token);
    expect(answer.status).toBe(200);
    const page = pageOf(answer);
    expect([page.firstName, page.until, page.session.title]).toEqual(["Daan", "15:00", "Knitting"]);
    expect(page.answerable).toEqual({
      state: "open",
      offer: {
        sessionId: workshop.id,
        until: "2027-01-10T14:00:00Z",
        inTheWay: [],
        givesUp: null,
        drops: [],
        together: false,
      },
    });
    expect((answer.data as { leaning: unknown }).leaning).toBe("no");
    expect(await statusOf(daan, workshop.id)).toBe("offered");
  });

  test("takes a yes, once and again", async () => {
    const { token, daan, workshop } = await mailed();
    const first = await say(token, { intent: "accept" });
    expect([first.status, first.headers.get("location"), toastOf(first)]).toEqual([
      303,
      `/offers/${token}`,
      "offers.toast.accepted",
    ]);
    expect(toastOf(await say(token, { intent: "accept" }))).toBe("offers.toast.accepted");
    expect(await statusOf(daan, workshop.id)).toBe("confirmed");
    expect(await standsAt(token)).toEqual({ state: "yours" });
    expect(nudge).toHaveBeenCalled();
  });

  test("takes a no, which gives the seat to the next, once and again", async () => {
    const { token, daan, eva, workshop } = await mailed();
    expect(toastOf(await say(token, { intent: "decline" }))).toBe("offers.toast.declined");
    expect(toastOf(await say(token, { intent: "decline" }))).toBe("offers.toast.notOffered");
    expect([await statusOf(daan, workshop.id), await statusOf(eva, workshop.id)]).toEqual([
      "cancelled",
      "offered",
    ]);
    expect(await standsAt(token)).toEqual({ state: "gone" });
    expect(toastOf(await say(token, { intent: "accept" }))).toBe("offers.toast.refused.lapsed");
    expect(await statusOf(eva, workshop.id)).toBe("offered");
  });

  test("does not cost a seat when an old no is pressed after a yes", async () => {
    const { token, daan, workshop } = await mailed();
    await say(token, { intent: "accept" });
    expect(toastOf(await say(token, { intent: "decline" }))).toBe("offers.toast.notOffered");
    expect(await statusOf(daan, workshop.id)).toBe("confirmed");
  });

  test("says when the time is over, and takes no yes then", async () => {
    const { token, workshop, daan } = await mailed();
    now = later(2);
    expect(await standsAt(token)).toEqual({ state: "gone" });
    expect(pageOf(await look(token)).mayAsk).toBe(true);
    expect(toastOf(await say(token, { intent: "accept" }))).toBe("offers.toast.refused.lapsed");
    expect(await statusOf(daan, workshop.id)).not.toBe("confirmed");
  });

  test("shows what is in the way of a yes, and swaps it", async () => {
    const { token, session, ask, daan, workshop } = await mailed();
    const sketching = await session("Sketching", "2027-01-11T10:30", { capacity: 5 });
    expect(await ask(daan, sketching.id, dayBefore)).toEqual({ ok: true, status: "confirmed" });
    const open = await standsAt(token);
    expect(open.state === "open" && open.offer.inTheWay.map(({ title }) => title)).toEqual(["Sketching"]);
    expect(toastOf(await say(token, { intent: "accept" }))).toBe("offers.toast.refused.clash");
    expect(await statusOf(daan, sketching.id)).toBe("confirmed");
    expect(toastOf(await say(token, { intent: "accept", givesUp: sketching.id }))).toBe(
      "offers.toast.accepted",
    );
    expect(await statusOf(daan, workshop.id)).toBe("confirmed");
    expect(await statusOf(daan, sketching.id)).not.toBe("confirmed");
  });

  test("says that the session is called off, has begun, or is waited for again", async () => {
    const { token, workshop, ask, daan } = await mailed();
    await say(token, { intent: "decline" });
    await ask(daan, workshop.id, dayBefore);
    expect(await standsAt(token)).toEqual({ state: "waiting", place: 1 });
    now = later(30);
    expect(await standsAt(token)).toEqual({ state: "begun" });
    await cancelSession(db(), workshop.id, { now: dayBefore });
    expect(await standsAt(token)).toEqual({ state: "called-off" });
    expect(toastOf(await say(token, { intent: "accept" }))).toBe("offers.toast.refused.cancelled");
  });

  test("opens for nothing but its own secret and its own purpose", async () => {
    const { token } = await mailed();
    await db().update(mailedLinks).set({ purpose: "swap" });
    for (const one of ["nonsense", token]) {
      const answers = [await look(one), await say(one, { intent: "accept" })];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    }
  });

  test("answers only for the person it was mailed to, whoever opens it", async () => {
    const { token, anna, eva, daan, workshop } = await mailed();
    const cookie = await loginOf(db(), anna);
    await answerOf(offerPage.action(argsOf(`/offers/${token}`, { token }, { intent: "accept" }, cookie)));
    expect(await statusOf(daan, workshop.id)).toBe("confirmed");
    expect([await statusOf(anna, workshop.id), await statusOf(eva, workshop.id)]).not.toContain("confirmed");
  });

  test("refuses a form it does not know", async () => {
    const { token } = await mailed();
    expect((await say(token, { intent: "maybe" })).status).toBe(422);
    expect((await say(token, { intent: "accept", givesUp: "all" })).status).toBe(422);
  });
});

describe("an offer, signed in", () => {
  const answer = async (person: string, session: string, form: Record<string, string>) =>
    answerOf(
      offerResource.action(
        argsOf(`/sessions/${session}/offer`, { session }, form, await loginOf(db(), person)),
      ),
    );

  test("stands on the session's page, the agenda and the home page", async () => {
    const { daan, workshop, festival } = await mailed();
    const cookie = await loginOf(db(), daan);
    const params = { festival: festival.slug, session: workshop.id };
    const page = await answerOf(sessionPage.loader(argsOf("/x", params, undefined, cookie)));
    const { standing } = (page.data as { panel: Panel }).panel;
    expect(standing.is === "offered" && standing.offer.until).toBe("2027-01-10T14:00:00Z");
    const mine = (await answerOf(agenda(argsOf("/agenda", {}, undefined, cookie)))).data as {
      held: { id: string }[];
    };
    expect(mine.held.map(({ id }) => id)).toEqual([workshop.id]);
    const first = (await answerOf(home(argsOf("/", {}, undefined, cookie)))).data as {
      mine: { held: { id: string }[] };
    };
    expect(first.mine.held.map(({ id }) => id)).toEqual([workshop.id]);
  });

  test("is answered there, by nobody else", async () => {
    const { daan, eva, workshop } = await mailed();
    expect(toastOf(await answer(eva, workshop.id, { intent: "decline" }))).toBe("offers.toast.notOffered");
    expect(toastOf(await answer(eva, workshop.id, { intent: "accept" }))).toBe("offers.toast.refused.lapsed");
    expect(await statusOf(eva, workshop.id)).toBe("waiting");
    expect(toastOf(await answer(daan, workshop.id, { intent: "accept" }))).toBe("offers.toast.accepted");
    expect(await statusOf(daan, workshop.id)).toBe("confirmed");
  });
});

describe("what one waits for, on the agenda", () => {
  test("is left by one click, and a seat is never", async () => {
    const { eva, workshop, session, ask } = await mailed();
    const cookie = await loginOf(db(), eva);
    const seat = await session("Sketching", "2027-01-11T14:00");
    await ask(eva, seat.id, early);
    const leaves = (sessionId: string) =>
      answerOf(leave(argsOf("/agenda", {}, { intent: "leave-queue", session: sessionId }, cookie)));
    const before = (await answerOf(agenda(argsOf("/agenda", {}, undefined, cookie)))).data as {
      waits: { id: string; place: number }[];
    };
    expect(before.waits.map(({ id, place }) => [id, place])).toEqual([[workshop.id, 1]]);
    expect(toastOf(await leaves(workshop.id))).toBe("signups.toast.leftQueue");
    expect((await leaves(workshop.id)).headers.get("location")).toBe("/agenda");
    expect((await leaves(seat.id)).headers.getSetCookie()).toEqual([]);
    expect([await statusOf(eva, workshop.id), await statusOf(eva, seat.id)]).toEqual([
      "cancelled",
      "confirmed",
    ]);
  });

  test("can be taken in the last half hour when a seat is free", async () => {
    const { daan, eva, workshop, festival, token, ask } = await mailed();
    await say(token, { intent: "accept" });
    now = later(20, 40);
    const { cancelSignup } = await import("~/signups/signups.server.ts");
    await cancelSignup(db(), { personId: daan, sessionId: workshop.id }, { now });
    const params = { festival: festival.slug, session: workshop.id };
    const cookie = await loginOf(db(), eva);
    const panel = async () =>
      (
        (await answerOf(sessionPage.loader(argsOf("/x", params, undefined, cookie)))).data as {
          panel: Panel;
        }
      ).panel.standing;
    const standing = await panel();
    expect(standing.is === "waiting" && standing.queue).toMatchObject({ now: "whoever", mayTake: true });
    expect(await ask(eva, workshop.id, now)).toEqual({ ok: true, status: "confirmed" });
    expect((await panel()).is).toBe("seated");
  });
});

test("a session that moves keeps its offer, and the link shows the new time", async () => {
  const { token, workshop } = await mailed();
  await changeSession(db(), workshop.id, { startsLocal: "2027-01-11T11:00" }, { now: dayBefore });
  expect(pageOf(await look(token)).session.startsAt).toBe("2027-01-11T10:00:00Z");
  expect((await standsAt(token)).state).toBe("open");
});
