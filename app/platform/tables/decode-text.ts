/**
 * The text of a file that does not say how it is written: UTF-8 or UTF-16 by its first bytes, UTF-16 by its zeros,
 * UTF-8 where that fits, and else Windows-1252, in which Excel has always saved. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  const text = encoding ? new TextDecoder(encoding).decode(bytes) : windows1252(bytes);
  return text.includes("\0") ? null : text;
}

/** What stands at 80 to 9F, where Latin-1 has control characters; Node's own decoder takes the two for the same. */
const letters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\u0080-\u009f]/g, (letter) => letters[letter.charCodeAt(0) - 0x80] ?? letter);
}

function encodingOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const opening = bytes.subarray(0, 1000);
  const zeros = (odd: number) => opening.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > opening.length / 4 && zeros(0) === 0) return "utf-16le";
  if (zeros(0) > opening.length / 4 && zeros(1) === 0) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return null;
  }
}
