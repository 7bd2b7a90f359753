import { describe, expect, test } from "vitest";
import { decodeSchedule } from "./decode.ts";
import { readSchedule } from "./read-schedule.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const decode = (text: string) => decodeSchedule(bytes(text));
const refusalOf = (text: string) => {
  const decoded = decode(text);
  return decoded.ok ? "none" : decoded.refusal;
};

const xml = (events: string, head = '<?xml version="1.0" encoding="utf-8"?>') => `${head}
<schedule><version>1</version>
  <conference><title>Spring &amp; more</title><acronym>spring</acronym><time_zone_name>Europe/Amsterdam</time_zone_name>
    <track name="Craft" color="#AA5500"/></conference>
  <day index="1" date="2027-03-10" start="2027-03-10T09:00:00+01:00" end="2027-03-11T03:00:00+01:00">
    <room name="Hall">${events}</room>
  </day>
</schedule>`;
const event = `<event id="12" guid="9ff4b0ab-8bd3-4b4d-a2f6-6f6b1f8c9f01">
  <room>Hall</room><title>Q&amp;A &#233; &lt;live&gt;</title><type>workshop</type><date>2027-03-10T10:00:00+01:00</date>
  <start>10:00</start><duration>00:45</duration><track>Craft</track><language>en</language>
  <abstract><![CDATA[<p>One &amp; two</p>]]></abstract><description>&lt;b&gt;Three&lt;/b&gt;</description>
  <persons><person id="4">Noor</person><person>Sem</person></persons><unknown><deep>1</deep></unknown></event>`;

function readXml(text: string) {
  const decoded = decode(text);
  if (!decoded.ok) throw new Error(decoded.refusal);
  const read = readSchedule(decoded.tree, { language: "nl", timeZone: "UTC" });
  if (!read.ok) throw new Error(read.refusal);
  return read.programme;
}

describe("XML", () => {
  test("gives the programme that JSON would give", () => {
    const programme = readXml(xml(event));
    expect(programme).toMatchObject({
      title: "Spring & more",
      timeZone: "Europe/Amsterdam",
      tracks: [{ name: "Craft", colour: "#aa5500" }],
      rooms: [{ name: "Hall", capacity: null }],
    });
    expect(programme.lines).toEqual([
      {
        where: { day: 1, room: "Hall", entry: 1 },
        title: "Q&A é <live>",
        notes: [],
        entry: {
          externalId: "9ff4b0ab-8bd3-4b4d-a2f6-6f6b1f8c9f01",
          kind: "workshop",
          title: "Q&A é <live>",
          abstract: "One & two\n\nThree",
          language: "en",
          track: "Craft",
          room: "Hall",
          startsAt: "2027-03-10T09:00:00Z",
          durationMinutes: 45,
          speakers: ["Noor", "Sem"],
        },
      },
    ]);
  });

  test("may have empty days, empty rooms and empty entries", () => {
    expect(readXml(xml("")).lines).toEqual([]);
    expect(readXml(xml("<event/>")).lines).toMatchObject([{ entry: null }]);
  });

  test("never expands what its DTD declares", () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY a "lol"><!ENTITY lt "never">]>`;
    const titled = event.replace("Q&amp;A", "&a;");
    expect(readXml(xml(titled, laughs)).lines[0]?.title).toBe("&a; é <live>");
  });

  test("in another encoding is read as it declares", () => {
    const text = xml(event.replace("&#233;", "é"), '<?xml version="1.0" encoding="iso-8859-1"?>');
    const decoded = decodeSchedule(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    expect(JSON.stringify(decoded)).toContain("Q&A é <live>");
  });

  test.each([
    ["not closed", xml(event).slice(0, -20)],
    ["a page of HTML", "<!doctype html><html><body><p>Not found<br></body></html>"],
    ["asking for another file", xml(event, '<!DOCTYPE schedule [<!ENTITY b SYSTEM "file:///etc/passwd">]>')],
    ["nested without end", `<schedule>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</schedule>`],
  ])("is refused when it is %s", (_, text) => {
    expect(refusalOf(text)).toBe("brokenXml");
  });
});

describe("a file", () => {
  test.each([
    ["empty", "", "empty"],
    ["blank", " \n\t ", "empty"],
    ["cut off", '{"schedule":{"conference":', "brokenJson"],
    ["prose", "Dear organiser,", "neither"],
    ["binary", "PK\u0003\u0004\u0000\u0000", "notText"],
    ["too large", " ".repeat(5 * 1024 * 1024 + 1), "tooLarge"],
  ])("that is %s is refused", (_, text, refusal) => {
    expect(refusalOf(text)).toBe(refusal);
  });

  test("that is no UTF-8 is refused as no text", () => {
    expect(decodeSchedule(Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d))).toEqual({ ok: false, refusal: "notText" });
  });

  test.each([
    ["UTF-8", bytes('\ufeff{"a":1}')],
    ["UTF-16", new Uint8Array(Uint16Array.from('\ufeff{"a":1}', (letter) => letter.charCodeAt(0)).buffer)],
  ])("may begin with the byte order mark of %s", (_, content) => {
    expect(decodeSchedule(content)).toEqual({ ok: true, tree: { a: 1 } });
  });

  test("of JSON nested without end is read, not fallen over", () => {
    expect(refusalOf("[".repeat(200_000) + "]".repeat(200_000))).toBe("none");
  });
});
