import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rosterMembers, rosterTopics, sessions, turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { testIds } from "#tests/support/ids.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import {
  date,
  type Happening,
  happen,
  linkIn,
  mailsOf,
  makeScene,
  now,
  sweep,
} from "./turn-mails.support.ts";

const db = testDatabase();
type Scene = Awaited<ReturnType<typeof makeScene>>;

const change = (scene: Scene, values: Partial<typeof turns.$inferInsert>) =>
  db().update(turns).set(values).where(eq(turns.id, scene.turn.id));
const isNow = now.toString();

/** By the kind of mail: what is so, and what happened. */
const occasions: [string, (scene: Scene) => Promise<Happening>][] = [
  [
    "offered",
    async ({ offer }) => ({ kind: "turn.offered", payload: { offerId: await offer("ledger", "open") } }),
  ],
  [
    "stand-in",
    async ({ offer }) => ({ kind: "turn.offered", payload: { offerId: await offer("stand-in", "open") } }),
  ],
  ...([1, 2] as const).map((number): [string, (scene: Scene) => Promise<Happening>] => [
    "reminded",
    async ({ offer }) => ({
      kind: "turn.reminded",
      payload: { offerId: await offer("ledger", "open"), number },
    }),
  ]),
  ...(["ledger", "stand-in"] as const).map((kind): [string, (scene: Scene) => Promise<Happening>] => [
    "lapsed",
    async ({ offer }) => ({
      kind: "turn.lapsed",
      payload: { offerId: await offer(kind, "lapsed"), paused: kind === "ledger" },
    }),
  ]),
  [
    "released",
    async (scene) => {
      await change(scene, { status: "confirmed", memberId: scene.member.bo.id });
      return { kind: "turn.released", payload: { offerId: await scene.offer("ledger", "lapsed") } };
    },
  ],
  [
    "open-call",
    async (scene) => {
      await change(scene, { openCallAt: isNow });
      return { kind: "turn.open-call" };
    },
  ],
  [
    "organisers",
    async (scene) => {
      await change(scene, { organisersAt: isNow });
      return { kind: "turn.organisers" };
    },
  ],
  [
    "withdrew",
    async ({ member }) => ({
      kind: "turn.withdrew",
      payload: { memberId: member.ada.id, reason: hostile.reason },
    }),
  ],
  [
    "soon",
    async (scene) => {
      await change(scene, { status: "confirmed", memberId: scene.member.ada.id, topic: hostile.topic });
      await scene.offer("ledger", "accepted");
      return { kind: "turn.soon", payload: { days: 7 } };
    },
  ],
  [
    "paused",
    async (scene) => {
      await db()
        .update(rosterMembers)
        .set({ pausedAt: isNow, pausedBy: "declines" })
        .where(eq(rosterMembers.id, scene.member.ada.id));
      const offerId = await scene.offer("ledger", "declined", { reason: hostile.reason });
      return { kind: "turn.answered", payload: { offerId, paused: true } };
    },
  ],
];

const hostile = {
  name: "<b>$t(turnMails.yes){{date}}</b>",
  series: `"><img src=x onerror=alert(1)> $t(turnMails.no) {{name}}`,
  topic: "</span><script>alert(2)</script> {{until}}",
  reason: "<i>never</i>\nBcc: everybody@waterland.example $t(turnMails.how)",
};

async function waitWith(scene: Scene, title: string) {
  await db()
    .insert(rosterTopics)
    .values({ id: testIds().uuid(), memberId: scene.member.ada.id, title, createdAt: isNow });
}

describe("every mail", () => {
  test.each(
    occasions.flatMap(([kind, occur]) =>
      (["en", "nl"] as const).map((locale) => [kind, locale, occur] as const),
    ),
  )(
    "%s in %s says hostile names and topics as they are and runs none of them",
    async (kind, language, occur) => {
      const { name, series } = hostile;
      const scene = await makeScene(db(), { language, name, series: { name: series } });
      await waitWith(scene, hostile.topic);
      await happen(db(), scene.turn.id, await occur(scene));
      await sweep(db());
      const told = await mailsOf(db(), `turn-${kind}`);
      expect(told.length).toBeGreaterThan(0);
      const { t } = getText(language);
      for (const mail of told) {
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.html).not.toMatch(/<(b>|i>|img|script)/);
        expect(mail.text + mail.subject).not.toMatch(/turnMails\.(?!yes\)|no\)|how\))/);
        expect(mail.html).toContain(`lang="${language}"`);
        expect(mail.text).toContain(series);
        const isOrganisers = ["organisers", "withdrew", "paused"].includes(kind);
        const footer = t(`turnMails.footer.${isOrganisers ? "organiser" : "member"}`, { series });
        expect(mail.text).toContain(footer);
      }
    },
  );

  test.each(occasions)("%s comes once, however often the job runs", async (_, occur) => {
    const scene = await makeScene(db());
    await happen(db(), scene.turn.id, await occur(scene));
    await sweep(db());
    const first = await mailsOf(db());
    await sweep(db());
    expect(first.length).toBeGreaterThan(0);
    expect(await mailsOf(db())).toEqual(first);
  });

  test.each(occasions)("%s says nothing once the lecture has begun", async (kind, occur) => {
    const scene = await makeScene(db());
    const happening = await occur(scene);
    await happen(db(), scene.turn.id, happening);
    const begun = { startsAt: "2026-11-16T08:59:00Z", endsAt: "2026-11-16T09:09:00Z" };
    await db().update(sessions).set(begun).where(eq(sessions.id, scene.turn.sessionId));
    await sweep(db());
    // That somebody is paused is true whatever becomes of the week.
    expect(await mailsOf(db())).toHaveLength(kind === "paused" ? 1 : 0);
  });
});

