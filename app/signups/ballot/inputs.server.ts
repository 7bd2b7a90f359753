import { and, asc, eq, exists, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  commitments,
  festivals,
  organisations,
  partyMembers,
  people,
  ratherFree,
  seatGuarantees,
  sessions,
  signups,
  wishes,
} from "#db/schema/index.ts";
import type { Festival } from "~/festivals/festival.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import type { BallotInputs, BallotSession } from "../allocation/allocation.ts";
import { fingerprint } from "./canonical.ts";
import { inputsOf, type Wisher } from "./inputs.ts";
import { wishedKinds } from "./offered.server.ts";
import { pseudonymOf } from "./pseudonym.server.ts";
import type { WishList } from "./wishes.ts";

/** Whose number it is: what never leaves the server. */
export interface Known {
  personId: string;
  organisation: string | null;
}

export interface ReadInputs {
  inputs: BallotInputs;
  hash: string;
  known: Map<string, Known>;
}

type Where = { festival: Pick<Festival, "id">; key: string; now: Instant };

/** All that an allocation of this festival stands on now, in a constant number of queries. */
export async function readInputs(db: Database, { festival, key, now }: Where): Promise<ReadInputs> {
  const open = await readSessions(db, festival, now);
  const wishers = await readWishers(db, festival.id, open, key);
  const inputs = inputsOf(open, wishers);
  const known = new Map(
    wishers.map(({ pseudonym, personId, organisation }) => [pseudonym, { personId, organisation }]),
  );
  if (known.size !== wishers.length) throw new Error("two people of a ballot have the same number");
  return { inputs, hash: fingerprint(inputs), known };
}

const seated = ["confirmed", "offered", "attended"] as const;
const ms = (iso: string) => Date.parse(iso);

/** What is still to be given: seats that somebody has already count for nobody else. */
async function readSessions(db: Database, festival: Where["festival"], now: Instant) {
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.festivalId, festival.id),
        inArray(sessions.kind, [...wishedKinds]),
        inArray(sessions.status, ["tentative", "confirmed"]),
        eq(sessions.allDay, false),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  const open = rows.filter(({ startsAt }) => isBefore(now, startsAt));
  const ids = open.map(({ id }) => id);
  const kept = await readGuarantees(db, festival, ids, now);
  return open.map((row): BallotSession & { title: string } => ({
    id: row.id,
    title: row.title,
    slot: row.startsAt,
    startsAt: ms(row.startsAt),
    endsAt: ms(row.endsAt),
    capacity: row.capacity === null ? null : row.capacity - row.seatsTaken,
    workshop: row.proposalId,
    guarantees: kept.get(row.id) ?? {},
  }));
}

async function readGuarantees(db: Database, festival: Where["festival"], ids: string[], now: Instant) {
  const kept = new Map<string, Record<string, number>>();
  const [ends] = await db
    .select({ at: festivals.guaranteesEndAt })
    .from(festivals)
    .where(eq(festivals.id, festival.id));
  if (ids.length === 0 || (ends?.at && !isBefore(now, ends.at))) return kept;
  const taken = db
    .select({ seats: sql`count(*)` })
    .from(signups)
    .where(
      and(
        eq(signups.sessionId, seatGuarantees.sessionId),
        eq(signups.organisationId, seatGuarantees.organisationId),
        inArray(signups.status, [...seated]),
      ),
    );
  const rows = await db
    .select({
      sessionId: seatGuarantees.sessionId,
      organisation: organisations.slug,
      left: sql<number>`(${seatGuarantees.seats} - (${taken}))::int`,
    })
    .from(seatGuarantees)
    .innerJoin(organisations, eq(organisations.id, seatGuarantees.organisationId))
    .where(inArray(seatGuarantees.sessionId, ids))
    .orderBy(asc(seatGuarantees.sessionId), asc(organisations.slug));
  for (const { sessionId, organisation, left } of rows)
    if (left > 0) kept.set(sessionId, { ...kept.get(sessionId), [organisation]: left });
  return kept;
}

