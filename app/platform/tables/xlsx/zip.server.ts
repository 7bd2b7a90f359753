import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { limits } from "../limits.ts";
import { TableRefused } from "../table.ts";

/**
 * The parts of a workbook that are asked for. What its directory says of their number, size and ratio is checked
 * before anything is inflated. A directory may lie: yauzl ends with an error where a part becomes larger than it says.
 */
export async function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, string>> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    if (zip.entryCount > limits.zipEntries) throw new TableRefused("unpacksTooLarge");
    const entries = (await list(zip)).filter(({ fileName }) => wanted(fileName));
    check(entries);
    const parts = new Map<string, string>();
    for (const entry of entries) parts.set(entry.fileName, await inflate(zip, entry));
    return parts;
  } finally {
    zip.close();
  }
}

function check(entries: Entry[]): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > limits.unpackedBytes) throw new TableRefused("unpacksTooLarge");
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new TableRefused("oldExcel");
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > limits.ratioFromBytes && ratio > limits.ratio)
      throw new TableRefused("unpacksTooLarge");
  }
  if (new Set(entries.map(({ fileName }) => fileName)).size < entries.length)
    throw new TableRefused("brokenWorkbook");
}

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) =>
      error ? reject(new TableRefused("brokenWorkbook")) : resolve(zip),
    );
  });
}

function list(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => reject(new TableRefused("brokenWorkbook")));
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new TableRefused("brokenWorkbook"));
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", () => reject(new TableRefused("brokenWorkbook")));
      stream.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    });
  });
}