describe("a mail says", () => {
  test("who asks, until when where its reader is, what happens otherwise, why, and the topic that waits", async () => {
    const scene = await makeScene(db());
    await waitWith(scene, "Why bread rises");
    const offerId = await scene.offer("ledger", "open");
    await happen(db(), scene.turn.id, { kind: "turn.offered", payload: { offerId } });
    await sweep(db());
    const [mail] = await mailsOf(db());
    expect(mail).toMatchObject({
      recipient: "ada@waterland.example",
      subject: "Would you speak on Thu 26 Nov?",
    });
    for (const said of [
      "Would you speak, Ada?",
      "Thu 26 Nov, 10:30–10:40",
      "By the coffee machine",
      "No devices, No sitting",
      "Please answer by Wed 18 Nov, 10:30.",
      "“Why bread rises”",
      "If you do nothing, we remind you",
      "Why you?",
    ])
      expect(mail?.text).toContain(said);
    const token = linkIn(mail!);
    expect(mail?.text).toContain(`http://localhost:3000/turns/${token}\n`);
    expect(mail?.text).toContain(`http://localhost:3000/turns/${token}?answer=no`);
  });

  test("times in its reader's zone, and the series' own language to who chose none", async () => {
    const scene = await makeScene(db(), { series: { language: "nl" } });
    const { people } = await import("#db/schema/index.ts");
    const lisbon = { language: null, timeZone: "Europe/Lisbon" };
    await db().update(people).set(lisbon).where(eq(people.id, scene.ada.id));
    const offerId = await scene.offer("ledger", "open");
    await happen(db(), scene.turn.id, { kind: "turn.offered", payload: { offerId } });
    await sweep(db());
    const [mail] = await mailsOf(db());
    expect(mail?.subject).toBe("Wil jij vertellen op do 26 nov?");
    expect(mail?.text).toContain("10:30–10:40 (tijd in Amsterdam)");
    expect(mail?.text).toContain("wo 18 nov, 09:30");
  });

  test("to a stand-in that it is a favour of two, to who was silent that a yes still counts", async () => {
    const scene = await makeScene(db());
    const offerId = await scene.offer("stand-in", "open");
    await happen(db(), scene.turn.id, { kind: "turn.offered", payload: { offerId } });
    await sweep(db());
    expect((await mailsOf(db()))[0]?.text).toMatch(/two colleagues at once[\s\S]*It is a favour/);
    const lapsed = await scene.offer("ledger", "lapsed", { memberId: scene.member.bo.id });
    await happen(db(), scene.turn.id, { kind: "turn.lapsed", payload: { offerId: lapsed } });
    await sweep(db());
    const [mail] = await mailsOf(db(), "turn-lapsed");
    expect(mail?.recipient).toBe("bo@waterland.example");
    expect(mail?.text).toContain("your yes counts until somebody else accepts");
    expect(mail?.text).not.toContain("answer=no");
  });

  test("to organisers where they decide", async () => {
    const scene = await makeScene(db(), { turn: { organisersAt: isNow } });
    await happen(db(), scene.turn.id, { kind: "turn.organisers" });
    await sweep(db());
    const told = await mailsOf(db());
    expect(told.map(({ recipient }) => recipient)).toEqual(["olga@waterland.example"]);
    expect(told[0]?.text).toContain(`http://localhost:3000/lectures/coffee-machine/organise/turns/${date}`);
    expect(told[0]?.text).toContain("in 10 days");
  });
});