async function readWishers(db: Database, festivalId: string, open: BallotSession[], key: string) {
  const wishedFor = exists(
    db
      .select({ one: sql`1` })
      .from(wishes)
      .where(and(eq(wishes.personId, people.id), eq(wishes.festivalId, festivalId), isNotNull(wishes.rank))),
  );
  const who = await db
    .select({ personId: people.id, organisation: organisations.slug })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(wishedFor);
  const ids = who.map(({ personId }) => personId);
  const lists = await readLists(db, festivalId);
  const { busy, seatedIn } = await readDiaries(db, ids, open);
  const parties = new Map(
    (
      await db
        .select({ personId: partyMembers.personId, partyId: partyMembers.partyId })
        .from(partyMembers)
        .where(and(eq(partyMembers.festivalId, festivalId), eq(partyMembers.status, "agreed")))
    ).map(({ personId, partyId }) => [personId, partyId]),
  );
  return who.map(({ personId, organisation }): Wisher & { personId: string } => ({
    ...{ personId, organisation },
    pseudonym: pseudonymOf(key, personId),
    partyId: parties.get(personId) ?? null,
    list: lists.get(personId) ?? { ranks: {}, vetoes: [], free: [] },
    busy: busy.get(personId) ?? [],
    seatedIn: seatedIn.get(personId) ?? [],
  }));
}

async function readLists(db: Database, festivalId: string): Promise<Map<string, WishList>> {
  const lists = new Map<string, WishList>();
  const listOf = (personId: string) => {
    const list = lists.get(personId) ?? { ranks: {}, vetoes: [], free: [] };
    lists.set(personId, list);
    return list;
  };
  const said = await db
    .select({ personId: wishes.personId, sessionId: wishes.sessionId, rank: wishes.rank })
    .from(wishes)
    .where(eq(wishes.festivalId, festivalId));
  for (const { personId, sessionId, rank } of said) {
    if (rank === null) listOf(personId).vetoes.push(sessionId);
    else listOf(personId).ranks[sessionId] = rank;
  }
  const free = await db
    .select({ personId: ratherFree.personId, slot: ratherFree.slot })
    .from(ratherFree)
    .where(eq(ratherFree.festivalId, festivalId));
  for (const { personId, slot } of free) listOf(personId).free.push(slot);
  return lists;
}

/** When people are busy while these sessions run, and the workshops they have a seat in. */
async function readDiaries(db: Database, ids: string[], open: BallotSession[]) {
  const busy = new Map<string, { from: number; until: number }[]>();
  const seatedIn = new Map<string, string[]>();
  if (ids.length === 0 || open.length === 0) return { busy, seatedIn };
  const from = new Date(Math.min(...open.map(({ startsAt }) => startsAt))).toISOString();
  const until = new Date(Math.max(...open.map(({ endsAt }) => endsAt))).toISOString();
  const rows = await db
    .select({ personId: commitments.personId, startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(commitments)
    .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
    .where(
      and(
        inArray(commitments.personId, ids),
        sql`${commitments.during} && tstzrange(${from}::timestamptz, ${until}::timestamptz, '[)')`,
      ),
    );
  for (const { personId, startsAt, endsAt } of rows)
    busy.set(personId, [...(busy.get(personId) ?? []), { from: ms(startsAt), until: ms(endsAt) }]);
  const workshops = [...new Set(open.flatMap(({ workshop }) => workshop ?? []))];
  if (workshops.length > 0) {
    const seats = await db
      .select({ personId: signups.personId, workshop: signups.proposalId })
      .from(signups)
      .where(and(inArray(signups.proposalId, workshops), inArray(signups.status, [...seated])));
    for (const { personId, workshop } of seats)
      if (workshop) seatedIn.set(personId, [...(seatedIn.get(personId) ?? []), workshop]);
  }
  return { busy, seatedIn };
}
