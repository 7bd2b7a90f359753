import { and, asc, eq, exists, inArray, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { festivals, parties, partyMembers, people, signups } from "#db/schema/index.ts";
import { findLink } from "~/platform/mailed-links.server.ts";
import { dateIn, type Instant } from "~/platform/time.ts";
import type { Asker } from "./ask.server.ts";
import { findOwnPartyId, listAsks, listMembers } from "./locks.server.ts";
import { mostTogether } from "./party.ts";

export const partyPurpose = "party";

/** Those with whom somebody comes, and whom they have asked. */
export interface OwnParty {
  /** The others who agreed. */
  others: string[];
  /** Asked by the one who looks, and no answer so far: a name of their own organisation, else the address. */
  asked: { email: string; name: string }[];
  /** Asked by others of the party. */
  askedByOthers: number;
  /** How many more may be asked. */
  spots: number;
}

/** What somebody reads about their own party of a festival. */
export async function findOwnParty(db: Database, festivalId: string, viewer: Asker): Promise<OwnParty> {
  const partyId = await findOwnPartyId(db, { festivalId, personId: viewer.personId });
  if (!partyId) return { others: [], asked: [], askedByOthers: 0, spots: mostTogether - 1 };
  const agreed = (await listMembers(db, partyId)).filter((member) => member.status === "agreed");
  const asks = await listAsks(db, partyId);
  const own = asks.filter((ask) => ask.askedBy === viewer.personId);
  const names = await namesAmongColleagues(
    db,
    viewer,
    own.map((ask) => ask.email),
  );
  return {
    others: agreed.filter((member) => member.personId !== viewer.personId).map((member) => member.name),
    asked: own.map(({ email }) => ({ email, name: names.get(email) ?? email })),
    askedByOthers: asks.length - own.length,
    spots: Math.max(0, mostTogether - agreed.length - asks.length),
  };
}

async function namesAmongColleagues(db: Database, { organisationId }: Asker, emails: string[]) {
  if (!organisationId || emails.length === 0) return new Map<string, string>();
  const rows = await db
    .select({ email: people.email, name: people.name })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), inArray(people.email, emails)));
  return new Map(rows.map((row) => [row.email, row.name]));
}

/** The names of one's own organisation, to pick from while typing. */
export async function listColleagues(db: Database, { personId, organisationId }: Asker): Promise<string[]> {
  if (!organisationId) return [];
  const rows = await db
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), ne(people.id, personId)))
    .orderBy(asc(people.name));
  return [...new Set(rows.map((row) => row.name))];
}

/** A question somebody has not answered yet. */
export interface PartyQuestion {
  partyId: string;
  by: string;
  festival: { slug: string; name: string };
}

/** Open questions of festivals to come, of one festival where that is given. */
export async function listQuestions(
  db: Database,
  { personId, festivalId }: { personId: string; festivalId?: string },
  now: Instant,
): Promise<PartyQuestion[]> {
  const asker = alias(people, "asker");
  const agreed = alias(partyMembers, "agreed");
  const standing = db
    .select()
    .from(agreed)
    .where(and(eq(agreed.partyId, partyMembers.partyId), eq(agreed.status, "agreed")));
  const rows = await db
    .select({
      partyId: partyMembers.partyId,
      by: asker.name,
      festival: {
        slug: festivals.slug,
        name: festivals.name,
        endsOn: festivals.endsOn,
        timeZone: festivals.timeZone,
      },
    })
    .from(partyMembers)
    .innerJoin(festivals, eq(festivals.id, partyMembers.festivalId))
    .innerJoin(asker, eq(asker.id, partyMembers.askedBy))
    .where(
      and(
        eq(partyMembers.personId, personId),
        eq(partyMembers.status, "asked"),
        festivalId ? eq(partyMembers.festivalId, festivalId) : undefined,
        inArray(festivals.status, ["calling", "released"]),
        exists(standing),
      ),
    )
    .orderBy(asc(partyMembers.askedAt));
  return rows
    .filter(({ festival }) => festival.endsOn >= dateIn(now, festival.timeZone))
    .map(({ festival: { slug, name }, ...question }) => ({ ...question, festival: { slug, name } }));
}

/** What the link of a mail asks, of whom, and how it stands; null for a secret that was never one. */
export async function findPartyByLink(db: Database, token: string) {
  const link = await findLink(db, partyPurpose, token);
  if (!link) return null;
  const [party] = await db.select().from(parties).where(eq(parties.id, link.subject));
  if (!party) return null;
  const members = await listMembers(db, party.id);
  const own = members.find((member) => member.personId === link.personId);
  if (!own) return null;
  return {
    partyId: party.id,
    personId: link.personId,
    festivalId: party.festivalId,
    status: own.status,
    by: members.find((member) => member.personId === own.askedBy)?.name ?? "",
    others: members
      .filter((member) => member.status === "agreed" && member.personId !== link.personId)
      .map((member) => member.name),
  };
}

/** Those who agreed to come together, at least two of them: inputs of a ballot. */
export async function listParties(
  db: Database,
  festivalId: string,
): Promise<{ partyId: string; personIds: string[] }[]> {
  const rows = await db
    .select({ partyId: partyMembers.partyId, personId: partyMembers.personId })
    .from(partyMembers)
    .where(and(eq(partyMembers.festivalId, festivalId), eq(partyMembers.status, "agreed")))
    .orderBy(asc(partyMembers.partyId), asc(partyMembers.personId));
  const byParty = new Map<string, string[]>();
  for (const { partyId, personId } of rows) byParty.set(partyId, [...(byParty.get(partyId) ?? []), personId]);
  return [...byParty]
    .filter(([, personIds]) => personIds.length > 1)
    .map(([partyId, personIds]) => ({ partyId, personIds }));
}

/** Who somebody comes with, as a session's page says it. */
export interface Company {
  /** The others of their party. */
  others: string[];
  /** Those of them who wait for this session together with them. */
  waitingWith: string[];
}

export async function findCompany(
  db: Database,
  { festivalId, sessionId, personId }: { festivalId: string; sessionId: string; personId: string },
): Promise<Company> {
  const partyId = await findOwnPartyId(db, { festivalId, personId });
  if (!partyId) return { others: [], waitingWith: [] };
  const rows = await db
    .select({ name: people.name, personId: people.id, signup: signups.status, signupParty: signups.partyId })
    .from(partyMembers)
    .innerJoin(people, eq(people.id, partyMembers.personId))
    .leftJoin(signups, and(eq(signups.personId, people.id), eq(signups.sessionId, sessionId)))
    .where(and(eq(partyMembers.partyId, partyId), eq(partyMembers.status, "agreed")))
    .orderBy(asc(partyMembers.askedAt), asc(people.id));
  const waits = (row: (typeof rows)[number]) => row.signup === "waiting" && row.signupParty === partyId;
  const others = rows.filter((row) => row.personId !== personId);
  const isWaiting = rows.some((row) => row.personId === personId && waits(row));
  return {
    others: others.map((row) => row.name),
    waitingWith: isWaiting ? others.filter(waits).map((row) => row.name) : [],
  };
}
