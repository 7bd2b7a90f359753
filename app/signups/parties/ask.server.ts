import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { parties, partyAsks, partyMembers, people } from "#db/schema/index.ts";
import { maySeeFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Limit } from "~/platform/limits.server.ts";
import type { Instant } from "~/platform/time.ts";
import { changeParties, findOwnPartyId, listAsks, listMembers, lockParties } from "./locks.server.ts";
import { type AskRefusal, decideAsk } from "./party.ts";

/** So that nobody's wishes fill other people's mail. */
export const asksOfAPerson: Limit = { name: "party-asks", most: 12, window: { hours: 24 } };

export interface Asker {
  personId: string;
  email: string;
  organisationId: string | null;
}

export type AskAnswer =
  | { ok: true; email: string }
  | { ok: false; reason: AskRefusal | "unknown-name" | "several" };

interface Deps {
  now: Instant;
  ids: Ids;
}

/**
 * Asks a colleague to come to a festival together: by mail address or, of the asker's own organisation, by whole name.
 * The answer to an address is the same whether or not somebody has it. Asking twice changes nothing.
 */
export async function askAlong(
  db: Database,
  { festival, asker, who }: { festival: Festival; asker: Asker; who: string },
  deps: Deps,
): Promise<AskAnswer> {
  const wanted = await addressOf(db, asker, who);
  if (!wanted.ok) return wanted;
  const { email } = wanted;
  return changeParties(db, async (tx): Promise<AskAnswer> => {
    const partyId = await requireParty(tx, festival.id, asker.personId, deps);
    await lockParties(tx, [partyId]);
    const members = await listMembers(tx, partyId);
    const asked = (await listAsks(tx, partyId)).map((one) => one.email);
    const agreed = members.filter((member) => member.status === "agreed");
    const decision = decideAsk({ agreed, asked, own: asker.email, wanted: email });
    if (decision.do === "refuse") return { ok: false, reason: decision.reason };
    if (decision.do === "keep") return { ok: true, email };
    const askedAt = deps.now.toString();
    await tx.insert(partyAsks).values({ partyId, email, askedBy: asker.personId, askedAt });
    await tellWhomItConcerns(tx, { festival, partyId, email, askedBy: asker.personId }, deps);
    return { ok: true, email };
  });
}

/** Takes an address back that one asked, or lets go of one that will not answer. */
export async function takeBack(
  db: Database,
  { festivalId, personId, email }: { festivalId: string; personId: string; email: string },
): Promise<void> {
  await changeParties(db, async (tx) => {
    const partyId = await findOwnPartyId(tx, { festivalId, personId });
    if (!partyId) return;
    await lockParties(tx, [partyId]);
    const gone = await tx
      .delete(partyAsks)
      .where(and(eq(partyAsks.partyId, partyId), eq(partyAsks.email, email), eq(partyAsks.askedBy, personId)))
      .returning({ email: partyAsks.email });
    if (gone.length > 0) await forgetAsked(tx, partyId, [email]);
  });
}

/** Those who were asked by these addresses and have not answered know nothing of it any more. */
export async function forgetAsked(tx: Database, partyId: string, emails: string[]): Promise<void> {
  if (emails.length === 0) return;
  const asked = tx.select({ id: people.id }).from(people).where(inArray(people.email, emails));
  await tx
    .delete(partyMembers)
    .where(
      and(
        eq(partyMembers.partyId, partyId),
        eq(partyMembers.status, "asked"),
        inArray(partyMembers.personId, asked),
      ),
    );
}

type Wanted = { ok: true; email: string } | { ok: false; reason: "unknown-name" | "several" };

async function addressOf(db: Database, asker: Asker, who: string): Promise<Wanted> {
  const named = who.trim().toLowerCase();
  if (named.includes("@")) return { ok: true, email: named };
  if (!asker.organisationId) return { ok: false, reason: "unknown-name" };
  const found = await db
    .select({ email: people.email })
    .from(people)
    .where(
      and(
        eq(people.organisationId, asker.organisationId),
        ne(people.id, asker.personId),
        sql`lower(${people.name}) = ${named}`,
      ),
    )
    .limit(2);
  const [one, other] = found;
  if (!one) return { ok: false, reason: "unknown-name" };
  return other ? { ok: false, reason: "several" } : { ok: true, email: one.email };
}

/** The party of the one who asks, begun if they have none. */
async function requireParty(tx: Database, festivalId: string, personId: string, { now, ids }: Deps) {
  const own = await findOwnPartyId(tx, { festivalId, personId });
  if (own) return own;
  const id = ids.uuid();
  const at = now.toString();
  await tx.insert(parties).values({ id, festivalId, createdBy: personId, createdAt: at });
  const member = { partyId: id, personId, festivalId, askedBy: personId, askedAt: at, answeredAt: at };
  await tx.insert(partyMembers).values({ ...member, status: "agreed" });
  return id;
}

/** Where somebody has that address and may see the festival; whoever said no to these people is not asked again. */
async function tellWhomItConcerns(
  tx: Database,
  asked: { festival: Festival; partyId: string; email: string; askedBy: string },
  { now }: Deps,
): Promise<void> {
  const { festival, partyId, askedBy } = asked;
  const [person] = await tx.select().from(people).where(eq(people.email, asked.email));
  if (!person || !maySeeFestival(person, festival)) return;
  const row = { status: "asked" as const, askedBy, askedAt: now.toString(), answeredAt: null };
  const written = await tx
    .insert(partyMembers)
    .values({ partyId, personId: person.id, festivalId: festival.id, ...row })
    .onConflictDoUpdate({
      target: [partyMembers.partyId, partyMembers.personId],
      set: row,
      setWhere: inArray(partyMembers.status, ["asked", "left"]),
    })
    .returning({ personId: partyMembers.personId });
  if (written.length === 0) return;
  const payload = { personId: person.id };
  await recordEvent(tx, { kind: "party.asked", subject: partyId, payload, now });
}
