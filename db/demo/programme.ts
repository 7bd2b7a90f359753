import type { ProgrammeSession } from "~/festivals/diff.ts";
import type { Ids } from "~/platform/ids.ts";
import { instantOf, localOf, Temporal } from "~/platform/time.ts";
import type { Alliance } from "./alliance.server.ts";
import { dayOne } from "./content/day-one.ts";
import { dayTwo } from "./content/day-two.ts";
import type { PersonKey } from "./content/organisations.ts";
import {
  type PlenaryContent,
  plenaryContent,
  type RoomKey,
  type Round,
  rounds,
  type TrackKey,
  type WorkshopContent,
} from "./content/programme.ts";
import { homeZone } from "./dates.ts";

export interface Place {
  id: string;
  name: string;
  capacity: number;
}

export interface Stage {
  alliance: Alliance;
  rooms: Record<RoomKey, Place>;
  tracks: Record<TrackKey, { id: string; name: string }>;
  firstDay: Temporal.PlainDate;
  ids: Ids;
}

/** The programme of the spring festival as its first release has it. */
export function springProgramme(stage: Stage): ProgrammeSession[] {
  const workshops = [...dayOne, ...dayTwo].flatMap((workshop) => {
    const proposalId = workshop.at.length > 1 ? stage.ids.uuid() : null;
    return workshop.at.map((spot) => workshopAt(stage, workshop, spot, proposalId));
  });
  return [...plenaryContent.map((one) => plenary(stage, one)), ...workshops].sort((a, b) =>
    startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0,
  );
}

const startOf = (session: ProgrammeSession) => instantOf(session.startsLocal, session.timeZone).toString();

function workshopAt(
  stage: Stage,
  workshop: WorkshopContent,
  spot: WorkshopContent["at"][number],
  proposalId: string | null,
): ProgrammeSession {
  const [day, round, room] = [Number(spot[0]), spot[1] as Round, stage.rooms[spot.slice(3) as RoomKey]];
  const track = stage.tracks[workshop.track];
  const timeZone = workshop.timeZone ?? homeZone;
  const local = localAt(stage, day, rounds[round]);
  const guests = workshop.guests ?? [];
  return {
    id: stage.ids.uuid(),
    organisationId: stage.alliance.people[workshop.by[0]!].organisationId,
    kind: "workshop",
    title: workshop.title,
    abstract: workshop.abstract,
    language: workshop.language,
    trackId: track.id,
    trackName: track.name,
    roomId: room.id,
    roomName: room.name,
    place: "",
    startsLocal: timeZone === homeZone ? local : localOf(instantOf(local, homeZone), timeZone),
    timeZone,
    durationMinutes: workshop.minutes,
    allDay: false,
    capacity: workshop.capacity ?? room.capacity,
    speakers: [...speakers(stage, workshop.by), ...guests.map((name) => ({ name, personId: null }))],
    proposalId,
    level: "all",
  };
}

function plenary(stage: Stage, content: PlenaryContent): ProgrammeSession {
  const room = content.room ? stage.rooms[content.room] : null;
  return {
    id: stage.ids.uuid(),
    organisationId: stage.alliance.organisations.waterland,
    kind: content.kind,
    title: content.title,
    abstract: content.abstract ?? "",
    language: "en",
    trackId: null,
    trackName: null,
    roomId: room?.id ?? null,
    roomName: room?.name ?? null,
    place: content.place ?? "",
    startsLocal: localAt(stage, content.day, content.time),
    timeZone: homeZone,
    durationMinutes: content.minutes,
    allDay: content.allDay ?? false,
    capacity: null,
    speakers: speakers(stage, content.by ?? []),
    proposalId: null,
    level: "all",
  };
}

function speakers({ alliance }: Stage, keys: PersonKey[]) {
  return keys.map((key) => ({ name: alliance.people[key].name, personId: alliance.people[key].id }));
}

function localAt({ firstDay }: Stage, day: number, time: string): string {
  const at = firstDay.add({ days: day - 1 }).toPlainDateTime(Temporal.PlainTime.from(time));
  return at.toString({ smallestUnit: "minute" });
}
