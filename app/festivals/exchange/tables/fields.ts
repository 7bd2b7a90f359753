/** What can be taken from a table. */
export const importKinds = ["sessions", "people", "rooms"] as const;
export type ImportKind = (typeof importKinds)[number];

export const sessionFields = [
  "key",
  "title",
  "kind",
  "date",
  "start",
  "end",
  "duration",
  "room",
  "place",
  "speakers",
  "host",
  "track",
  "language",
  "level",
  "capacity",
  "abstract",
  "equipment",
  "allDay",
  "cancelled",
] as const;
export type SessionField = (typeof sessionFields)[number];

export const peopleFields = ["email", "name", "role"] as const;
export type PeopleField = (typeof peopleFields)[number];

export const roomFields = [
  "building",
  "address",
  "name",
  "capacity",
  "accessibility",
  "equipment",
  "host",
] as const;
export type RoomField = (typeof roomFields)[number];

export type Field = SessionField | PeopleField | RoomField;

export const fieldsOf: Record<ImportKind, readonly Field[]> = {
  sessions: sessionFields,
  people: peopleFields,
  rooms: roomFields,
};

/** Without these there is nothing to take. */
export const neededField: Record<ImportKind, Field> = { sessions: "title", people: "email", rooms: "name" };

/** Fields that may stand in several columns, such as a first and a second speaker. */
export const manyColumns: readonly Field[] = ["speakers"];

const shared = {
  capacity:
    "capacity, seats, places, max, maximum, participants, people, capaciteit, plaatsen, plekken, zitplaatsen, stoelen, deelnemers, personen, aantal",
  equipment:
    "equipment, needs, requirements, material, materials, benodigdheden, materiaal, middelen, uitrusting, hulpmiddelen, techniek, apparatuur",
};

/** How people call these columns, in English and Dutch. */
export const synonyms: Record<ImportKind, Partial<Record<Field, string>>> = {
  sessions: {
    key: "id, key, code, guid, uid, nr, no, number, nummer, sleutel, kenmerk",
    title:
      "title, session, workshop, subject, titel, sessie, onderwerp, naam, name, programmaonderdeel, activity, activiteit",
    kind: "kind, type, format, soort, vorm, werkvorm",
    date: "date, day, datum, dag",
    start:
      "start, starts, begin, from, time, starttime, time slot, start time, tijd, starttijd, begintijd, aanvang, van, tijdstip, tijdslot",
    end: "end, ends, until, to, end time, einde, eind, eindtijd, tot",
    duration:
      "duration, length, minutes, duration in minutes, duur, lengte, minuten, duur in minuten, tijdsduur",
    room: "room, hall, zaal, ruimte, lokaal, kamer",
    place: "place, location, where, plek, plaats, locatie, waar",
    speakers:
      "speaker, speakers, presenter, presenters, by, host person, facilitator, trainer, leader, spreker, sprekers, door, begeleider, begeleiders, presentator, wie, workshopleider, co speaker",
    host: "host, organisation, organization, company, partner, gastheer, organisatie, bedrijf, organisator",
    track: "track, theme, stream, thema, spoor, lijn, programmalijn, categorie, category",
    language: "language, lang, taal, voertaal",
    level: "level, niveau, for whom, voor wie, doelgroep",
    capacity: shared.capacity,
    abstract:
      "abstract, description, summary, about, omschrijving, beschrijving, samenvatting, toelichting, inhoud, tekst, details",
    equipment: shared.equipment,
    allDay: "all day, whole day, hele dag, de hele dag",
    cancelled: "cancelled, canceled, called off, geannuleerd, vervallen, afgelast, gaat niet door",
  },
  people: {
    email: "email, mail, address, email address, emailadres, mailadres, adres",
    name: "name, full name, naam, volledige naam, medewerker, collega",
    role: "role, rights, rol, rechten, functie",
  },
  rooms: {
    building: "building, venue, house, location, gebouw, locatie, pand, vestiging",
    address: "address, street, adres, straat",
    name: "room, name, hall, zaal, ruimte, naam, kamer, lokaal",
    capacity: shared.capacity,
    accessibility:
      "accessibility, access, wheelchair, toegankelijkheid, toegankelijk, rolstoel, bereikbaarheid",
    equipment: shared.equipment,
    host: "host, organisation, organization, company, partner, gastheer, organisatie, bedrijf",
  },
};
