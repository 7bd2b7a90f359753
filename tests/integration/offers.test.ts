import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { festivals, mailedLinks, mails, people, personalFeeds, signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { problemsOf, propertyOf } from "#tests/support/ics.ts";
import { rawServer } from "#tests/support/raw-server.ts";
import { hashSecret } from "~/platform/ids.ts";
import { plus } from "~/platform/time.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";
import { acceptOffer } from "~/signups/accept-offer.server.ts";
import { fillSeats } from "~/signups/fill-seats.server.ts";
import { noteClosings } from "~/signups/offers/closing.server.ts";
import { declineOffer, leaveQueue } from "~/signups/offers/step-back.server.ts";
import { dayBefore, early, inboxOf, later, seatScene, sweepAll } from "./offers.support.ts";

const db = testDatabase();
let clock = early;
const server = rawServer(db, () => clock);
const daansMail = "daan@waterland.example";
const evasMail = "eva@waterland.example";

/** A full workshop of the next morning; Daan and Eva wait, and Anna gives up her seat: it is held for Daan. */
async function offered() {
  const scene = await seatScene(db());
  const [anna = "", daan = "", eva = ""] = await scene.people("Anna", "Daan", "Eva");
  const workshop = await scene.session("Knitting with code", "2027-01-11T10:00", {
    capacity: 1,
    place: "The Mill",
  });
  for (const person of [anna, daan, eva]) await scene.ask(person, workshop.id);
  await sweepAll(db(), early);
  const inbox = inboxOf(db());
  await inbox(daansMail);
  await inbox(evasMail);
  const offer = async () => {
    await scene.leave(anna, workshop.id, dayBefore);
    await sweepAll(db(), dayBefore);
  };
  return { ...scene, anna, daan, eva, workshop, inbox, offer };
}

const statusOf = async (personId: string, sessionId: string) =>
  (
    await db()
      .select({ status: signups.status })
      .from(signups)
      .where(and(eq(signups.personId, personId), eq(signups.sessionId, sessionId)))
  )[0]?.status;

describe("a seat that is held for somebody", () => {
  test("is mailed at once, with a link each for yes and no, and no word to a calendar", async () => {
    const { inbox, offer, workshop, daan } = await offered();
    await offer();
    const [mail, ...more] = await inbox(daansMail);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      kind: "seat-offered",
      subject: "A seat is yours until 15:00: Knitting with code",
      status: "kept",
      ical: null,
      unsubscribeUrl: null,
      createdAt: dayBefore.toString(),
      dueAt: dayBefore.toString(),
    });
    const [, token = ""] = /offers\/([\w-]+)/.exec(mail?.text ?? "") ?? [];
    expect(await db().select().from(mailedLinks)).toEqual([
      expect.objectContaining({
        tokenHash: hashSecret(token),
        purpose: "seat-offer",
        subject: workshop.id,
        personId: daan,
      }),
    ]);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(`http://localhost:3000/offers/${token}?answer=no`);
      expect(part).toContain("Mon 11 Jan, 10:00–11:00");
      expect(part).toContain("The Mill");
      expect(part).toContain("No answer by 15:00 counts as no");
    }
  });

  test("is mailed in Dutch to whoever reads Dutch", async () => {
    const { inbox, offer, daan } = await offered();
    await db().update(people).set({ language: "nl" }).where(eq(people.id, daan));
    await offer();
    const [mail] = await inbox(daansMail);
    expect(mail?.subject).toBe("Een plaats is van jou tot 15:00: Knitting with code");
    expect(mail?.text).toContain("Geen antwoord vóór 15:00 telt als nee");
  });

  test("is not mailed once it was answered, nor when the worker comes too late", async () => {
    const { leave, anna, daan, workshop, inbox } = await offered();
    await leave(anna, workshop.id, dayBefore);
    await declineOffer(db(), { personId: daan, sessionId: workshop.id }, { now: dayBefore });
    await sweepAll(db(), later(3));
    expect((await inbox(daansMail)).map(({ kind }) => kind)).toEqual([]);
    expect((await inbox(evasMail)).map(({ kind }) => kind)).toEqual([]);
  });

  test("is an invite to the calendar after the yes, which says what one no longer waits for", async () => {
    const { session, people, ask, offer, daan, workshop, inbox } = await offered();
    const [tom = ""] = await people("Tom");
    const sketching = await session("Sketching", "2027-01-11T10:30", { capacity: 1 });
    await ask(tom, sketching.id);
    await ask(daan, sketching.id);
    await sweepAll(db(), early);
    await inbox(daansMail);
    await offer();
    const [offerMail] = await inbox(daansMail);
    expect(offerMail?.text).toContain("takes you out of the queue for “Sketching”");
    const own = { personId: daan, sessionId: workshop.id };
    expect(await acceptOffer(db(), own, { now: later(1) })).toEqual({ ok: true });
    await sweepAll(db(), later(1));
    const [mail, ...more] = await inbox(daansMail);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("A seat came free for you: Knitting with code (Mon 11 Jan)");
    expect(mail?.text).toContain("You no longer wait for “Sketching”: you have a seat at that time now.");
    expect([propertyOf(mail?.ical ?? "", "METHOD"), problemsOf(mail?.ical ?? "")]).toEqual(["REQUEST", []]);
    expect(await statusOf(daan, sketching.id)).toBe("cancelled");
  });

  test("goes on by itself when nobody answers: one is told that it went, the next that it is theirs", async () => {
    const { offer, workshop, inbox } = await offered();
    await offer();
    await inbox(daansMail);
    await fillSeats(db(), [workshop.id], { now: later(2) });
    await sweepAll(db(), later(2));
    const [lapsed, ...more] = await inbox(daansMail);
    expect(more).toEqual([]);
    expect([lapsed?.kind, lapsed?.subject, lapsed?.ical]).toEqual([
      "seat-lapsed",
      "The seat went to the next: Knitting with code",
      null,
    ]);
    expect(lapsed?.text).toContain("Ask again");
    expect((await inbox(evasMail)).map(({ subject }) => subject)).toEqual([
      "A seat is yours until 17:00: Knitting with code",
    ]);
    await sweepAll(db(), later(2, 1));
    expect(await inbox(daansMail)).toEqual([]);
  });

  test("that lapsed after sign-up closed is not said to be open for asking", async () => {
    const scene = await seatScene(db(), { signupClosesAt: later(1).toString() });
    const [anna = "", daan = ""] = await scene.people("Anna", "Daan");
    const workshop = await scene.session("Knitting", "2027-01-11T10:00", { capacity: 1 });
    for (const person of [anna, daan]) await scene.ask(person, workshop.id);
    await scene.leave(anna, workshop.id, dayBefore);
    await sweepAll(db(), dayBefore);
    const inbox = inboxOf(db());
    await inbox(daansMail);
    await fillSeats(db(), [workshop.id], { now: later(2) });
    await sweepAll(db(), later(2));
    const [lapsed] = await inbox(daansMail);
    expect(lapsed?.text).toContain("Sign-up has closed");
    expect(lapsed?.text).not.toContain("Ask again");
  });

  test("is told anew when the session moves meanwhile, and is called off with it", async () => {
    const { offer, workshop, inbox } = await offered();
    await offer();
    await inbox(daansMail);
    await changeSession(db(), workshop.id, { startsLocal: "2027-01-11T11:00" }, { now: dayBefore });
    await sweepAll(db(), later(0, 30));
    expect((await inbox(daansMail)).map(({ subject, ical }) => [subject, ical])).toEqual([
      ["Changed, and a seat is held for you: Knitting with code (Mon 11 Jan)", null],
    ]);
    await cancelSession(db(), workshop.id, { now: later(1) });
    await sweepAll(db(), later(1, 30));
    expect((await inbox(daansMail)).map(({ subject, ical }) => [subject, ical])).toEqual([
      ["Cancelled: Knitting with code (Mon 11 Jan)", null],
    ]);
  });

  test("stands in a subscribed calendar as tentative, and no longer once it ran out", async () => {
    const { offer, daan } = await offered();
    await offer();
    const token = "a".repeat(32);
    await db()
      .insert(personalFeeds)
      .values({
        id: crypto.randomUUID(),
        personId: daan,
        name: "mine",
        tokenHash: hashSecret(token),
        createdAt: early.toString(),
      });
    const feedAt = async (now: typeof dayBefore) => {
      clock = now;
      return (await server.get(`/calendar/${token}.ics`)).body.toString();
    };
    const held = await feedAt(dayBefore);
    expect(held).toContain("SUMMARY:Seat offered: Knitting with code");
    expect(held).toContain("STATUS:TENTATIVE");
    expect(await feedAt(later(2, 1))).not.toContain("Knitting");
  });
});

