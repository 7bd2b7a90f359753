import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeHost, makePerson } from "#db/demo/factories.ts";
import {
  events,
  festivalDecisions,
  festivals,
  hostInvitations,
  mails,
  organisationDomains,
  organisations,
  people,
} from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { requestContext } from "#tests/support/requests.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { listDecisions } from "~/festivals/decisions.server.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import {
  declineByMail,
  findByToken,
  foundAndHost,
  hostWithOwn,
} from "~/festivals/hosting/answer-by-mail.server.ts";
import { mostADay } from "~/festivals/hosting/invitation.ts";
import {
  inviteByMail,
  listByMailRows,
  resendInvitation,
  withdrawByMail,
} from "~/festivals/hosting/invitations.server.ts";
import { createFestival } from "~/festivals/settings.server.ts";
import { eventHandlers } from "~/jobs.ts";
import { mayJoin } from "~/people/joining.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { hashSecret } from "~/platform/ids.ts";
import { makeAlliance, now, springFields } from "./festivals.support.ts";

const zilt = { organisationName: "Zilt", email: "zoe@zilt.example", message: "Come and stand beside us" };
const founding = {
  organisation: { name: "Zilt", colour: "#3f6f8f", language: "nl" as const, timeZone: "Europe/Amsterdam" },
  founder: { name: "Zoë Zilver" },
};
const sweep = (db: Database, at = now) => sweepEvents(requestContext(db), eventHandlers, at);

async function world(db: Database) {
  const alliance = await makeAlliance(db);
  const { waterland, festival, ids } = alliance;
  const lead = waterland.organiser;
  const invite = async (given: Partial<typeof zilt> = {}, at = now) =>
    inviteByMail(db, lead, await festival(), { ...zilt, ...given }, { ids, now: at });
  const invitation = async () => (await db.select().from(hostInvitations))[0]!;
  /** The secret of the last mail, as its reader would follow it. */
  const link = async () => {
    const sent = await db.select().from(mails).where(eq(mails.kind, "founding-invitation"));
    const all = sent.map((mail) => /\/host-invitations\/([\w-]{32})/.exec(mail.text)?.[1] ?? "");
    return all.at(-1)!;
  };
  const invited = async () => {
    expect(await invite()).toEqual({ ok: true, already: false });
    await sweep(db);
    return link();
  };
  return { ...alliance, lead, invite, invitation, link, invited };
}

