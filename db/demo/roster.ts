import type { RosterMember, Stretch } from "~/lectures/presence.ts";
import type { Ids } from "~/platform/ids.ts";
import type { IsoDate, Temporal } from "~/platform/time.ts";
import type { Alliance } from "./alliance.server.ts";
import { organisationContent } from "./content/organisations.ts";
import { rosterContent } from "./content/roster.ts";
import { speakersContent } from "./content/talks.ts";

/** A member of the roster who has no name yet. */
export interface Place extends RosterMember {
  absences: (Stretch & { note: string })[];
}

export interface CastMember {
  id: string;
  personId: string;
  name: string;
  topics: string[];
}

export function rosterPlaces(startsOn: IsoDate, today: Temporal.PlainDate, ids: Ids): Place[] {
  const weeksAgo = (weeks: number) => today.subtract({ weeks }).toString();
  return rosterContent.map(({ group, joined, left, away }) => ({
    id: ids.uuid(),
    organisationId: String(group),
    joinedOn: joined === undefined ? startsOn : weeksAgo(joined),
    leftOn: left === undefined ? null : weeksAgo(left),
    paused: false,
    absences: (away ?? []).map(({ from, weeks, note }) => ({
      startsOn: weeksAgo(from),
      endsOn: today.add({ days: (weeks - from) * 7 - 1 }).toString(),
      note,
    })),
  }));
}

/**
 * Who has which place, so that the one that is asked today is Chloé's. The ledger tells members and organisations
 * apart and knows no names, so casting after the year was lived changes nothing in it.
 */
export function castRoster(places: Place[], asked: string | null, { people }: Alliance): CastMember[] {
  const organisations = organisationContent.map(({ slug }) => slug);
  const groups = rosterContent.map(({ group }) => group);
  const at = places.findIndex((place) => place.id === asked);
  const inGroup = (place: number) => groups.slice(0, place).filter((group) => group === groups[place]).length;
  const { kade } = speakersContent;
  const chloe = kade.find((speaker) => speaker.person === "chloe")!;
  const speakers = { ...speakersContent, kade: exchange(kade, inGroup(at), chloe) };
  const order = exchange(organisations, groups[at]!, "kade");
  return places.map(({ id }, place) => {
    const { person, topics } = speakers[order[groups[place]!]!][inGroup(place)]!;
    return { id, personId: people[person].id, name: people[person].name, topics };
  });
}

/** The list with `item` at `index`, and what was there where the item was. */
function exchange<Item>(list: readonly Item[], index: number, item: Item): Item[] {
  const there = list[index]!;
  return list.map((one) => (one === item ? there : one === there ? item : one));
}
