import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makePeople, makeSignup, makeSignups } from "#db/demo/factories.ts";
import { mailRefusals, mails, messageRecipients, messages, signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { requestContext } from "#tests/support/requests.ts";
import "~/jobs.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { randomIds } from "~/platform/ids.ts";
import { countReaders, findReach } from "~/signups/messages/audience.server.ts";
import type { Audience } from "~/signups/messages/audience.ts";
import { doToMessage } from "~/signups/messages/deeds.server.ts";
import { findDeliveries } from "~/signups/messages/delivery.server.ts";
import {
  changeMessage,
  createMessage,
  discardMessage,
  findMessage,
  putInOutbox,
  releaseMessage,
  stopMessage,
} from "~/signups/messages/messages.server.ts";
import { findMessagesPage } from "~/signups/messages/overview.server.ts";
import { findMessagePage } from "~/signups/messages/page.server.ts";
import { sendDueMessages } from "~/signups/messages/send.server.ts";
import { writeMessage } from "~/signups/messages/write-page.server.ts";
import { now } from "./festivals.support.ts";
import { mailed, makeAudience, recipients, sweep } from "./messages.support.ts";

const db = testDatabase();
const later = now.add({ minutes: 5 });
type Scene = Awaited<ReturnType<typeof makeAudience>>;

describe("who gets a message", () => {
  const audiences: [string, (scene: Scene) => Audience, waiting: boolean, readers: string[]][] = [
    ["all", () => ({ kind: "festival" }), false, ["kim", "lou", "max", "wim"]],
    ["all, and who waits", () => ({ kind: "festival" }), true, ["kim", "lou", "max", "wies", "wim"]],
    [
      "one session",
      ({ sessions }) => ({ kind: "session", sessionId: sessions.singing.id }),
      false,
      ["lou", "max", "wim"],
    ],
    [
      "one session, and who waits for it",
      ({ sessions }) => ({ kind: "session", sessionId: sessions.singing.id }),
      true,
      ["kim", "lou", "max", "wim"],
    ],
    [
      "a session that is called off",
      ({ sessions }) => ({ kind: "session", sessionId: sessions.off.id }),
      false,
      ["lea"],
    ],
    [
      "a time",
      ({ sessions }) => ({ kind: "slot", startsAt: sessions.repairs.startsAt }),
      false,
      ["kim", "lou", "wim"],
    ],
    [
      "a time, and who waits for something then",
      ({ sessions }) => ({ kind: "slot", startsAt: sessions.repairs.startsAt }),
      true,
      ["kim", "lou", "wies", "wim"],
    ],
    [
      "the lead's people",
      ({ organisations }) => ({ kind: "host", organisationId: organisations.waterland }),
      false,
      ["wim"],
    ],
    [
      "the lead's people, and who waits",
      ({ organisations }) => ({ kind: "host", organisationId: organisations.waterland }),
      true,
      ["wies", "wim"],
    ],
  ];

  test.each(audiences)("%s", async (_, audience, waiting, readers) => {
    const scene = await makeAudience(db());
    const message = await scene.send(audience(scene), { waiting });
    expect(await countReaders(db(), [message.id])).toEqual(new Map([[message.id, readers.length]]));
    expect(await sweep(db(), later)).toBe(readers.length);
    expect(await mailed(db())).toEqual(readers);
  });

  test("is found when it leaves, not when it was written", async () => {
    const scene = await makeAudience(db());
    const { sessions, people } = scene;
    await scene.send({ kind: "session", sessionId: sessions.repairs.id });
    await makeSignup(db(), { personId: people.max.id, sessionId: sessions.sketching.id });
    await db().update(signups).set({ status: "confirmed" }).where(eq(signups.personId, people.wies.id));
    await db().update(signups).set({ status: "cancelled" }).where(eq(signups.personId, people.kim.id));
    await sweep(db(), later);
    expect(await mailed(db())).toEqual(["wies"]);
  });

  test("reads it in the language of their choice, with the words as they were written and nothing that is HTML", async () => {
    const scene = await makeAudience(db());
    const body = "Bring <b>a pen</b>.\n\nThe way: https://waterland.example/way.";
    await scene.send({ kind: "festival" }, { subject: "What to bring", body });
    await sweep(db(), later);
    const rows = await db().select().from(mails);
    const of = (name: string) => rows.find(({ recipient }) => recipient.startsWith(`${name}@`))!;
    expect(of("wim").html).toContain('lang="nl"');
    expect(of("lou").html).toContain('lang="en"');
    expect(of("lou").text).toContain("Bring <b>a pen</b>.");
    expect(of("lou").html).toContain("Bring &lt;b&gt;a pen&lt;/b&gt;.");
    expect(of("lou").html).toContain('href="https://waterland.example/way"');
    expect(of("lou").text).toContain("organiser (waterland) wrote this to all attendees of Spring");
    expect(of("wim").text).toContain("organiser (waterland) schreef dit aan alle deelnemers van Spring");
  });

  test("who wants no such mail gets none and stands in the report; everybody else can stop it with one click", async () => {
    const scene = await makeAudience(db());
    await db()
      .insert(mailRefusals)
      .values({ personId: scene.people.lou.id, topic: "messages", refusedAt: now.toString() });
    const message = await scene.send({ kind: "festival" });
    const reach = await findReach(db(), message.id, scene.organisations.lumen);
    expect([reach.total, reach.refused]).toEqual([4, 1]);
    await sweep(db(), later);
    expect(await mailed(db())).toEqual(["kim", "max", "wim"]);
    const urls = await db().select({ url: mails.unsubscribeUrl }).from(mails);
    expect(urls.filter(({ url }) => /\/unsubscribe\/[\w-]{32}$/.test(url ?? ""))).toHaveLength(3);
    const report = await findDeliveries(db(), message.id, scene.organisations.lumen);
    expect(report.own.map(({ name, delivery }) => [name, delivery])).toEqual([["lou", "refused"]]);
  });
});

describe("a message in the outbox", () => {
  test("leaves after five minutes and not before, and only once", async () => {
    const scene = await makeAudience(db());
    const message = await scene.send({ kind: "festival" });
    expect(await sweep(db(), now.add({ minutes: 4, seconds: 59 }))).toBe(0);
    expect(await sweep(db(), later)).toBe(4);
    expect(await sweep(db(), later.add({ minutes: 1 }))).toBe(0);
    expect(await mailed(db())).toHaveLength(4);
    const sent = await findMessage(db(), scene.festival.id, message.id);
    expect([sent?.status, sent?.sentAt]).toEqual(["sent", later.toString()]);
  });

  test("waits for the time that was chosen; one too near still gives five minutes", async () => {
    const scene = await makeAudience(db());
    const message = await scene.send({ kind: "festival" }, {}, "2026-11-30T08:00:00Z");
    expect(await sweep(db(), later)).toBe(0);
    expect(await putInOutbox(db(), message.id, now.add({ seconds: 1 }).toString(), { now })).toEqual({
      ok: true,
      sendAt: later.toString(),
    });
    expect(await sweep(db(), later)).toBe(4);
  });

  test("is changed and looked at again before it leaves, and what leaves is what was changed", async () => {
    const scene = await makeAudience(db());
    const message = await scene.send({ kind: "festival" });
    const words = {
      audience: { kind: "session" as const, sessionId: scene.sessions.sketching.id },
      ...{ waiting: false, subject: "Dinner", body: "In the garden." },
    };
    const changed = await changeMessage(db(), message.id, words, { now: now.add({ minutes: 4 }) });
    expect(changed).toEqual({ ok: true, sendAt: now.add({ minutes: 9 }).toString() });
    expect(await sweep(db(), later)).toBe(0);
    await sweep(db(), now.add({ minutes: 9 }));
    expect(await mailed(db())).toEqual(["lou", "wim"]);
    const subjects = await db().selectDistinct({ subject: mails.subject }).from(mails);
    expect(subjects).toEqual([{ subject: "Dinner" }]);
  });

  test("can be stopped, and sent after all", async () => {
    const scene = await makeAudience(db());
    const message = await scene.send({ kind: "festival" });
    expect(await stopMessage(db(), message.id, { now })).toEqual({ ok: true });
    expect(await stopMessage(db(), message.id, { now })).toEqual({ ok: true });
    expect(await sweep(db(), later)).toBe(0);
    await putInOutbox(db(), message.id, null, { now });
    expect(await releaseMessage(db(), message.id, { now })).toEqual({ ok: true });
    expect(await sweep(db(), now)).toBe(4);
  });

  test("once it left, it can be neither changed nor stopped nor thrown away nor sent again", async () => {
    const scene = await makeAudience(db());
    const message = await scene.send({ kind: "festival" });
    await sweep(db(), later);
    const left = { ok: false, reason: "left" };
    expect(await changeMessage(db(), message.id, message, { now })).toEqual(left);
    expect(await stopMessage(db(), message.id, { now })).toEqual(left);
    expect(await releaseMessage(db(), message.id, { now })).toEqual(left);
    expect(await putInOutbox(db(), message.id, null, { now })).toEqual(left);
    expect(await discardMessage(db(), message.id)).toEqual(left);
    expect(await mailed(db())).toHaveLength(4);
  });

  test("the same form sent twice is one message; somebody else's id is nobody's", async () => {
    const { festival, viewers } = await makeAudience(db());
    const id = randomIds.uuid();
    const words = { audience: { kind: "festival" as const }, waiting: false, subject: "One", body: "Text" };
    const given = { ...words, id, festivalId: festival.id, writtenBy: viewers.lead.personId };
    expect((await createMessage(db(), given, { now }))?.id).toBe(id);
    expect((await createMessage(db(), given, { now }))?.id).toBe(id);
    expect(await db().$count(messages)).toBe(1);
    expect(await createMessage(db(), { ...given, writtenBy: viewers.host.personId }, { now })).toBeNull();
  });
});

describe("a job that dies half way", () => {
  /** As many people as take several transactions. */
  async function many() {
    const scene = await makeAudience(db());
    const names = Array.from({ length: 120 }, (_, index) => `guest${index}`);
    const guests = await makePeople(
      db(),
      names.map((name) => ({ name, email: `${name}@people.example` })),
    );
    const sessionId = scene.sessions.singing.id;
    await makeSignups(
      db(),
      guests.map(({ id }) => ({ sessionId, personId: id, status: "absent" as const })),
    );
    await db().update(signups).set({ status: "attended" }).where(eq(signups.status, "absent"));
    const message = await scene.send({ kind: "festival" });
    return { scene, message };
  }

  /** Gives out so many ids, and then the process is gone. */
  function dyingAfter(count: number) {
    let given = 0;
    const uuid = () => {
      given += 1;
      if (given > count) throw new Error("killed");
      return randomIds.uuid();
    };
    return { ...requestContext(db()), ids: { ...randomIds, uuid } };
  }

  test("goes on where it was: everybody once, nobody forgotten", async () => {
    const { scene, message } = await many();
    await sendDueMessages(dyingAfter(70), later);
    const half = await recipients(db());
    expect(half).toBe(50);
    expect(await mailed(db())).toHaveLength(50);
    expect((await findMessage(db(), scene.festival.id, message.id))?.status).toBe("sending");
    expect(await stopMessage(db(), message.id, { now: later })).toEqual({ ok: false, reason: "left" });
    expect(await sweep(db(), later.add({ minutes: 1 }))).toBe(74);
    const everybody = await mailed(db());
    expect([everybody.length, new Set(everybody).size]).toEqual([124, 124]);
    expect((await findMessage(db(), scene.festival.id, message.id))?.status).toBe("sent");
  });

  test("control: without the key that knows a person was written to, they are written to again", async () => {
    const { message } = await many();
    await sendDueMessages(dyingAfter(70), later);
    await db().delete(messageRecipients).where(eq(messageRecipients.messageId, message.id));
    await sweep(db(), later.add({ minutes: 1 }));
    const everybody = await mailed(db());
    expect(everybody.length).toBeGreaterThan(new Set(everybody).size);
  });

  test("what failed for one message leaves the others alone", async () => {
    const scene = await makeAudience(db());
    await scene.send({ kind: "festival" });
    const gone = await scene.send({ kind: "festival" });
    await db()
      .update(messages)
      .set({ audience: { kind: "session", sessionId: "no id at all" } })
      .where(eq(messages.id, gone.id));
    await sweep(db(), later);
    expect(await mailed(db())).toHaveLength(4);
  });
});

describe("privacy between hosts", () => {
  test("before: one's own people by name, those of others as totals, in one sum", async () => {
    const scene = await makeAudience(db());
    const message = await scene.write({ kind: "festival" }, { waiting: true });
    const seen = async (organisationId: string) => {
      const { own, others, total } = await findReach(db(), message.id, organisationId);
      return { own: own.map(({ name }) => name), others, total };
    };
    expect(await seen(scene.organisations.lumen)).toEqual({
      own: ["lou"],
      others: [
        { organisation: "kade", count: 1 },
        { organisation: "waterland", count: 2 },
        { organisation: "", count: 1 },
      ],
      total: 5,
    });
    expect((await seen(scene.organisations.waterland)).own).toEqual(["wies", "wim"]);
  });

  test("afterwards too, also for the lead; nothing a page is given names anybody of another organisation", async () => {
    const scene = await makeAudience(db());
    const message = await scene.send({ kind: "festival" });
    await sweep(db(), later);
    const { festival, viewers } = scene;
    const deps = { config: { publicUrl: "https://learn.example" }, now: later };
    const pageOf = (viewer: typeof viewers.lead) =>
      findMessagePage(db(), { viewer, festival, locale: "en" }, message.id, new URLSearchParams(), deps);
    const asLead = await pageOf(viewers.lead);
    expect(asLead.report?.own.map(({ name }) => name)).toEqual(["wim"]);
    expect(
      asLead.report?.others.map(({ organisation, deliveries }) => [organisation, deliveries.sent]),
    ).toEqual([
      ["kade", 1],
      ["lumen", 1],
      ["", 1],
    ]);
    for (const foreign of ["lou", "kim", "max"]) {
      expect(JSON.stringify(asLead)).not.toContain(`"${foreign}"`);
    }
    const asHost = JSON.stringify(await pageOf(viewers.host));
    for (const foreign of ["wim", "kim", "max"]) expect(asHost).not.toContain(`"${foreign}"`);
    const list = JSON.stringify(await findMessagesPage(db(), viewers.host, festival));
    for (const name of ["wim", "kim", "max", "lou"]) expect(list).not.toContain(`"${name}"`);
  });

  test("the list takes as many queries for thirty messages as for one", async () => {
    const scene = await makeAudience(db());
    const counted = async () => {
      let queries = 0;
      const { $client } = db() as unknown as { $client: { query: (...args: unknown[]) => unknown } };
      const { query } = $client;
      $client.query = (...args) => {
        queries += 1;
        return query.apply($client, args);
      };
      try {
        await findMessagesPage(db(), scene.viewers.lead, scene.festival);
      } finally {
        $client.query = query;
      }
      return queries;
    };
    await scene.send({ kind: "festival" });
    const one = await counted();
    for (let index = 0; index < 29; index += 1) await scene.send({ kind: "festival" });
    expect(one).toBeGreaterThan(0);
    expect(await counted()).toBe(one);
  });
});

describe("what an organiser may do", () => {
  const { t } = getText("en");
  const formOf = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  };
  const deed = (scene: Scene, viewer: Scene["viewers"]["lead"], id: string, fields: Record<string, string>) =>
    doToMessage(db(), { viewer, festival: scene.festival, locale: "en", t }, id, formOf(fields), {
      ...requestContext(db()),
      now,
    });

  test("a host writes to its own sessions and people, and to nobody else", async () => {
    const scene = await makeAudience(db());
    const { viewers, festival, sessions, organisations } = scene;
    const tried = async (viewer: typeof viewers.lead, to: string) => {
      const form = formOf({ id: randomIds.uuid(), to, subject: "Hello", body: "Text" });
      return (await writeMessage(db(), { viewer, festival, t }, form, { now })).ok;
    };
    const all = [
      "festival",
      `session:${sessions.sketching.id}`,
      `session:${sessions.repairs.id}`,
      `host:${organisations.lumen}`,
      `host:${organisations.waterland}`,
      `slot:${sessions.repairs.startsAt}`,
    ];
    const allowed = async (viewer: typeof viewers.lead) => {
      const answers: boolean[] = [];
      for (const to of all) answers.push(await tried(viewer, to));
      return answers;
    };
    expect(await allowed(viewers.lead)).toEqual([true, true, true, true, true, true]);
    expect(await allowed(viewers.host)).toEqual([false, true, false, true, false, false]);
    expect(await allowed(viewers.outsider)).toEqual([false, false, false, false, false, false]);
  });

  test("a host cannot touch a message to all, nor make its own one to all", async () => {
    const scene = await makeAudience(db());
    const { lead, host } = scene.viewers;
    const toAll = await scene.send({ kind: "festival" });
    for (const intent of ["stop", "now", "send", "discard", "test", "words"]) {
      const answer = await deed(scene, host, toAll.id, { intent }).catch((thrown: unknown) => thrown);
      expect((answer as Response).status).toBe(403);
    }
    const own = await scene.write({ kind: "session", sessionId: scene.sessions.sketching.id });
    const words = { intent: "words", to: "festival", subject: "Mine", body: "Text" };
    expect(await deed(scene, host, own.id, words)).toMatchObject({ ok: false, at: "words" });
    expect(await deed(scene, lead, own.id, { intent: "send" })).toMatchObject({ ok: true });
  });

  test("a test mail goes to who asks and to nobody else, and says so where they want none", async () => {
    const scene = await makeAudience(db());
    const { lead } = scene.viewers;
    const message = await scene.write({ kind: "festival" });
    const answer = await deed(scene, lead, message.id, { intent: "test" });
    expect(answer).toEqual({ ok: true, toast: "messages.toast.test" });
    const rows = await db().select({ to: mails.recipient, subject: mails.subject }).from(mails);
    expect(rows).toEqual([{ to: lead.email, subject: "Test: Lunch" }]);
    await db()
      .insert(mailRefusals)
      .values({ personId: lead.personId, topic: "messages", refusedAt: now.toString() });
    const refused = await deed(scene, lead, message.id, { intent: "test" });
    expect(refused).toEqual({ ok: true, toast: "messages.toast.testRefused" });
    expect(await db().$count(mails)).toBe(1);
  });

  test("a time that is none, or has passed, is refused at its field", async () => {
    const scene = await makeAudience(db());
    const message = await scene.write({ kind: "festival" });
    for (const at of ["", "tomorrow", "2027-02-30T10:00", "2020-01-01T10:00"]) {
      const answer = await deed(scene, scene.viewers.lead, message.id, { intent: "later", at });
      expect(answer).toMatchObject({ ok: false, at: "later" });
    }
    const at = "2026-12-01T09:30";
    const answer = await deed(scene, scene.viewers.lead, message.id, { intent: "later", at });
    expect(answer).toMatchObject({ ok: true });
    const kept = await findMessage(db(), scene.festival.id, message.id);
    expect([kept?.status, kept?.sendAt]).toEqual(["outbox", "2026-12-01T08:30:00Z"]);
  });
});