describe("stepping back", () => {
  test("lets an offer go and nothing else, however often", async () => {
    const { offer, workshop, daan, eva } = await offered();
    await offer();
    const own = { personId: daan, sessionId: workshop.id };
    const deps = { now: dayBefore };
    expect(await leaveQueue(db(), own, deps)).toBe(false);
    expect(await declineOffer(db(), own, deps)).toBe(true);
    expect(await declineOffer(db(), own, deps)).toBe(false);
    expect([await statusOf(daan, workshop.id), await statusOf(eva, workshop.id)]).toEqual([
      "cancelled",
      "offered",
    ]);
  });

  test("never gives up a seat, nor a place where an offer was meant", async () => {
    const { offer, workshop, daan, eva } = await offered();
    await offer();
    const deps = { now: dayBefore };
    await acceptOffer(db(), { personId: daan, sessionId: workshop.id }, deps);
    expect(await declineOffer(db(), { personId: daan, sessionId: workshop.id }, deps)).toBe(false);
    expect(await leaveQueue(db(), { personId: daan, sessionId: workshop.id }, deps)).toBe(false);
    expect(await declineOffer(db(), { personId: eva, sessionId: workshop.id }, deps)).toBe(false);
    expect([await statusOf(daan, workshop.id), await statusOf(eva, workshop.id)]).toEqual([
      "confirmed",
      "waiting",
    ]);
    expect(await leaveQueue(db(), { personId: eva, sessionId: workshop.id }, deps)).toBe(true);
    expect(await statusOf(eva, workshop.id)).toBe("cancelled");
  });
});