describe("asking an organisation that is not here", () => {
  const db = testDatabase();

  test("mails one link that stands nowhere else, and says who asks for what", async () => {
    const { invited, invitation, invite } = await world(db());
    const token = await invited();
    const [mail] = await db().select().from(mails);
    expect(mail).toMatchObject({
      recipient: "zoe@zilt.example",
      subject: "Host DEELL spring together with waterland?",
    });
    for (const said of [
      "organiser would like Zilt",
      zilt.message,
      "Hosted so far by waterland",
      "April 2027",
    ])
      expect(mail?.text).toContain(said);
    expect((await invitation()).tokenHash).toBe(hashSecret(token));
    const rest = [await db().select().from(events), await db().select().from(festivalDecisions)];
    expect(JSON.stringify([rest, await invitation()])).not.toContain(token);
    expect(await invite()).toEqual({ ok: true, already: true });
    await sweep(db());
    expect(await db().select().from(mails)).toHaveLength(1);
  });

  test("is for the lead's organisers", async () => {
    const { lumen, waterland, festival, ids } = await world(db());
    await makeHost(db(), { festivalId: (await festival()).id, organisationId: lumen.organisation.id });
    for (const viewer of [lumen.organiser, waterland.member]) {
      const refused = await inviteByMail(db(), viewer, await festival(), zilt, { ids, now });
      expect(refused).toEqual({ ok: false, reason: "forbidden" });
    }
    expect(await db().select().from(hostInvitations)).toEqual([]);
  });

  test("is refused when the mail domain is that of an organisation here", async () => {
    const { invite } = await world(db());
    expect(await invite({ email: "someone@lumen.example" })).toEqual({
      ok: false,
      reason: "here",
      name: "lumen",
    });
  });

  test("has an end for a day", async () => {
    const { invite } = await world(db());
    for (let number = 0; number < mostADay; number += 1)
      expect(await invite({ email: `zoe${number}@zilt.example` })).toMatchObject({ ok: true });
    expect(await invite()).toEqual({ ok: false, reason: "too-many" });
    expect(await invite({}, now.add({ hours: 25 }))).toEqual({ ok: true, already: false });
  });

  test("is sent again with another link and another month, not twice in a moment; the old link is dead", async () => {
    const { invited, invitation, lead, lumen, festival, link } = await world(db());
    const first = await invited();
    const { id } = await invitation();
    const again = async (viewer: typeof lead, at: typeof now) =>
      resendInvitation(db(), viewer, await festival(), id, { now: at });
    const later = now.add({ hours: 24 * 40 });
    expect(await again(lumen.organiser, later)).toEqual({ ok: false, reason: "forbidden" });
    expect(await again(lead, now.add({ minutes: 2 }))).toEqual({ ok: false, reason: "just-sent" });
    expect((await findByToken(db(), first, later))?.state).toBe("expired");
    expect(await again(lead, later)).toEqual({ ok: true });
    expect(await again(lead, later)).toEqual({ ok: false, reason: "just-sent" });
    await sweep(db(), later);
    const second = await link();
    expect(second).not.toBe(first);
    expect(await findByToken(db(), first, later)).toBeNull();
    expect((await findByToken(db(), second, later))?.state).toBe("open");
  });

  test("is taken back until it is answered; its link says so and no mail leaves after it", async () => {
    const { invite, invited, invitation, lead, lumen, festival, ids } = await world(db());
    const token = await invited();
    const { id } = await invitation();
    const back = async (viewer: typeof lead) => withdrawByMail(db(), viewer, await festival(), id, { now });
    expect(await back(lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await back(lead)).toEqual({ ok: true });
    expect(await back(lead)).toEqual({ ok: true });
    expect((await findByToken(db(), token, now))?.state).toBe("withdrawn");
    const closed = { ok: false, reason: "closed", state: "withdrawn" };
    expect(await foundAndHost(db(), token, founding, { ids, now })).toEqual(closed);
    expect(await declineByMail(db(), token, "", { now })).toEqual(closed);
    expect(await invite({ email: "other@zilt.example" })).toMatchObject({ ok: true });
    const rows = await db()
      .select()
      .from(hostInvitations)
      .where(eq(hostInvitations.email, "other@zilt.example"));
    await withdrawByMail(db(), lead, await festival(), rows[0]!.id, { now });
    await sweep(db());
    expect(await db().select().from(mails)).toHaveLength(1);
  });

  test("stands on the hosts' page: the address for the lead's eyes alone", async () => {
    const { invited, waterland, lumen, festival } = await world(db());
    await invited();
    const shown = async (viewer: typeof lumen.organiser) =>
      (await listByMailRows(db(), viewer, await festival(), now)).map(({ email, state, until }) => ({
        email,
        state,
        until,
      }));
    const row = { state: "open", until: "2026-12-23" };
    expect(await shown(waterland.organiser)).toEqual([{ ...row, email: "zoe@zilt.example" }]);
    expect(await shown(lumen.organiser)).toEqual([{ ...row, email: null }]);
  });
});

describe("following the link", () => {
  const db = testDatabase();

  test("founds the organisation, hosts with it, and lets its founder sign in at that address alone", async () => {
    const { invited, invitation, ids, festival } = await world(db());
    const token = await invited();
    expect(await mayJoin(db(), "zoe@zilt.example")).toBe(false);
    const done = await foundAndHost(db(), token, founding, { ids, now });
    expect(done).toEqual({
      ok: true,
      already: false,
      festivalSlug: "deell-spring",
      email: "zoe@zilt.example",
    });
    const [founded] = await db().select().from(organisations).where(eq(organisations.slug, "zilt"));
    expect(founded).toMatchObject({ name: "Zilt", colour: "#3f6f8f", language: "nl" });
    const [zoe] = await db().select().from(people).where(eq(people.email, "zoe@zilt.example"));
    expect(zoe).toMatchObject({
      name: "Zoë Zilver",
      organisationId: founded?.id,
      role: "admin",
      emailVerified: false,
    });
    expect(await mayJoin(db(), "zoe@zilt.example")).toBe(true);
    expect(acceptedHosts(await festival()).map((host) => host.slug)).toEqual(["waterland", "zilt"]);
    expect((await festival()).hosts[1]).toMatchObject({ message: zilt.message, decidedBy: "Zoë Zilver" });
    expect(await invitation()).toMatchObject({ answer: "accepted", organisationId: founded?.id });
    expect(
      (await listDecisions(db(), (await festival()).id)).map(({ kind, person, organisation, facts }) => [
        kind,
        person,
        organisation,
        facts,
      ]),
    ).toEqual([
      ["host-accepted", "Zoë Zilver", "Zilt", {}],
      ["host-invited", "organiser", "waterland", { organisation: "Zilt" }],
      ["created", "organiser", "waterland", {}],
    ]);
    await sweep(db());
    const told = await db().select().from(mails).where(eq(mails.kind, "host-answer"));
    expect(told.map((mail) => [mail.recipient, mail.subject])).toEqual([
      ["organiser@waterland.example", "Zilt hosts DEELL spring with you"],
    ]);
  });

  test("a second click does nothing more and says the same", async () => {
    const { invited, ids } = await world(db());
    const token = await invited();
    await foundAndHost(db(), token, founding, { ids, now });
    expect(await foundAndHost(db(), token, founding, { ids, now })).toMatchObject({
      ok: true,
      already: true,
    });
    expect(await db().$count(organisations)).toBe(3);
    expect((await findByToken(db(), token, now))?.state).toBe("accepted");
    expect(await declineByMail(db(), token, "", { now })).toEqual({
      ok: false,
      reason: "closed",
      state: "accepted",
    });
  });

  test.each(["Waterland", "WATERLAND"])("nobody founds a second %s", async (name) => {
    const { invited, ids } = await world(db());
    const token = await invited();
    const same = { ...founding, organisation: { ...founding.organisation, name } };
    expect(await foundAndHost(db(), token, same, { ids, now })).toEqual({ ok: false, reason: "name-taken" });
    expect((await findByToken(db(), token, now))?.state).toBe("open");
  });

  test("nobody founds with a mail domain that another organisation has taken meanwhile", async () => {
    const { invited, ids, lumen } = await world(db());
    const token = await invited();
    const taken = { domain: "zilt.example", organisationId: lumen.organisation.id, addedAt: now.toString() };
    await db().insert(organisationDomains).values(taken);
    expect(await foundAndHost(db(), token, founding, { ids, now })).toEqual({
      ok: false,
      reason: "elsewhere",
    });
    expect((await findByToken(db(), token, now))?.home?.slug).toBe("lumen");
    expect(await db().$count(people, eq(people.email, "zoe@zilt.example"))).toBe(0);
  });

  test("somebody here without an organisation founds with the address they have", async () => {
    const { invited, ids } = await world(db());
    const token = await invited();
    const zoe = await makePerson(db(), { email: "zoe@zilt.example", organisationId: null });
    await foundAndHost(db(), token, founding, { ids, now });
    const [row] = await db().select().from(people).where(eq(people.id, zoe.id));
    expect(row).toMatchObject({ role: "admin", name: "Zoë Zilver", emailVerified: true });
    expect(row?.organisationId).not.toBeNull();
  });

  test("an address whose name another organisation has gets one of its own", async () => {
    const { invited, ids } = await world(db());
    const token = await invited();
    await db().update(organisations).set({ slug: "zilt" }).where(eq(organisations.slug, "lumen"));
    await foundAndHost(db(), token, founding, { ids, now });
    const slugs = await db()
      .select({ slug: organisations.slug })
      .from(organisations)
      .orderBy(asc(organisations.slug));
    expect(slugs.map((row) => row.slug)).toEqual(["waterland", "zilt", "zilt-2"]);
  });

  test("an organiser whose own address was written answers for the organisation they are in", async () => {
    const { invited, ids, lumen, festival, invitation } = await world(db());
    const token = await invited();
    const { organisationId } = lumen.organiser;
    const person = await makePerson(db(), { email: "zoe@zilt.example", role: "organiser", organisationId });
    const zoe = { personId: person.id, organisationId, role: "organiser" as const, email: person.email };
    expect((await findByToken(db(), token, now))?.home?.slug).toBe("lumen");
    const forbidden = { ok: false, reason: "forbidden" };
    expect(await hostWithOwn(db(), token, { ...zoe, role: "member" }, { now })).toEqual(forbidden);
    const other = { ...lumen.organiser, email: "organiser@lumen.example" };
    expect(await hostWithOwn(db(), token, other, { now })).toEqual(forbidden);
    expect(await foundAndHost(db(), token, founding, { ids, now })).toEqual({
      ok: false,
      reason: "elsewhere",
    });
    expect(await hostWithOwn(db(), token, zoe, { now })).toMatchObject({ ok: true, already: false });
    expect(await hostWithOwn(db(), token, zoe, { now })).toMatchObject({ ok: true, already: true });
    expect(acceptedHosts(await festival()).map((host) => host.slug)).toEqual(["waterland", "lumen"]);
    expect(await invitation()).toMatchObject({ answer: "accepted", organisationId });
  });

  test("declining tells the lead why, is written down, and can be repeated", async () => {
    const { invited, festival, ids } = await world(db());
    const token = await invited();
    expect(await declineByMail(db(), token, "No time this year", { now })).toEqual({ ok: true });
    expect(await declineByMail(db(), token, "Other words", { now })).toEqual({ ok: true });
    expect((await findByToken(db(), token, now))?.state).toBe("declined");
    expect(await foundAndHost(db(), token, founding, { ids, now })).toMatchObject({
      ok: false,
      state: "declined",
    });
    await sweep(db());
    const told = await db().select().from(mails).where(eq(mails.kind, "host-answer"));
    expect(told.map((mail) => mail.subject)).toEqual(["Zilt does not host DEELL spring"]);
    expect(told[0]?.text).toContain("No time this year");
    expect((await listDecisions(db(), (await festival()).id))[0]).toMatchObject({
      kind: "host-declined",
      person: null,
      facts: { organisation: "Zilt" },
    });
  });

  test.each(["cancelled", "over"] as const)(
    "of a festival that is %s it says that it is too late",
    async (status) => {
      const { invited, ids } = await world(db());
      const token = await invited();
      await db().update(festivals).set({ status });
      expect((await findByToken(db(), token, now))?.state).toBe("festival-over");
      expect(await foundAndHost(db(), token, founding, { ids, now })).toMatchObject({
        state: "festival-over",
      });
    },
  );

  test("a link that never was is unknown", async () => {
    const { ids } = await world(db());
    expect(await findByToken(db(), "nonsense", now)).toBeNull();
    expect(await foundAndHost(db(), "nonsense", founding, { ids, now })).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await declineByMail(db(), "nonsense", "", { now })).toEqual({ ok: false, reason: "unknown" });
  });
});

