import { and, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { type DraftSpeaker, people } from "#db/schema/index.ts";
import { isSameSpeaker } from "./conflicts/speakers.ts";

export type Speakers = { ok: true; speakers: DraftSpeaker[] } | { ok: false; unknown: string; index: number };

/**
 * Speakers as an organiser types them: the e-mail address of a colleague links that person; a name that is already
 * linked stays linked; any other name is a guest's; an empty line is nobody. An address that nobody of these
 * organisations has is refused, because it would be shown, and nobody learns by it who works elsewhere.
 */
export async function resolveSpeakers(
  db: Database,
  entries: string[],
  linked: DraftSpeaker[],
  organisationIds: string[],
): Promise<Speakers> {
  const addresses = entries.filter(isAddress).map((entry) => entry.toLowerCase());
  const found = addresses.length
    ? await db
        .select({ id: people.id, name: people.name, email: people.email })
        .from(people)
        .where(and(inArray(people.email, addresses), inArray(people.organisationId, organisationIds)))
    : [];
  const byAddress = new Map(found.map(({ id, name, email }) => [email, { personId: id, name }]));
  const speakers: DraftSpeaker[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry === "") continue;
    const speaker = isAddress(entry)
      ? byAddress.get(entry.toLowerCase())
      : (linked.find((one) => one.name === entry) ?? { personId: null, name: entry });
    if (!speaker) return { ok: false, unknown: entry, index };
    if (!speakers.some((one) => isSameSpeaker(one, speaker))) speakers.push(speaker);
  }
  return { ok: true, speakers };
}

const isAddress = (entry: string) => entry.includes("@");