describe("the open call", () => {
  test("goes to who is there that day and has not said no, each with a link of their own", async () => {
    const scene = await makeScene(db(), { turn: { openCallAt: isNow } });
    const { organisation, series } = scene;
    const { makeMember, makePerson } = await import("#db/demo/factories.ts");
    const join = async (name: string, more: Partial<typeof rosterMembers.$inferInsert>) => {
      const email = `${name}@waterland.example`;
      const person = await makePerson(db(), { name, email, organisationId: organisation.id });
      return makeMember(db(), { seriesId: series.id, personId: person.id, joinedOn: "2026-01-01", ...more });
    };
    await join("left", { leftOn: "2026-11-01" });
    await join("paused", { pausedAt: isNow });
    await join("elsewhere", { weekdays: [1, 2, 3] });
    await join("later", { notBefore: "2027-01-01" });
    await join("cas", {});
    await scene.offer("ledger", "declined");
    await happen(db(), scene.turn.id, { kind: "turn.open-call" });
    await sweep(db());
    const told = await mailsOf(db());
    expect(told.map(({ recipient }) => recipient)).toEqual(["bo@waterland.example", "cas@waterland.example"]);
    expect(new Set(told.map(linkIn)).size).toBe(2);
    expect(told[0]?.text).toContain("If nobody has by Fri 20 Nov, 10:30, we ask two colleagues by name.");
  });
});

describe("a late job mails nothing stale", () => {
  const offered = async ({ offer }: Scene, status: "open" | "declined" | "withdrawn" | "accepted") => ({
    kind: "turn.offered",
    payload: { offerId: await offer("ledger", status) },
  });
  test.each<[string, (scene: Scene) => Promise<Happening>]>([
    ["an offer that was answered", (scene) => offered(scene, "declined")],
    ["an offer that was taken back", (scene) => offered(scene, "withdrawn")],
    [
      "an offer whose time is up",
      async ({ offer }) => ({
        kind: "turn.offered",
        payload: { offerId: await offer("ledger", "open", { deadlineAt: isNow }) },
      }),
    ],
    [
      "an offer of a week that was called off",
      async (scene) => {
        await change(scene, { status: "cancelled" });
        return offered(scene, "open");
      },
    ],
    [
      "a reminder of an answered offer",
      async ({ offer }) => ({
        kind: "turn.reminded",
        payload: { offerId: await offer("ledger", "declined"), number: 1 },
      }),
    ],
    [
      "a lapse after a late yes",
      async (scene) => {
        await change(scene, { status: "confirmed", memberId: scene.member.ada.id });
        return { kind: "turn.lapsed", payload: { offerId: await scene.offer("ledger", "accepted") } };
      },
    ],
    [
      "a lapse after somebody else's yes",
      async (scene) => {
        await change(scene, { status: "confirmed", memberId: scene.member.bo.id });
        return { kind: "turn.lapsed", payload: { offerId: await scene.offer("ledger", "lapsed") } };
      },
    ],
    [
      "thanks when the speaker gave it back",
      async ({ offer }) => ({ kind: "turn.released", payload: { offerId: await offer("ledger", "lapsed") } }),
    ],
    [
      "thanks to the speaker",
      async (scene) => {
        await change(scene, { status: "confirmed", memberId: scene.member.ada.id });
        return { kind: "turn.released", payload: { offerId: await scene.offer("ledger", "lapsed") } };
      },
    ],
    [
      "an open call that was answered",
      async (scene) => {
        await change(scene, { openCallAt: isNow, status: "confirmed", memberId: scene.member.bo.id });
        return { kind: "turn.open-call" };
      },
    ],
    ["an open call that is none any more", async () => ({ kind: "turn.open-call" })],
    [
      "organisers of a week that a guest speaks",
      async (scene) => {
        await change(scene, { organisersAt: isNow, guest: { is: "open-floor" } });
        return { kind: "turn.organisers" };
      },
    ],
    [
      "a withdrawal whose week has a speaker",
      async (scene) => {
        await change(scene, { status: "confirmed", memberId: scene.member.bo.id });
        return { kind: "turn.withdrew", payload: { memberId: scene.member.ada.id, reason: "" } };
      },
    ],
    [
      "a withdrawal that organisers decide about already",
      async (scene) => {
        await change(scene, { organisersAt: isNow });
        return { kind: "turn.withdrew", payload: { memberId: scene.member.ada.id, reason: "" } };
      },
    ],
    ["a word to a speaker who gave it back", async () => ({ kind: "turn.soon", payload: { days: 7 } })],
    [
      "a pause that has ended",
      async ({ offer }) => ({
        kind: "turn.answered",
        payload: { offerId: await offer("ledger", "declined"), paused: true },
      }),
    ],
    ["an offer there never was", async () => ({ kind: "turn.offered", payload: { offerId: "nonsense" } })],
  ])("%s", async (_, occur) => {
    const scene = await makeScene(db());
    await happen(db(), scene.turn.id, await occur(scene));
    await sweep(db());
    expect(await mailsOf(db())).toEqual([]);
  });
});
