import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import { mayEditSession } from "../access.ts";
import { localAt } from "../conflicts/spans.ts";
import { findSurroundings } from "../conflicts/surroundings.server.ts";
import type { Draft } from "../draft.ts";
import { listDrafts } from "../drafts.server.ts";
import type { Festival } from "../festival.ts";
import { listFestivalRooms } from "../venues.server.ts";
import type { Cost, Unplaced } from "./instance.ts";
import { hasOwnPlace, instanceOf, isPlaceable, isPlaced, type Prepared, usualTimes } from "./prepare.ts";
import { runPlacing } from "./run.server.ts";
import type { PlacingWish, Proposed } from "./wish.ts";

/** What there is to place, and what the form begins with. */
export interface Placeable {
  waiting: { id: string; title: string }[];
  /** Sessions in a place of their own that lack a time. */
  ownPlace: { id: string; title: string }[];
  /** Sessions of other hosts that wait: theirs to place. */
  others: number;
  rooms: number;
  usual: { times: string; until: string };
}

export interface Proposal {
  revision: number;
  seed: number;
  placed: (Proposed & { title: string; roomName: string; moved: boolean })[];
  unplaced: (Unplaced & { title: string })[];
  cost: Cost;
}

export type Proposing = ({ ok: true } & Proposal) | { ok: false; reason: "busy" | "nothing" | "no-rooms" };

const timeLimitMs = 18_000;

export async function findPlaceable(db: Database, viewer: Standing, festival: Festival): Promise<Placeable> {
  const { drafts, roomIds, mayEdit } = await prepare(db, viewer, festival);
  const waiting = drafts.filter((draft) => isPlaceable(draft) && !isPlaced(draft) && !hasOwnPlace(draft));
  const named = (list: Draft[]) => list.map(({ id, title }) => ({ id, title }));
  return {
    waiting: named(waiting.filter(mayEdit)),
    ownPlace: named(drafts.filter((draft) => hasOwnPlace(draft) && mayEdit(draft))),
    others: waiting.filter((draft) => !mayEdit(draft)).length,
    rooms: roomIds.length,
    usual: usualTimes(drafts),
  };
}

/** Finds places and writes nothing: what is proposed is shown first. Everybody places what they may edit. */
export async function proposePlacing(
  db: Database,
  viewer: Standing,
  festival: Festival,
  wish: PlacingWish,
): Promise<Proposing> {
  const prepared = await prepare(db, viewer, festival);
  if (prepared.roomIds.length === 0) return { ok: false, reason: "no-rooms" };
  const instance = instanceOf(prepared, wish);
  if (instance.sessions.every(({ fixed }) => fixed)) return { ok: false, reason: "nothing" };
  const placing = await runPlacing({ instance, seed: wish.seed, timeLimitMs });
  if (placing === null) return { ok: false, reason: "busy" };
  const drafts = new Map(prepared.drafts.map((draft) => [draft.id, draft]));
  const titleOf = (id: string) => drafts.get(id)?.title ?? "";
  return {
    ok: true,
    revision: festival.draftRevision,
    seed: wish.seed,
    placed: placing.placed
      .flatMap(({ id, start, roomId }) => {
        const startsLocal = localAt(start);
        const before = drafts.get(id);
        if (roomId === null || (before?.startsLocal === startsLocal && before.roomId === roomId)) return [];
        const roomName = prepared.surroundings.rooms[roomId]?.name ?? "";
        const moved = before !== undefined && isPlaced(before);
        return [{ id, startsLocal, roomId, roomName, moved, title: titleOf(id) }];
      })
      .sort((a, b) => (a.startsLocal + a.roomName < b.startsLocal + b.roomName ? -1 : 1)),
    unplaced: placing.unplaced.map((one) => ({ ...one, title: titleOf(one.id) })),
    cost: placing.cost,
  };
}

async function prepare(db: Database, viewer: Standing, festival: Festival): Promise<Prepared> {
  const drafts = await listDrafts(db, festival.id);
  const rooms = await listFestivalRooms(db, festival.id);
  return {
    drafts,
    surroundings: await findSurroundings(db, festival),
    roomIds: rooms.map(({ id }) => id),
    mayEdit: (draft) => mayEditSession(viewer, festival, draft),
  };
}
