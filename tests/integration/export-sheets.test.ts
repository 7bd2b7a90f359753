import { asc } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { fillDemo } from "#db/demo/demo.server.ts";
import { makePerson, makeSession, makeSignup } from "#db/demo/factories.ts";
import { draftEdits, draftSessions, organisations, people, rooms } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { exportFile } from "~/festivals/exchange/exports/export-sheet.server.ts";
import type { Exporting } from "~/festivals/exchange/exports/exporting.ts";
import type { Value } from "~/festivals/exchange/exports/sheet.ts";
import { exportNames } from "~/festivals/exchange/exports/sheet.ts";
import { writeCsv } from "~/festivals/exchange/exports/write-csv.ts";
import { writeXlsx } from "~/festivals/exchange/exports/write-xlsx.server.ts";
import type { ImportKind } from "~/festivals/exchange/tables/fields.ts";
import { answerImport } from "~/festivals/exchange/tables/import-page.server.ts";
import { matchColumns } from "~/festivals/exchange/tables/match-columns.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import type { Locale } from "~/platform/i18n/languages.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import { seatHoldersOf } from "~/signups/attendees/attendees.server.ts";
import { noFilter } from "~/signups/attendees/filter.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";

const db = testDatabase();
const now = at("2026-11-23T09:00:00Z");

beforeEach(() => fillDemo(db(), { now }));

async function asking(email: string, locale: Locale = "en", slug = "deell-spring"): Promise<Exporting> {
  const all = await db().select().from(people);
  const person = all.find((one) => one.email === email)!;
  const festival = (await findFestival(db(), slug))!;
  const { id: personId, role } = person;
  const viewer = { personId, role, email, organisationId: person.organisationId ?? "" };
  const { t, format } = getText(locale, "Europe/Amsterdam");
  const listSeatHolders = seatHoldersOf(noFilter, festival);
  return { db: db(), festival, viewer, publicUrl: "https://learn.example", listSeatHolders, t, format };
}

async function bytesOf(file: string, exporting: Exporting) {
  const exported = await exportFile(file, exporting);
  if (!exported) throw new Error(`no ${file}`);
  return typeof exported.body === "string" ? new TextEncoder().encode(exported.body) : exported.body;
}

async function tableOf(file: string, exporting: Exporting) {
  const read = await readTable(await bytesOf(file, exporting));
  if (!read.ok) throw new Error(`${file}: ${read.refusal}`);
  return read.table;
}

describe("what organisers see", () => {
  test.each(exportNames)("%s is the same table in both kinds of file", async (name) => {
    const slug = name === "proposals" ? "deell-autumn" : "deell-spring";
    const anna = await asking("anna@waterland.example", "en", slug);
    const workbook = await tableOf(`${name}.xlsx`, anna);
    const text = await tableOf(`${name}.csv`, anna);
    const shape = ({ header, rows }: typeof text) => [
      header,
      ...rows.map(({ cells }) => cells.map((cell) => cell.replace("T", " "))),
    ];
    expect(shape(workbook)).toEqual(shape(text));
  });

  test("is for organisers of the hosts, and there is nothing else", async () => {
    expect(await exportFile("sessions.csv", await asking("daan@polder.example"))).toBeNull();
    const anna = await asking("anna@waterland.example");
    for (const file of ["", "sessions", "sessions.pdf", "secrets.csv", "sessions.csv.exe", "../x.csv"])
      expect(await exportFile(file, anna)).toBeNull();
  });

  test("shows of other employers' people no address, and where they attend no name", async () => {
    const bram = await asking("bram@lumen.example");
    const own = bram.viewer.organisationId;
    const everybody = await db().select().from(people);
    const strangers = everybody.filter(({ organisationId }) => organisationId !== own);
    for (const name of exportNames) {
      const text = new TextDecoder().decode(await bytesOf(`${name}.csv`, bram));
      expect(
        strangers.filter(({ email }) => text.includes(email)).map(({ email }) => `${name} ${email}`),
      ).toEqual([]);
    }
    const { rows, header } = await tableOf("signups.csv", bram);
    const [host, person, mail, count] = ["Host", "Person", "E-mail", "How many"].map((one) =>
      header.indexOf(one),
    ) as [number, number, number, number];
    const lumen = (await db().select().from(organisations)).find(({ id }) => id === own)!.name;
    expect(new Set(rows.map(({ cells }) => cells[host] === lumen))).toEqual(new Set([true, false]));
    for (const { cells } of rows) {
      const named = cells[host] === lumen;
      expect([cells[person] !== "", cells[mail] !== "", Number(cells[count]) >= 1]).toEqual([
        named,
        named,
        true,
      ]);
    }
  });

  test("counts people without an organisation too", async () => {
    const anna = await asking("anna@waterland.example");
    const { festival } = anna;
    const session = await makeSession(db(), {
      festivalId: festival.id,
      organisationId: anna.viewer.organisationId,
    });
    for (const organisationId of [null, null, anna.viewer.organisationId])
      await makeSignup(db(), {
        sessionId: session.id,
        personId: (await makePerson(db(), { organisationId })).id,
      });
    const holders = await anna.listSeatHolders(db(), [session.id], anna.viewer.organisationId);
    expect(holders.map(({ name, organisation, count }) => [name !== null, organisation, count])).toEqual([
      [true, null, 1],
      [false, "", 2],
    ]);
  });
});