describe.skipIf(!postgresUrl)("ten clicks at once", () => {
  const db = postgresDatabase();

  async function foundAtOnce(asked: Database) {
    const { invited, ids, festival } = await world(db());
    const token = await invited();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => foundAndHost(asked, token, founding, { ids, now })),
    );
    const made = outcomes.filter((one) => one.status === "fulfilled" && one.value.ok && !one.value.already);
    const failed = outcomes.filter((one) => one.status === "rejected");
    const founded = await db().$count(organisations, eq(organisations.name, "Zilt"));
    const decided = and(
      eq(festivalDecisions.festivalId, (await festival()).id),
      eq(festivalDecisions.kind, "host-accepted"),
    );
    return {
      made: made.length,
      failed: failed.length,
      founded,
      decided: await db().$count(festivalDecisions, decided),
    };
  }

  test("found one organisation and host once, and nobody sees an error", async () => {
    expect(await foundAtOnce(db())).toEqual({ made: 1, failed: 0, founded: 1, decided: 1 });
  });

  test("control: without the locks there are errors or more of them", async () => {
    const { failed, founded } = await foundAtOnce(withoutRowLocks(db()));
    expect(failed > 0 || founded > 1).toBe(true);
  });

  test("on the links of two festivals found one organisation, which can then answer the other", async () => {
    const { invited, link, lead, ids } = await world(db());
    const first = await invited();
    const autumn = { ...springFields, name: "DEELL autumn" };
    await createFestival(db(), lead, autumn, { ids, now });
    const second = await findFestival(db(), "deell-autumn");
    await inviteByMail(db(), lead, second!, zilt, { ids, now });
    await sweep(db());
    const tokens = [first, await link()];
    const outcomes = await Promise.all(
      tokens.map((token) => foundAndHost(db(), token, founding, { ids, now })),
    );
    expect(outcomes.map((one) => (one.ok ? "founded" : one.reason)).sort()).toEqual(["elsewhere", "founded"]);
    expect(await db().$count(organisations)).toBe(3);
    const homes = await Promise.all(tokens.map((token) => findByToken(db(), token, now)));
    expect(homes.map((one) => one?.home?.slug)).toEqual(["zilt", "zilt"]);
  });
});
