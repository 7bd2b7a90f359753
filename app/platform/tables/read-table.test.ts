import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { packTable, unpackTable } from "./carry.server.ts";
import { readCsv, separatorOf } from "./csv.ts";
import { defused, undefused } from "./defuse.ts";
import { limits } from "./limits.ts";
import { readTable } from "./read-table.server.ts";
import { columnLetter } from "./table.ts";
import { formatOf, serialText } from "./xlsx/date-formats.ts";
import { workbookOf, zipOf } from "./zip.support.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const latin = (text: string) =>
  Uint8Array.from(text, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)));

async function shape(bytes: Uint8Array) {
  const read = await readTable(bytes);
  if (!read.ok) return read.refusal;
  return [read.table.header, ...read.table.rows.map(({ cells }) => cells)];
}

const wanted = [
  ["Titel", "Prijs"],
  ["Café é", "€ 5"],
];

describe("separated text", () => {
  test.each([
    ["UTF-8", utf8("Titel;Prijs\nCafé é;€ 5\n")],
    ["UTF-8 with a byte order mark", utf8("\ufeffTitel;Prijs\r\nCafé é;€ 5\r\n")],
    ["UTF-16 little endian", utf16("\ufeffTitel\tPrijs\r\nCafé é\t€ 5\r\n")],
    ["UTF-16 big endian", utf16("\ufeffTitel\tPrijs\nCafé é\t€ 5", true)],
    ["UTF-16 without a mark", utf16("Titel;Prijs\nCafé é;€ 5")],
    ["Windows-1252", latin("Titel,Prijs\nCafé é,€ 5\n")],
    ["a line that names the separator", utf8("sep=;\r\nTitel;Prijs\r\nCafé é;€ 5\r\n")],
    ["quotes and empty lines", utf8('\n"Titel";"Prijs"\n\n"Café é";"€ 5"\n;\n')],
    ["a title above its header", utf8("Programma 2027\n\nTitel,Prijs\nCafé é,€ 5\n")],
  ])("in %s is read", async (_, bytes) => {
    expect(await shape(bytes)).toEqual(wanted);
  });

  test("keeps the numbers of its rows for the report", async () => {
    const read = await readTable(utf8("Titel,Prijs\n\nA,1\n,\nB,2\n"));
    expect(read.ok && read.table.rows.map(({ number }) => number)).toEqual([3, 5]);
  });

  test("keeps separators, quotes and lines inside quotes, and quotes inside words", async () => {
    expect(await shape(utf8('Title,Note\n"a, ""b""\nc",6" pipe\n'))).toEqual([
      ["Title", "Note"],
      ['a, "b"\nc', '6" pipe'],
    ]);
  });

  test("of addresses alone needs no header", async () => {
    expect(await shape(utf8("anna@waterland.example\nbram@lumen.example"))).toEqual([
      [""],
      ["anna@waterland.example"],
      ["bram@lumen.example"],
    ]);
  });

  test.each([
    ["a,b;c\n1,2\n", ","],
    ["a;b\n1,5;2,5\n2,5;3,5", ";"],
    ["a\tb, c\n1\t2", "\t"],
    ['"a;b",c\n"d;e",f', ","],
    ["alone\nrow", ","],
  ])("%j is separated by %j", (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  test.each([
    ["empty", utf8(" \n \n"), "empty"],
    ["a header alone", utf8("Title,Date\n"), "noRows"],
    ["binary", utf8("a\u0000b\u0001"), "notText"],
    ["a page", utf8("<html><body>No</body></html>"), "notATable"],
    ["a schedule", utf8('{"schedule":{}}'), "notATable"],
    ["a quote without end", utf8('Title,Note\n"a,b\nc,d\n'), "notATable"],
    ["too large", new Uint8Array(limits.fileBytes + 1).fill(97), "tooLarge"],
    ["too long", utf8(`Title,Note\n${"a,b\n".repeat(limits.rows + 1)}`), "tooManyRows"],
    ["too wide", utf8(`${"a,".repeat(limits.columns)}a\n1,2`), "tooManyColumns"],
    ["of one endless cell", utf8(`Title,Note\na,${"x".repeat(limits.cell + 1)}`), "cellTooLong"],
    ["Excel of old", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "oldExcel"],
  ])("that is %s is refused", async (_, bytes, refusal) => {
    expect(await shape(bytes)).toBe(refusal);
  });

  test("comes back as it was written, whatever stands in it, control characters excepted", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("=1+1", "'=x", "''@", "-5", "a\nb", '"', ",", ";", "\t", "é€👩‍🏭", "'", "+"),
    );
    const quoted = (text: string) => `"${defused(text).replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
          ),
        (rows) => {
          const text = rows.map((row) => row.map(quoted).join(",")).join("\r\n");
          expect(readCsv(text).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("never holds what a spreadsheet would take for a formula, and loses nothing by it", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(defused(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(undefused(defused(text))).toBe(text);
      }),
    );
  });
});

describe("a workbook", () => {
  test("made by a library gives its texts, numbers, dates and times", async () => {
    const when = new Date(Date.UTC(2027, 3, 8, 10, 30));
    const day = new Date(Date.UTC(2027, 3, 8));
    const bytes = await writeXlsxFile([
      [{ value: "Title" }, { value: "Seats" }, { value: "Start" }, { value: "Date" }, { value: "Open" }],
      [
        { value: "Café <&> 👩‍🏭\nsecond line" },
        { value: 12.5, type: Number },
        { value: when, type: Date, format: "d-m-yyyy hh:mm" },
        { value: day, type: Date, format: "dd mmm yyyy" },
        { value: true, type: Boolean },
      ],
    ]).toBuffer();
    expect(await shape(new Uint8Array(bytes))).toEqual([
      ["Title", "Seats", "Start", "Date", "Open"],
      ["Café <&> 👩‍🏭\nsecond line", "12.5", "2027-04-08T10:30", "2027-04-08", "yes"],
    ]);
  });

  const sheet = (rows: string, after = "") => `<sheetData>${rows}</sheetData>${after}`;
  const head =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Day</t></is></c><c r="B1" t="str"><v>Title</v></c></row>';

  test("written by hand gives rich text without its pronunciation, errors as nothing, prefixes aside", async () => {
    const strings =
      "<si><t>Day</t></si><si><r><t>Ti</t></r><r><t xml:space='preserve'>tle _x0041_</t></r><rPh><t>x</t></rPh></si>";
    const rows =
      '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row>' +
      '<x:row><x:c t="e"><x:v>#REF!</x:v></x:c><x:c t="b"><x:v>0</x:v></x:c></x:row>';
    expect(await shape(workbookOf({ sheet: sheet(rows), strings }))).toEqual([
      ["Day", "Title A"],
      ["", "no"],
    ]);
  });

  test("gives of a formula the value it was saved with, and never the formula", async () => {
    const rows = `${head}<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil.example")</f><v>click</v></c><c r="B2"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3"><f>NOW()</f></c><c r="B3" t="str"><v>x</v></c></row>`;
    expect(await shape(workbookOf({ sheet: sheet(rows) }))).toEqual([
      ["Day", "Title"],
      ["click", "2"],
      ["", "x"],
    ]);
  });

  test("gives a date merged over rows to each of them", async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="d\\-m\\-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
    const text = (cell: string, words: string) => `<c r="${cell}" t="str"><v>${words}</v></c>`;
    const rows = `${head}<row r="2"><c r="A2" s="1"><v>46485</v></c>${text("B2", "One")}</row><row r="4">${text("B4", "Two")}</row><row r="5">${text("B5", "Three")}</row>`;
    const merged = '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A1:B1"/></mergeCells>';
    expect(await shape(workbookOf({ sheet: sheet(rows, merged), styles }))).toEqual([
      ["Day", "Title"],
      ["2027-04-08", "One"],
      ["2027-04-08", "Two"],
      ["", "Three"],
    ]);
  });

  test("is read from the first sheet that is shown and holds something", async () => {
    const workbook =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="Hidden" state="hidden" r:id="rId1"/><sheet name="Shown" r:id="rId2"/></sheets></workbook>';
    const second = {
      name: "xl/worksheets/sheet2.xml",
      content: `<worksheet>${sheet(`${head}<row><c s="0"><v>45023</v></c><c t="str"><v>T</v></c></row>`)}</worksheet>`,
    };
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    expect(await shape(workbookOf({ sheet: sheet(head), workbook, styles, more: [second] }))).toEqual([
      ["Day", "Title"],
      ["2027-04-08", "T"],
    ]);
  });

  test.each([
    ["is no workbook", zipOf([{ name: "mimetype", content: "x" }]), "brokenWorkbook"],
    ["breaks off", workbookOf({ sheet: sheet(head) }).subarray(0, 300), "brokenWorkbook"],
    ["is not well-formed", workbookOf({ sheet: "<sheetData><row></sheetData>" }), "brokenWorkbook"],
    [
      "is nested without end",
      workbookOf({ sheet: "<a>".repeat(100) + "</a>".repeat(100) }),
      "brokenWorkbook",
    ],
    ["has an unclosed tag", workbookOf({ sheet: '<c r="A1' }), "brokenWorkbook"],
    ["has nothing in it", workbookOf({ sheet: sheet("") }), "empty"],
    [
      "is too wide",
      workbookOf({ sheet: sheet('<row r="1"><c r="ZZZ1" t="str"><v>x</v></c></row>') }),
      "tooManyColumns",
    ],
    [
      "is too long",
      workbookOf({
        sheet: sheet(`${head}${'<row><c t="str"><v>x</v></c></row>'.repeat(limits.rows + 200)}`),
      }),
      "tooManyRows",
    ],
  ])("that %s is refused", async (_, bytes, refusal) => {
    expect(await shape(bytes)).toBe(refusal);
  });

  test.each([
    [
      "laughs a billion times",
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
    ],
    [
      "asks for another file",
      '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>',
    ],
  ])("that %s is refused for declaring anything", async (_, strings) => {
    expect(await shape(workbookOf({ sheet: sheet(head), strings }))).toBe("declaresEntities");
  });
});

describe("a zip bomb", () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024, 32);
  const name = "xl/sharedStrings.xml";

  test("control: is one, a few kilobytes that become many megabytes", () => {
    const bomb = Buffer.from(zipOf([{ name, content: zeros }]));
    expect(bomb.length).toBeLessThan(limits.fileBytes / 50);
    const start = 30 + name.length;
    expect(inflateRawSync(bomb.subarray(start), { finishFlush: 2 }).length).toBe(zeros.length);
  });

  test("is refused by what its directory says, before anything is inflated", async () => {
    expect(await shape(zipOf([{ name, content: zeros }]))).toBe("unpacksTooLarge");
    // Inflating it would show that it holds three letters.
    expect(await shape(zipOf([{ name, content: "abc", claimed: limits.unpackedBytes + 1 }]))).toBe(
      "unpacksTooLarge",
    );
    const many = Array.from({ length: limits.zipEntries + 1 }, (_, index) => ({
      name: `${index}`,
      content: "",
    }));
    expect(await shape(zipOf(many))).toBe("unpacksTooLarge");
    const tight = { name, content: Buffer.alloc(limits.ratioFromBytes * 4, 32) };
    expect(await shape(zipOf([tight]))).toBe("unpacksTooLarge");
  });

  test("whose directory lies is stopped while it is inflated", async () => {
    expect(await shape(zipOf([{ name, content: zeros, claimed: 1000 }]))).toBe("brokenWorkbook");
  });

  test("in a part nobody reads is left alone", async () => {
    const rows = '<row><c t="str"><v>A</v></c><c t="str"><v>B</v></c></row>'.repeat(2);
    const more = [{ name: "xl/media/image1.png", content: zeros }];
    expect(await shape(workbookOf({ sheet: `<sheetData>${rows}</sheetData>`, more }))).toEqual([
      ["A", "B"],
      ["A", "B"],
    ]);
  });
});

test.each([
  ["d-m-yyyy", "date"],
  ["dd/mm/yy hh:mm", "both"],
  ["[$-413]dddd d mmmm yyyy", "date"],
  ["hh:mm:ss AM/PM", "time"],
  ["[h]:mm", "time"],
  ["mmm", "date"],
  ["0.00", null],
  ['"day" 0', null],
  ["General", null],
  ["@", null],
  ["#,##0.00 [Red]", null],
])("the number format %s shows %s", (pattern, shown) => {
  expect(formatOf(pattern)).toBe(shown);
});

test.each([
  [46485, "date", "2027-04-08"],
  [46485.4375, "both", "2027-04-08T10:30"],
  [46485.4375, "date", "2027-04-08T10:30"],
  [46485, "both", "2027-04-08T00:00"],
  [0.4375, "time", "10:30"],
  [0.99999999, "time", "00:00"],
  [1.5, "time", "36:00"],
] as const)("%d shown as a %s is %s", (serial, format, text) => {
  expect(serialText(serial, format)).toBe(text);
});

test("a table that travelled in a form is the same, and nothing else is one", () => {
  const table = { header: ["a", "b"], rows: [{ number: 2, cells: ["é", ""] }], sheet: "One" };
  expect(unpackTable(packTable(table))).toEqual(table);
  const ragged = { ...table, rows: [{ number: 2, cells: ["é"] }] };
  for (const text of [
    "",
    "x",
    packTable(ragged),
    packTable({} as never),
    readFileSync(import.meta.filename, "base64url"),
  ])
    expect(unpackTable(text)).toBeNull();
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [59, "BH"],
])("column %i is %s", (index, letter) => {
  expect(columnLetter(index)).toBe(letter);
});
