import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftSessions, people, tracks } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Ids } from "~/platform/ids.ts";
import type { TableRow } from "~/platform/tables/table.ts";
import type { Instant } from "~/platform/time.ts";
import { mayEditSession, mayLeadFestival } from "../../../access.ts";
import type { ChangeCapacity } from "../../../capacity.ts";
import { addDrafts, beginEdit, changeDraft } from "../../../draft-edits.server.ts";
import { listDrafts } from "../../../drafts.server.ts";
import { acceptedHosts, type Festival } from "../../../festival.ts";
import { roomLabels } from "../../../room-labels.ts";
import { ensureTracks } from "../../../schedule-import/tracks.server.ts";
import { listFestivalRooms } from "../../../venues.server.ts";
import { countLines, type Line } from "../line.ts";
import type { ImportOrder, Taken } from "../order.ts";
import { planSessions, type SessionsGround, type SessionsPlan } from "./plan-sessions.ts";
import { sessionShower } from "./show-session.ts";

export interface SessionsDeps {
  now: Instant;
  ids: Ids;
  changeCapacity: ChangeCapacity;
  text: Pick<Text, "t" | "format">;
}

type Organiser = Standing & { personId: string | null; organisationId: string };

/** What taking these rows into the draft would do; writes nothing. */
export async function previewSessions(
  db: Database,
  viewer: Organiser,
  festival: Festival,
  order: ImportOrder,
  { text }: Pick<SessionsDeps, "text">,
): Promise<Line[]> {
  const ground = await groundOf(db, viewer, festival, order, text);
  return planSessions(order.table.rows, order.columns, ground).lines;
}

/** Takes them, all or nothing: with a row that cannot be taken nothing is written unless it was said to leave it out. */
export async function takeSessions(
  db: Database,
  viewer: Organiser,
  festival: Festival,
  order: ImportOrder,
  deps: SessionsDeps,
): Promise<Taken> {
  return db.transaction(async (tx) => {
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now: deps.now });
    const ground = await groundOf(tx, viewer, festival, order, deps.text);
    const plan = planSessions(order.table.rows, order.columns, ground);
    const { left } = countLines(plan.lines);
    if (left > 0 && !order.leaveOut) return { ok: false, lines: plan.lines };
    const trackIds = await trackIdsFor(tx, festival.id, plan, deps.ids);
    const rows = plan.added.map(({ track, ...row }) => ({
      ...row,
      id: deps.ids.uuid(),
      proposalId: deps.ids.uuid(),
      trackId: track ? (track.id ?? trackIds.get(track.name) ?? null) : null,
    }));
    await addDrafts(tx, edit, rows);
    for (const { draft, patch } of plan.changed) {
      const { track, ...columns } = patch;
      const { capacity } = columns;
      if (draft.released && capacity !== undefined) {
        const seats = await deps.changeCapacity(tx, { sessionId: draft.id, capacity }, deps);
        if (!seats.ok && seats.reason === "below-taken")
          throw new Error(`seats of ${draft.id} taken meanwhile`);
      }
      const trackId =
        track === undefined ? {} : { trackId: track && (track.id ?? trackIds.get(track.name) ?? null) };
      await changeDraft(tx, edit, draft.id, { ...columns, ...trackId });
    }
    return { ok: true, lines: plan.lines };
  });
}

async function trackIdsFor(tx: Database, festivalId: string, plan: SessionsPlan, ids: Ids) {
  const wanted = [...plan.added, ...plan.changed.map(({ patch }) => patch)].flatMap(({ track }) =>
    track && track.id === null ? [track.name] : [],
  );
  const names = [...new Set(wanted)].map((name) => ({ name, colour: null }));
  return ensureTracks(tx, festivalId, names, { mayCreate: names.length > 0, ids });
}

async function groundOf(
  db: Database,
  viewer: Organiser,
  festival: Festival,
  { table, columns, dateOrder }: ImportOrder,
  text: SessionsDeps["text"],
): Promise<SessionsGround> {
  const hosts = acceptedHosts(festival);
  const drafts = await listDrafts(db, festival.id);
  const external = await db
    .select({ id: draftSessions.id, externalId: draftSessions.externalId })
    .from(draftSessions)
    .where(eq(draftSessions.festivalId, festival.id));
  const externalIds = new Map(external.map(({ id, externalId }) => [id, externalId]));
  const known = await db.select().from(tracks).where(eq(tracks.festivalId, festival.id));
  const { organisationId } = viewer;
  return {
    startsOn: festival.startsOn,
    endsOn: festival.endsOn,
    timeZone: festival.timeZone,
    language: festival.language,
    order: dateOrder,
    organisationId,
    hosts,
    rooms: await roomsByName(db, festival.id),
    tracks: new Map(known.map(({ id, name }) => [name.toLowerCase(), { id, name }])),
    mayMakeTracks: mayLeadFestival(viewer, festival),
    colleagues: await colleaguesIn(
      db,
      table.rows,
      columns,
      hosts.map(({ id }) => id),
    ),
    drafts: drafts.map((draft) => ({ ...draft, externalId: externalIds.get(draft.id) ?? null })),
    mayEdit: (draft) => mayEditSession(viewer, festival, draft),
    mayGiveTo: (host) => mayEditSession(viewer, festival, { organisationId: host }),
    show: sessionShower(text, hosts),
  };
}

async function roomsByName(db: Database, festivalId: string): Promise<SessionsGround["rooms"]> {
  const rooms = await listFestivalRooms(db, festivalId);
  const labels = roomLabels(rooms);
  const named = rooms.flatMap(({ id, name, venueName, capacity }) => {
    const label = labels.get(id) ?? name;
    const room = { id, name: label, capacity };
    return [name, `${name}, ${venueName}`, label].map((key) => [key.toLowerCase(), room] as const);
  });
  // Of two rooms with one name the first in the grid has it; the labels tell them apart.
  return new Map(named.reverse());
}

/** People of the hosts by the addresses that stand in the table; of nobody else is it said that they are here. */
async function colleaguesIn(
  db: Database,
  rows: TableRow[],
  columns: ImportOrder["columns"],
  hosts: string[],
): Promise<SessionsGround["colleagues"]> {
  const texts = rows.flatMap(({ cells }) => cells.filter((_, index) => columns[index] === "speakers"));
  const addresses = [
    ...new Set(texts.flatMap((text) => text.toLowerCase().match(/[^\s<>;,()]+@[^\s<>;,()]+/g) ?? [])),
  ];
  if (addresses.length === 0) return new Map();
  const found = await db
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(inArray(people.email, addresses), inArray(people.organisationId, hosts)));
  return new Map(found.map(({ email, ...speaker }) => [email, speaker]));
}
