import { crc32, deflateRawSync } from "node:zlib";

interface Part {
  name: string;
  content: string | Buffer;
  /** What the directory says of its size, where that is a lie. */
  claimed?: number;
}

/** A zip file of these parts, with a directory that may lie. */
export function zipOf(parts: Part[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const size = claimed ?? bytes.length;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(checksum(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from("504b0304", "hex"), facts, Buffer.from(name)]);
    local.push(head, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from("1400", "hex");
    central.push(Buffer.concat([Buffer.from("504b0102", "hex"), version, facts, tail, Buffer.from(name)]));
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

const checksum = (bytes: Buffer) => crc32(bytes) >>> 0;

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface SheetParts {
  sheet?: string;
  strings?: string;
  styles?: string;
  workbook?: string;
  more?: Part[];
}

/** A workbook of one sheet, written by hand. */
export function workbookOf({
  sheet = "",
  strings = "",
  styles = "",
  workbook,
  more = [],
}: SheetParts): Uint8Array {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return zipOf([
    {
      name: "xl/workbook.xml",
      content:
        workbook ??
        `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relation}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${declaration}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `${declaration}<worksheet xmlns="${spreadsheet}">${sheet}</worksheet>`,
    },
    { name: "xl/sharedStrings.xml", content: `<sst>${strings}</sst>` },
    { name: "xl/styles.xml", content: `<styleSheet>${styles}</styleSheet>` },
    ...more,
  ]);
}
