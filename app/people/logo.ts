export const logoBytes = 512 * 1024;

export type LogoType = "image/png" | "image/jpeg" | "image/webp";
export type LogoVerdict = { ok: true; mediaType: LogoType } | { ok: false; reason: "kind" | "svg" | "large" };

const startsWith = (content: Uint8Array, bytes: readonly number[], at = 0) =>
  bytes.every((byte, index) => content[at + index] === byte);
const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

/** What a file is by its first bytes, whatever its name or sender says. */
export function judgeLogo(content: Uint8Array): LogoVerdict {
  const mediaType = typeOf(content);
  if (!mediaType) return { ok: false, reason: looksLikeSvg(content) ? "svg" : "kind" };
  if (content.byteLength > logoBytes) return { ok: false, reason: "large" };
  return { ok: true, mediaType };
}

function typeOf(content: Uint8Array): LogoType | null {
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (startsWith(content, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(content, ascii("RIFF")) && startsWith(content, ascii("WEBP"), 8)) return "image/webp";
  return null;
}

/** Only for the words of the refusal. */
function looksLikeSvg(content: Uint8Array): boolean {
  return /<(svg|\?xml|!doctype svg)/i.test(new TextDecoder().decode(content.subarray(0, 1000)));
}
