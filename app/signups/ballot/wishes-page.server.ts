import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import { placeOf, type Session, sessionPath } from "~/sessions/session.ts";
import { type Ballot, type BallotState, ballotState } from "./ballot.ts";
import { findBallot } from "./ballots.server.ts";
import type { OfferedSession } from "./offered.server.ts";
import { findWishes } from "./wishes.server.ts";
import type { WishList, WishSession } from "./wishes.ts";

/** One workshop as the page of wishes shows it. */
export interface WishItem {
  id: string;
  title: string;
  language: string;
  speakers: string[];
  host: { name: string; slug: string; colour: string; hasLogo: boolean };
  place: string;
  path: string;
  minutes: number;
  taken: WishSession["taken"];
}

export interface WishSlot {
  /** When it begins. */
  key: IsoInstant;
  span: { startsAt: IsoInstant; endsAt: IsoInstant; timeZone: string; allDay: boolean };
  minutes: number;
  items: WishItem[];
}

export interface WishesPage {
  state: BallotState;
  /** Seats go by wishes here at all. */
  byWishes: boolean;
  ballot: Pick<Ballot, "opensAt" | "closesAt" | "seed" | "mode"> | null;
  slots: WishSlot[];
  list: WishList;
  version: string;
  /** What counts no longer: titles where they are still known. */
  dropped: string[];
  /** Time slots in which the numbers moved because the programme did. */
  shifted: WishSlot["span"][];
}

export async function findWishesPage(
  db: Database,
  personId: string,
  festival: Festival,
  { now }: { now: Instant },
): Promise<WishesPage> {
  const ballot = await findBallot(db, festival.id);
  const mine = await findWishes(db, { festivalId: festival.id, personId }, { now });
  const slots = slotsOf(mine.offered);
  const state = ballotState(ballot, festival, now);
  return {
    state,
    byWishes: festival.signupMode === "ballot" || state === "allocated",
    ballot: ballot && shown(ballot),
    slots,
    list: mine.list,
    version: mine.version,
    dropped: mine.droppedTitles,
    shifted: slots.filter(({ key }) => mine.shifted.includes(key)).map(({ span }) => span),
  };
}

const shown = ({ opensAt, closesAt, seed, mode }: Ballot) => ({ opensAt, closesAt, seed, mode });

export function slotsOf(offered: OfferedSession[]): WishSlot[] {
  const bySlot = new Map<IsoInstant, Session[]>();
  const taken = new Map(offered.map((one) => [one.id, one.taken]));
  for (const { slot, session } of offered) bySlot.set(slot, [...(bySlot.get(slot) ?? []), session]);
  return [...bySlot].map(([key, sessions]) => {
    const longest = sessions.reduce((a, b) => (a.durationMinutes >= b.durationMinutes ? a : b));
    const { startsAt, endsAt, timeZone } = longest;
    const items = sessions.map((session) => itemOf(session, taken.get(session.id) ?? null));
    return {
      key,
      span: { startsAt, endsAt, timeZone, allDay: false },
      minutes: longest.durationMinutes,
      items,
    };
  });
}

function itemOf(session: Session, taken: WishSession["taken"]): WishItem {
  const { id, title, language, speakers, organisation, durationMinutes } = session;
  return {
    ...{ id, title, language, taken },
    speakers: speakers.map(({ name }) => name),
    host: { name: organisation.name, slug: organisation.slug, colour: organisation.colour, hasLogo: false },
    place: placeOf(session),
    path: sessionPath(session),
    minutes: durationMinutes,
  };
}
