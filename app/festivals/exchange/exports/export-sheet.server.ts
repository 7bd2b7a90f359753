import { mayOrganiseFestival } from "../../access.ts";
import type { Exporting } from "./exporting.ts";
import { decisionSheet, hostSheet, proposalSheet, signupSheet } from "./organising-sheets.server.ts";
import { draftSheet, programmeSheet, roomSheet, speakerSheet } from "./programme-sheets.server.ts";
import { type ExportName, readFileName, type Sheet } from "./sheet.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.server.ts";

const sheets: Record<ExportName, (exporting: Exporting) => Promise<Sheet>> = {
  sessions: draftSheet,
  programme: programmeSheet,
  proposals: proposalSheet,
  hosts: hostSheet,
  rooms: roomSheet,
  speakers: speakerSheet,
  signups: signupSheet,
  decisions: decisionSheet,
};

export interface ExportedFile {
  name: string;
  type: string;
  body: Uint8Array<ArrayBuffer> | string;
}

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What an organiser sees, as a file; null for one that there is not, and for whoever does not organise. */
export async function exportFile(file: string, exporting: Exporting): Promise<ExportedFile | null> {
  const wanted = readFileName(file);
  const { festival, viewer } = exporting;
  if (!wanted || !mayOrganiseFestival(viewer, festival)) return null;
  const sheet = await sheets[wanted.name](exporting);
  const body = wanted.format === "csv" ? writeCsv(sheet) : await writeXlsx(sheet);
  return { name: `${festival.slug}-${file}`, type: types[wanted.format], body };
}
