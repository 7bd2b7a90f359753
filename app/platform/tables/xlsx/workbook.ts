import { scanXml } from "./scan-xml.ts";

export interface SheetRef {
  name: string;
  part: string;
  hidden: boolean;
}

export interface Workbook {
  sheets: SheetRef[];
  /** Excel on old Macs counts days from 1904. */
  since1904: boolean;
}

/** The sheets of a workbook in its own order, with the part each one stands in. */
export function readWorkbook(workbook: string, relations: string): Workbook {
  const targets = new Map<string, string>();
  scanXml(relations, {
    open({ name, attribute }) {
      if (name === "Relationship") targets.set(attribute("Id") ?? "", attribute("Target") ?? "");
    },
    close() {},
  });
  const found: Workbook = { sheets: [], since1904: false };
  scanXml(workbook, {
    open({ name, attribute }) {
      if (name === "workbookPr") found.since1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const target = targets.get(attribute("id") ?? "") ?? "";
      found.sheets.push({
        name: attribute("name") ?? "",
        part: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
        hidden: (attribute("state") ?? "visible") !== "visible",
      });
    },
    close() {},
  });
  return found;
}

/** The texts that cells point at, by their place; how a word is to be pronounced is left out. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text: string | null = null;
  let within = "";
  let phonetic = false;
  scanXml(xml, {
    open({ name }) {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      within = name;
    },
    close(name) {
      if (name === "si") strings.push(unescaped(text ?? ""));
      if (name === "rPh") phonetic = false;
      within = "";
    },
    text(part) {
      if (within === "t" && !phonetic && text !== null) text += part;
    },
  });
  return strings;
}

/** `_x000D_` is how a workbook writes a letter that XML cannot hold. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
