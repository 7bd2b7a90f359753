import { and, asc, eq, inArray } from "drizzle-orm";
import { people } from "#db/schema/index.ts";
import { localOf } from "~/platform/time.ts";
import { placeOf, type Session } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { listDrafts } from "../../drafts.server.ts";
import { roomLabels } from "../../room-labels.ts";
import { listFestivalRooms, listVenues } from "../../venues.server.ts";
import type { Exporting } from "./exporting.ts";
import { sessionSheet } from "./session-sheet.ts";
import type { Sheet } from "./sheet.ts";

export async function draftSheet({ db, festival, t }: Exporting): Promise<Sheet> {
  const labels = roomLabels(await listFestivalRooms(db, festival.id));
  return sessionSheet(await listDrafts(db, festival.id), labels, t);
}

/** What attendees know, with the seats that are taken. */
export async function programmeSheet({ db, festival, publicUrl, t }: Exporting): Promise<Sheet> {
  const rows = await listSessions(db, { festivalId: festival.id });
  const local = (session: Session) => localOf(session.startsAt, festival.timeZone);
  const names = [
    "title",
    "kind",
    "date",
    "start",
    "end",
    "place",
    "speakers",
    "host",
    "track",
    "language",
    "capacity",
  ] as const;
  return {
    header: [
      t("exchange.columns.number"),
      ...names.map((name) => t(`exchange.field.${name}`)),
      t("exchange.columns.seatsTaken"),
      t("exchange.field.cancelled"),
      t("exchange.columns.link"),
    ],
    rows: rows.map((session) => [
      session.number,
      session.title,
      t(`festivals.kinds.${session.kind}`),
      { date: local(session).slice(0, 10) },
      session.allDay ? null : { time: local(session).slice(11, 16) },
      session.allDay ? null : { time: localOf(session.endsAt, festival.timeZone).slice(11, 16) },
      placeOf(session),
      session.speakers.map(({ name }) => name).join("; "),
      session.organisation.name,
      session.track?.name ?? null,
      session.language,
      session.capacity,
      session.seatsTaken,
      t(session.status === "cancelled" ? "exchange.yes" : "exchange.no"),
      `${publicUrl}/festivals/${festival.slug}/sessions/${session.id}`,
    ]),
  };
}

/** In the order of the import, and by its names. */
export async function roomSheet({ db, festival, t }: Exporting): Promise<Sheet> {
  const venues = await listVenues(db, festival);
  const names = ["building", "address", "name", "capacity", "accessibility", "equipment", "host"] as const;
  const hosts = new Map(festival.hosts.map(({ organisation }) => [organisation.id, organisation.name]));
  return {
    header: names.map((name) => t(`exchange.field.${name}`)),
    rows: venues.flatMap((venue) =>
      venue.rooms.map((room) => [
        ...[venue.name, venue.address, room.name, room.capacity, room.accessibility, room.equipment],
        hosts.get(venue.organisationId) ?? "",
      ]),
    ),
  };
}

/** Who speaks; an address only of people of one's own organisation. */
export async function speakerSheet({ db, festival, viewer, t }: Exporting): Promise<Sheet> {
  const drafts = (await listDrafts(db, festival.id)).filter(({ cancelled }) => !cancelled);
  const given = new Map<
    string,
    { name: string; personId: string | null; hosts: Set<string>; titles: string[] }
  >();
  for (const { speakers, title, organisation } of drafts)
    for (const { name, personId } of speakers) {
      const key = personId ?? name.trim().toLowerCase();
      const one = given.get(key) ?? { name, personId, hosts: new Set(), titles: [] };
      one.hosts.add(organisation.name);
      one.titles.push(title);
      given.set(key, one);
    }
  const ids = [...given.values()].flatMap(({ personId }) => personId ?? []);
  const own = await db
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(inArray(people.id, ids), eq(people.organisationId, viewer.organisationId)))
    .orderBy(asc(people.id));
  const emails = new Map(own.map(({ id, email }) => [id, email]));
  return {
    header: [
      t("exchange.field.name"),
      t("exchange.field.email"),
      t("exchange.field.host"),
      t("exchange.columns.count"),
      t("exchange.columns.sessions"),
    ],
    rows: [...given.values()]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ name, personId, hosts, titles }) => [
        name,
        emails.get(personId ?? "") ?? null,
        [...hosts].join("; "),
        titles.length,
        titles.join("; "),
      ]),
  };
}
