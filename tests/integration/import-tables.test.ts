import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  makeDraftSession,
  makeHost,
  makeOrganisation,
  makePerson,
  makeRoom,
  makeSession,
  makeTrack,
  makeVenue,
} from "#db/demo/factories.ts";
import {
  draftEdits,
  draftSessions,
  events,
  festivalRooms,
  personInvitations,
  rooms,
  tracks,
  venues,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import type { ImportKind } from "~/festivals/exchange/tables/fields.ts";
import { answerImport, type ImportAnswer } from "~/festivals/exchange/tables/import-page.server.ts";
import { matchColumns } from "~/festivals/exchange/tables/match-columns.ts";
import type { TableForm } from "~/festivals/exchange/tables/table-form.server.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import type { DateOrder } from "~/platform/tables/when/dates.ts";
import { makeAlliance } from "./festivals.support.ts";

const db = testDatabase();
type World = Awaited<ReturnType<typeof makeAlliance>>;
let world: World;
let festival: Festival;

beforeEach(async () => {
  world = await makeAlliance(db());
  const { id } = await world.festival();
  await makeHost(db(), { festivalId: id, organisationId: world.lumen.organisation.id });
  festival = (await findFestivalById(db(), id))!;
});

interface Options {
  as?: World["waterland"]["organiser"];
  wish?: "look" | "take";
  leaveOut?: boolean;
  dateOrder?: DateOrder;
}

async function send(kind: ImportKind, csv: string, options: Options = {}): Promise<ImportAnswer> {
  const { as = world.waterland.organiser, wish = "take", leaveOut = false, dateOrder = null } = options;
  const read = await readTable(new TextEncoder().encode(csv));
  if (!read.ok) throw new Error(read.refusal);
  const { table } = read;
  const order = { kind, table, columns: matchColumns(kind, table), dateOrder, leaveOut };
  const form: TableForm = { kind, pasted: "", ok: true, wish, order };
  const { answer } = await answerImport(db(), as, festival, form, {
    ...world.deps,
    text: getText("en", "Europe/Amsterdam"),
  });
  return answer;
}

const drafts = () =>
  db().select().from(draftSessions).orderBy(asc(draftSessions.title), asc(draftSessions.startsLocal));
const reasons = (answer: ImportAnswer) =>
  answer.step === "preview"
    ? answer.problems.map(({ row, cells }) => [row, ...cells.map(({ cell, reason }) => `${cell} ${reason}`)])
    : answer.step;
const mine = () => ({ festivalId: festival.id, organisationId: world.waterland.organisation.id });

describe("sessions from a table", () => {
  test("are shown first, and go into the draft only when they are taken", async () => {
    const venue = await makeVenue(db(), { organisationId: world.waterland.organisation.id });
    const hall = await makeRoom(db(), {
      venueId: venue.id,
      name: "Hall",
      capacity: 25,
      festivalId: festival.id,
    });
    const colleague = await makePerson(db(), {
      name: "Noor",
      email: "noor@lumen.example",
      organisationId: world.lumen.organisation.id,
    });
    const csv = [
      "Titel;Datum;Tijd;Zaal;Sprekers;Organisatie;Spoor;Soort;Taal",
      "Luisteren;8 april;10:00 - 11:30;hall;noor@lumen.example, Sem;lumen;Ambacht;Workshop;Nederlands",
      "Lunch;8-4-2027;12.00 uur;;;;;pauze;",
    ].join("\n");
    const preview = await send("sessions", csv, { wish: "look" });
    expect(preview).toMatchObject({ step: "preview", counts: { new: 2, changed: 0, same: 0, left: 0 } });
    expect([await drafts(), await db().select().from(tracks)]).toEqual([[], []]);
    expect(await send("sessions", csv)).toMatchObject({ step: "done", counts: { new: 2 } });
    const [listening, lunch] = await drafts();
    const [track] = await db().select().from(tracks);
    expect(listening).toMatchObject({
      title: "Luisteren",
      startsLocal: "2027-04-08T10:00",
      durationMinutes: 90,
      roomId: hall.id,
      capacity: 25,
      organisationId: world.lumen.organisation.id,
      trackId: track?.id,
      language: "nl",
      speakers: [
        { personId: colleague.id, name: "Noor" },
        { personId: null, name: "Sem" },
      ],
    });
    expect(lunch).toMatchObject({
      kind: "break",
      startsLocal: "2027-04-08T12:00",
      capacity: null,
      speakers: [],
    });
    expect(new Set((await db().select().from(draftEdits)).map(({ revision }) => revision)).size).toBe(1);
  });

  test("taken twice leave the same rows", async () => {
    const csv = "Title,Date,Start,Speakers\nListening,2027-04-08,10:00,Noor; Sem\nWalking,,,\n";
    await send("sessions", csv);
    const before = await drafts();
    expect(await send("sessions", csv)).toMatchObject({
      step: "done",
      counts: { new: 0, changed: 0, same: 2 },
    });
    expect(await drafts()).toEqual(before);
  });

  test("update by id, by title and start, or by a title that is alone; twins are never mistaken", async () => {
    const twice = { ...mine(), title: "Twice" };
    await makeDraftSession(db(), { ...twice, startsLocal: "2027-04-08T10:00" });
    await makeDraftSession(db(), { ...twice, startsLocal: "2027-04-08T14:00" });
    await makeDraftSession(db(), { ...mine(), title: "Moved", startsLocal: "2027-04-08T10:00" });
    const named = await makeDraftSession(db(), { ...mine(), title: "Renamed", externalId: "W7" });
    const csv = [
      "Id,Title,Start,Seats",
      ",Twice,2027-04-08 14:00,30",
      ",Moved,2027-04-09 09:00,",
      "W7,New name,2027-01-11 10:00,",
      ",Twice,2027-04-08 16:00,",
    ].join("\n");
    expect(await send("sessions", csv)).toMatchObject({ counts: { new: 1, changed: 3 } });
    expect(
      (await drafts()).map(({ title, startsLocal, capacity }) => [title, startsLocal, capacity]),
    ).toEqual([
      ["Moved", "2027-04-09T09:00", null],
      ["New name", named.startsLocal, null],
      ["Twice", "2027-04-08T10:00", null],
      ["Twice", "2027-04-08T14:00", 30],
      ["Twice", "2027-04-08T16:00", null],
    ]);
  });

  test("what the table does not say stays as it is", async () => {
    const room = {
      place: "The quay",
      abstract: "Long",
      capacity: 9,
      speakers: [{ name: "Noor", personId: null }],
    };
    const draft = await makeDraftSession(db(), { ...mine(), title: "Kept", ...room });
    await send("sessions", `Title,Date\nKept,2027-04-09\n`);
    expect(await drafts()).toMatchObject([{ id: draft.id, ...room, startsLocal: "2027-04-09T10:00" }]);
  });

  test("are all or nothing: the last bad row holds back the others until it is left out", async () => {
    const csv = "Title,Date,Start\nOne,2027-04-08,10:00\nTwo,2027-04-08,soon\n,2027-04-08,10:00\n";
    const refused = await send("sessions", csv);
    expect(reasons(refused)).toEqual([
      [3, "C3 badTime"],
      [4, "A4 missing"],
    ]);
    expect(refused).toMatchObject({ step: "preview", error: "leaveOut" });
    expect(await drafts()).toEqual([]);
    expect(await send("sessions", csv, { leaveOut: true })).toMatchObject({
      step: "done",
      counts: { new: 1, left: 2 },
    });
    expect((await drafts()).map(({ title }) => title)).toEqual(["One"]);
  });

  test("are all or nothing when the database fails at the last", async () => {
    await makeTrack(db(), { festivalId: festival.id, name: "Craft" });
    const csv = "Title,Track\nOne,New\nTwo,Newer\n";
    const read = await readTable(new TextEncoder().encode(csv));
    if (!read.ok) throw new Error(read.refusal);
    let calls = 0;
    // Two tracks and, for each session, its id and its proposal's: the last one is no id.
    const ids = { ...world.ids, uuid: () => (++calls < 6 ? world.ids.uuid() : "none") };
    const columns = matchColumns("sessions", read.table);
    const order = { kind: "sessions" as const, table: read.table, columns, dateOrder: null, leaveOut: false };
    const form: TableForm = { kind: "sessions", pasted: "", ok: true, wish: "take", order };
    const deps = { ...world.deps, ids, text: getText("en") };
    await expect(answerImport(db(), world.waterland.organiser, festival, form, deps)).rejects.toThrow();
    expect([await drafts(), (await db().select().from(tracks)).map(({ name }) => name)]).toEqual([
      [],
      ["Craft"],
    ]);
  });

  test("with dates that can be read in two ways wait for an answer", async () => {
    const csv = "Title,Date,Start\nOne,8/4/2027,10:00\n";
    const asked = await send("sessions", csv, { wish: "look" });
    expect(asked).toMatchObject({ ambiguous: "8/4/2027", dateOrder: null });
    expect(reasons(asked)).toEqual([[2, "B2 ambiguousDate"]]);
    await send("sessions", csv, { dateOrder: "day-first" });
    expect(await drafts()).toMatchObject([{ startsLocal: "2027-04-08T10:00" }]);
  });

  test("say cell by cell what is wrong", async () => {
    const csv = [
      "Title,Kind,Host,Room,Language,Level,Seats,Speakers,Duration,All day",
      "A title,dance,nobody,Attic,klingon,hard,many,stranger@nowhere.example,long,maybe",
    ].join("\n");
    expect(reasons(await send("sessions", csv, { wish: "look" }))).toEqual([
      [
        2,
        "B2 unknownKind",
        "F2 unknownLevel",
        "E2 unknownLanguage",
        "G2 badNumber",
        "C2 unknownHost",
        "D2 unknownRoom",
        "H2 unknownSpeaker",
        "J2 unknownAnswer",
        "I2 badDuration",
      ],
    ]);
  });

  test("of a host that does not lead are its own, without new tracks", async () => {
    await makeDraftSession(db(), { ...mine(), title: "Theirs", startsLocal: null });
    const csv = "Title,Host,Track\nOurs,,\nFor them,waterland,\nTheirs,,\nNew track,,Craft\n";
    const as = world.lumen.organiser;
    expect(reasons(await send("sessions", csv, { as }))).toEqual([
      [3, "B3 notYourHost"],
      [4, "A4 otherHost"],
      [5, "C5 unknownTrack"],
    ]);
    await send("sessions", csv, { as, leaveOut: true });
    expect((await drafts()).map(({ title, organisationId }) => [title, organisationId])).toEqual([
      ["Ours", world.lumen.organisation.id],
      ["Theirs", world.waterland.organisation.id],
    ]);
  });

  test("that attendees know keep a time and seats for those who have one", async () => {
    const draft = await makeDraftSession(db(), {
      ...mine(),
      title: "Out",
      startsLocal: "2027-04-08T10:00",
      capacity: 10,
    });
    await makeSession(db(), { ...mine(), id: draft.id, title: "Out", capacity: 10, seatsTaken: 5 });
    const csv = "Title,Date,Start,Seats\nOut,,,3\n";
    expect(reasons(await send("sessions", csv))).toEqual([[2, "B2 timeNeeded", "D2 seatsTaken"]]);
    await send("sessions", "Title,Seats\nOut,6\n");
    expect(await drafts()).toMatchObject([{ capacity: 6 }]);
  });

  test("are nobody's to take who does not organise", async () => {
    const outsider = await makeOrganisation(db(), {});
    const as = { ...world.waterland.organiser, organisationId: outsider.id };
    for (const who of [world.waterland.member, as])
      expect(await send("sessions", "Title,Date\nOne,\n", { as: who })).toMatchObject({
        refusal: "notAdmin",
      });
    expect(await drafts()).toEqual([]);
  });

  test.each([
    ["Date,Start\n2027-04-08,10:00\n", { key: "noNeeded", field: "title" }],
    ["Title,Date\nOne,2027-04-08\n", null],
  ])("from %j say which column is missing: %j", async (csv, error) => {
    expect(await send("sessions", csv, { wish: "look" })).toMatchObject({ error });
  });
});

describe("colleagues from a table", () => {
  const admin = () => ({ ...world.waterland.organiser, role: "admin" as const });
  const invited = () =>
    db()
      .select({ email: personInvitations.email, role: personInvitations.role })
      .from(personInvitations)
      .orderBy(personInvitations.email);
  const csv =
    "Naam;E-mail;Rol\nAnna;Anna@free.example;organisator\nBram;bram@free.example;\nLid;member@waterland.example;\n";

  test("are invited when it is said so, once each, and nobody before", async () => {
    expect(await send("people", csv, { as: admin(), wish: "look" })).toMatchObject({
      counts: { new: 2, same: 1 },
    });
    expect([await invited(), await db().$count(events)]).toEqual([[], 0]);
    expect(await send("people", csv, { as: admin() })).toMatchObject({
      step: "done",
      counts: { new: 2, same: 1 },
    });
    expect(await invited()).toEqual([
      { email: "anna@free.example", role: "organiser" },
      { email: "bram@free.example", role: "member" },
    ]);
    expect(await send("people", csv, { as: admin() })).toMatchObject({ counts: { new: 0, same: 3 } });
    expect(await db().$count(events, eq(events.kind, "person.invited"))).toBe(2);
  });

  test("are all or nobody", async () => {
    const bad = `${csv}X;not an address;\nY;anna@free.example;\nZ;member@lumen.example;\nQ;q@free.example;king\n`;
    expect(reasons(await send("people", bad, { as: admin() }))).toEqual([
      [5, "B5 badEmail"],
      [6, "B6 duplicate"],
      [7, "B7 elsewhere"],
      [8, "C8 unknownRole"],
    ]);
    expect(await invited()).toEqual([]);
  });

  test("are for admins to invite", async () => {
    expect(await send("people", csv)).toMatchObject({ step: "upload", refusal: "notAdmin" });
    expect(await invited()).toEqual([]);
  });
});

describe("rooms from a table", () => {
  const csv =
    "Gebouw,Adres,Zaal,Plaatsen,Benodigdheden\nMolen,Dijk 1,Zolder,12,Beamer\nMolen,Dijk 1,Kelder,,\n";

  test("make buildings and rooms of one's own, used by the festival, and again change nothing", async () => {
    await makeVenue(db(), { organisationId: world.lumen.organisation.id, name: "Molen" });
    expect(await send("rooms", csv)).toMatchObject({ counts: { new: 2 } });
    const made = await db()
      .select()
      .from(venues)
      .where(eq(venues.organisationId, world.waterland.organisation.id));
    expect(made).toMatchObject([{ name: "Molen", address: "Dijk 1" }]);
    const before = await db().select().from(rooms).orderBy(rooms.name);
    expect(before).toMatchObject([
      { name: "Kelder", capacity: null },
      { name: "Zolder", capacity: 12, equipment: "Beamer" },
    ]);
    expect(await db().$count(festivalRooms)).toBe(2);
    expect(await send("rooms", csv)).toMatchObject({ counts: { new: 0, changed: 0, same: 2 } });
    await send("rooms", csv.replace(",12,", ",14,"));
    expect(await db().select().from(rooms).orderBy(rooms.name)).toMatchObject([
      {},
      { name: "Zolder", capacity: 14 },
    ]);
  });

  test("are all or nothing", async () => {
    expect(reasons(await send("rooms", `${csv}Molen,,Zolder,5,\nMolen,,,5,\nMolen,,Tuin,veel,\n`))).toEqual([
      [4, "C4 duplicate"],
      [5, "C5 missing"],
      [6, "D6 badNumber"],
    ]);
    expect(await db().$count(rooms)).toBe(0);
  });
});