async function takeBack(kind: ImportKind, bytes: Uint8Array, { viewer, festival, t, format }: Exporting) {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.refusal);
  const { table } = read;
  const order = { kind, table, columns: matchColumns(kind, table), dateOrder: null, leaveOut: false };
  const deps = { now, ids: testIds(), changeCapacity, text: { t, format } };
  return (
    await answerImport(db(), viewer, festival, { kind, pasted: "", ok: true, wish: "take", order }, deps)
  ).answer;
}

describe.each([
  ["csv", "en"],
  ["csv", "nl"],
  ["xlsx", "en"],
  ["xlsx", "nl"],
] as const)("the draft as %s in %s", (format, locale) => {
  test("comes back and changes nothing", async () => {
    const anna = await asking("anna@waterland.example", locale);
    const before = await db().select().from(draftSessions).orderBy(asc(draftSessions.id));
    const own = before.filter(({ festivalId }) => festivalId === anna.festival.id);
    const edits = await db().$count(draftEdits);
    const answer = await takeBack("sessions", await bytesOf(`sessions.${format}`, anna), anna);
    expect(answer).toMatchObject({
      step: "done",
      counts: { new: 0, changed: 0, same: own.length, left: 0 },
    });
    expect(await db().select().from(draftSessions).orderBy(asc(draftSessions.id))).toEqual(before);
    expect(await db().$count(draftEdits)).toBe(edits);
  });
});

test("rooms come back to their own organisation alone", async () => {
  const anna = await asking("anna@waterland.example");
  const before = await db().select().from(rooms).orderBy(rooms.id);
  const answer = await takeBack("rooms", await bytesOf("rooms.csv", anna), anna);
  if (answer.step === "preview")
    expect(new Set(answer.problems.flatMap(({ cells }) => cells.map(({ reason }) => reason)))).toEqual(
      new Set(["notYourHost"]),
    );
  else expect(answer).toMatchObject({ counts: { new: 0, changed: 0, left: 0 } });
  expect(await db().select().from(rooms).orderBy(rooms.id)).toEqual(before);
});

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    "=1+1",
    "@x",
    "+31 6",
    "-5",
    "'=x",
    "a\nb",
    'q"q',
    "é👩‍🏭",
    '=HYPERLINK("http://evil.example")',
  ),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constant(null),
  fc.constant({ date: "2027-04-08" }),
  fc.constant({ time: "10:30" }),
  fc.constant({ moment: "2027-04-08T10:30" }),
);
const said = (one: Value): string =>
  one === null
    ? ""
    : typeof one === "object"
      ? Object.values(one).join()
      : String(one).replace(/\r\n?/g, "\n").trim();
const sheets = fc.array(fc.tuple(fc.constant("row"), value, value), { minLength: 1, maxLength: 5 });

test("any sheet comes back from CSV as it was, and no cell of it is a formula", async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async (rows) => {
      const csv = writeCsv({ header: ["A", "B", "C"], rows });
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      const read = await readTable(new TextEncoder().encode(csv));
      const cells = read.ok
        ? read.table.rows.map((row) => row.cells.map((cell) => cell.replace(/(\d) (\d\d:)/, "$1T$2")))
        : [];
      expect(cells).toEqual(rows.map((row) => row.map((one) => said(one).replace(/(\d) (\d\d:)/, "$1T$2"))));
    }),
    { numRuns: 100 },
  );
});

test("any sheet comes back from a workbook as it was, its texts as texts", async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async (rows) => {
      const read = await readTable(await writeXlsx({ header: ["A", "B", "C"], rows }));
      expect(read.ok && read.table.rows.map(({ cells }) => cells)).toEqual(rows.map((row) => row.map(said)));
    }),
    { numRuns: 40 },
  );
});
