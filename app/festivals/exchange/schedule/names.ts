import { createHash } from "node:crypto";
import { slugOf } from "~/platform/text.ts";
import type { Speaker } from "~/sessions/session.ts";

/** What apps keep a festival by: the slug with `_` for `-`, at least four characters. */
export function acronymOf(slug: string): string {
  return slug.replaceAll("-", "_").padEnd(4, "_");
}

/** Unique and stable while the title is, as the c3voc tools want it: `deell_spring-12-listening-well`. */
export function entrySlug(acronym: string, { number, title, kind }: EntryName): string {
  const words = slugOf(title);
  return `${acronym}-${number}-${words.length > 1 ? words : kind}`;
}

interface EntryName {
  number: number;
  title: string;
  kind: string;
}

export interface Person {
  guid: string;
  id: number;
  name: string;
}

/** Same person, same guid: an account's own id, or for a name alone one made of the festival and the name. */
export function personGuid(festivalId: string, { personId, name }: Speaker): string {
  return personId ?? uuidOf(`${festivalId} ${name.normalize("NFC").toLowerCase()}`);
}

/** Version 8 of RFC 9562: a hash in the shape of a UUID. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}

/**
 * The number that apps know each person by: 31 bits of the guid, so that it is the same in every release.
 * Two that collide are told apart in the order of their guids.
 */
export function personIds(guids: Iterable<string>): Map<string, number> {
  const ids = new Map<string, number>();
  const taken = new Set<number>();
  for (const guid of [...new Set(guids)].sort()) {
    let id = createHash("sha256").update(guid).digest().readUInt32BE(0) >>> 1 || 1;
    while (taken.has(id)) id += 1;
    taken.add(id);
    ids.set(guid, id);
  }
  return ids;
}