describe("when sign-up closes", () => {
  const closesAt = "2027-01-09T16:00:00Z";
  const closing = dayBefore.subtract({ hours: 19, minutes: 59 });
  const closed = async () => (await db().select().from(mails)).filter(({ kind }) => kind === "queue-closed");
  const run = async (now: typeof dayBefore) => {
    await noteClosings({ db: db(), now: () => now });
    await sweepAll(db(), now);
  };

  async function waiting(given: { signupClosesAt?: string }) {
    const scene = await seatScene(db(), given);
    const [anna = "", daan = ""] = await scene.people("Anna", "Daan");
    const knitting = await scene.session("Knitting", "2027-01-11T10:00", { capacity: 1 });
    const sketching = await scene.session("Sketching", "2027-01-11T12:00", { capacity: 1 });
    for (const { id } of [knitting, sketching])
      for (const person of [anna, daan]) await scene.ask(person, id);
    await sweepAll(db(), early);
    return scene;
  }

  test("whoever waits hears once, of everything they wait for, that the queue goes on", async () => {
    await waiting({ signupClosesAt: closesAt });
    await run(closing.subtract({ minutes: 2 }));
    expect(await closed()).toEqual([]);
    await run(closing);
    await run(closing.add({ minutes: 1 }));
    const [mail, ...more] = await closed();
    expect(more).toEqual([]);
    expect([mail?.recipient, mail?.subject]).toEqual([
      daansMail,
      "Sign-up has closed, and you still wait: Spring",
    ]);
    for (const title of ["Knitting", "Sketching"]) expect(mail?.text).toContain(title);
    expect(mail?.text).toContain("number 1");
    expect(mail?.text).toContain("last half hour");
  });

  test("put off and closed again, it is told again", async () => {
    const { festival } = await waiting({ signupClosesAt: closesAt });
    await run(closing);
    const again = plus(closing, { minutes: 30 });
    await db().update(festivals).set({ signupClosesAt: again }).where(eq(festivals.id, festival.id));
    await run(closing.add({ minutes: 5 }));
    expect(await closed()).toHaveLength(1);
    await run(closing.add({ minutes: 31 }));
    expect(await closed()).toHaveLength(2);
  });

  test.each([
    ["nobody is told where it never closes", {}],
    ["nobody is told days later", { signupClosesAt: "2027-01-07T16:00:00Z" }],
  ])("%s", async (_case, given) => {
    await waiting(given);
    await run(closing);
    expect(await closed()).toEqual([]);
  });
});
