import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { fillDemo } from "#db/demo/demo.server.ts";
import {
  makeDraftSession,
  makeFestival,
  makeHost,
  makeMember,
  makeMessage,
  makeOrganisation,
  makePerson,
  makeProposal,
  makeSeries,
  makeSession,
  makeTurn,
} from "#db/demo/factories.ts";
import {
  draftSessions,
  festivals,
  logins,
  organisations,
  people,
  rosterMembers,
  series,
  turns,
} from "#db/schema/index.ts";
import { randomIds } from "~/platform/ids.ts";
import { settingOf } from "~/platform/settings.server.ts";
import { localOf, Temporal } from "~/platform/time.ts";
import type { Visitor } from "./visitors.ts";

/** The demo's people stand for most; the demo has no organiser of Kade or Waterland who is not an admin. */
const emails: Record<Exclude<Visitor, "anonymous">, string> = {
  member: "noor@lumen.example",
  host: "bram@lumen.example",
  otherHost: "otto@kade.example",
  lead: "lena@waterland.example",
  outsider: "olga@outside.example",
  admin: "grace@lumen.example",
};

export interface World {
  /** What `{name}` in a path stands for. */
  things: Record<string, string>;
  /** The Cookie header of each. */
  cookies: Record<Visitor, string>;
}

/** The demo alliance, an organisation outside it, and another one far away with a festival and a series of its own. */
export async function fillWorld(db: Database): Promise<World> {
  const now = Temporal.Now.instant();
  await fillDemo(db, { now });
  const outside = await makeOrganisation(db, { slug: "outside", name: "Outside" });
  const far = await makeOrganisation(db, { slug: "far", name: "Far away" });
  const rows = await db.select().from(organisations);
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)!.id;
  const organiser = { role: "organiser" as const };
  await makePerson(db, { ...organiser, email: emails.otherHost, organisationId: idOf("kade") });
  await makePerson(db, { ...organiser, email: emails.lead, organisationId: idOf("waterland") });
  await makePerson(db, { ...organiser, email: emails.outsider, organisationId: outside.id });
  const things = {
    ...(await findOwn(db, idOf("lumen"))),
    ...(await addPrivate(db, idOf)),
    ...(await addForeign(db, far.id)),
  };
  return { things, cookies: await signInEverybody(db, now) };
}

async function findOwn(db: Database, lumen: string): Promise<Record<string, string>> {
  const [spring] = await db.select().from(festivals).where(eq(festivals.slug, "deell-spring"));
  const drafts = await db.select().from(draftSessions).where(eq(draftSessions.festivalId, spring!.id));
  const draft = drafts.find((row) => row.organisationId === lumen);
  const [coffee] = await db.select().from(series).where(eq(series.slug, "coffee-machine"));
  const [member] = await db.select().from(people).where(eq(people.email, emails.member));
  const given = { festivalId: spring!.id, organisationId: lumen, proposedBy: member!.id };
  const proposal = await makeProposal(db, given);
  const message = await makeMessage(db, toPeopleOf(spring!.id, lumen));
  const door = await makeSession(db, { ...onNow(), festivalId: spring!.id, organisationId: lumen });
  const weeks = await db.select().from(turns).where(eq(turns.seriesId, coffee!.id));
  const [onRoster] = await db.select().from(rosterMembers).where(eq(rosterMembers.seriesId, coffee!.id));
  return {
    member: onRoster!.id,
    colleague: member!.id,
    session: draft!.id,
    draft: draft!.id,
    door: door.id,
    proposal: proposal.id,
    message: message.id,
    week: weeks[0]!.heldOn,
  };
}

const toPeopleOf = (festivalId: string, organisationId: string) => ({
  festivalId,
  audience: { kind: "host" as const, organisationId },
});

/** A festival of Waterland's with Lumen, Kade and Polder, which only they may see. */
async function addPrivate(db: Database, idOf: (slug: string) => string): Promise<Record<string, string>> {
  const festival = await makeFestival(db, {
    slug: "among-ourselves",
    visibility: "hosts",
    leadOrganisationId: idOf("waterland"),
  });
  for (const slug of ["lumen", "kade", "polder"]) {
    await makeHost(db, { festivalId: festival.id, organisationId: idOf(slug) });
  }
  const given = { festivalId: festival.id, organisationId: idOf("lumen") };
  const row = await makeSession(db, given);
  await makeDraftSession(db, { ...given, id: row.id });
  const door = await makeSession(db, { ...given, ...onNow() });
  const [member] = await db.select().from(people).where(eq(people.email, emails.member));
  const proposal = await makeProposal(db, { ...given, proposedBy: member!.id });
  const message = await makeMessage(db, toPeopleOf(festival.id, idOf("lumen")));
  return {
    privateSession: row.id,
    privateProposal: proposal.id,
    privateMessage: message.id,
    privateDoor: door.id,
  };
}

/** At its door names are to be seen now. */
const onNow = () => ({
  timeZone: "Europe/Amsterdam",
  startsLocal: localOf(Temporal.Now.instant(), "Europe/Amsterdam"),
});

async function addForeign(db: Database, organisationId: string): Promise<Record<string, string>> {
  const festival = await makeFestival(db, { slug: "far-festival", leadOrganisationId: organisationId });
  const given = { festivalId: festival.id, organisationId };
  const row = await makeSession(db, given);
  await makeDraftSession(db, { ...given, id: row.id });
  const farSeries = await makeSeries(db, { slug: "far-series", leadOrganisationId: organisationId });
  const turn = await makeTurn(db, { seriesId: farSeries.id });
  const proposer = await makePerson(db, { organisationId });
  const farMember = await makeMember(db, { seriesId: farSeries.id, personId: proposer.id });
  const proposal = await makeProposal(db, { ...given, proposedBy: proposer.id });
  const message = await makeMessage(db, toPeopleOf(festival.id, organisationId));
  return {
    farMessage: message.id,
    farMember: farMember.id,
    farColleague: proposer.id,
    farProposal: proposal.id,
    farSession: row.id,
    farDraft: row.id,
    farWeek: turn.heldOn,
  };
}

/** Login rows and the cookies that name them, so that nobody has to ask for a code. */
async function signInEverybody(db: Database, now: Temporal.Instant): Promise<Record<Visitor, string>> {
  const secret = await settingOf(db, "secret", () => randomIds.secret());
  const cookies: Record<string, string> = { anonymous: "" };
  for (const [visitor, email] of Object.entries(emails)) {
    const [person] = await db.select().from(people).where(eq(people.email, email));
    const token = randomIds.secret();
    const expiresAt = new Date(now.add({ hours: 24 }).epochMilliseconds);
    await db.insert(logins).values({ id: randomIds.uuid(), token, userId: person!.id, expiresAt });
    const signature = createHmac("sha256", secret).update(token).digest("base64");
    cookies[visitor] = `login=${encodeURIComponent(`${token}.${signature}`)}`;
  }
  return cookies as Record<Visitor, string>;
}
