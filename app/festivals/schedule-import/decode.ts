import { limits } from "./limits.ts";
import type { Refusal } from "./report.ts";
import { parseXml } from "./xml.ts";

export type Decoded = { ok: true; tree: unknown } | { ok: false; refusal: Refusal };

/** A schedule file as a tree of values: JSON as it is, XML in the shape the JSON would have. */
export function decodeSchedule(bytes: Uint8Array): Decoded {
  if (bytes.byteLength > limits.fileBytes) return refuse("tooLarge");
  const text = decodeText(bytes);
  if (text === null) return refuse("notText");
  if (text === "") return refuse("empty");
  if (text.startsWith("<")) return attempt(() => parseXml(text), "brokenXml");
  if (/^[[{]/.test(text)) return attempt(() => JSON.parse(text), "brokenJson");
  return refuse("neither");
}

/** UTF-8 or UTF-16 as the first bytes or the XML declaration say; null for what is no text. */
function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const opening = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*\bencoding=["']([\w.:-]{1,40})["']/.exec(opening)?.[1];
  const label =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : declared;
  try {
    const text = new TextDecoder(label ?? "utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text.trim();
  } catch {
    return null;
  }
}

function attempt(parse: () => unknown, refusal: Refusal): Decoded {
  try {
    return { ok: true, tree: parse() };
  } catch {
    return refuse(refusal);
  }
}

function refuse(refusal: Refusal): Decoded {
  return { ok: false, refusal };
}
