import { expect, test } from "vitest";
import { judgeLogo, logoBytes } from "./logo.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const png = bytes("\x89PNG\r\n\x1a\nrest");

test.each([
  ["a PNG", png, { ok: true, mediaType: "image/png" }],
  ["a JPEG", bytes("\xff\xd8\xff\xe0rest"), { ok: true, mediaType: "image/jpeg" }],
  ["a WebP", bytes("RIFF\x10\0\0\0WEBPVP8 "), { ok: true, mediaType: "image/webp" }],
  ["another RIFF", bytes("RIFF\x10\0\0\0WAVEfmt "), { ok: false, reason: "kind" }],
  ["an SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), { ok: false, reason: "svg" }],
  ["an SVG with a declaration", bytes('<?xml version="1.0"?><svg/>'), { ok: false, reason: "svg" }],
  ["HTML", bytes("<html><script>1</script>"), { ok: false, reason: "kind" }],
  ["a GIF", bytes("GIF89a"), { ok: false, reason: "kind" }],
  ["nothing", bytes(""), { ok: false, reason: "kind" }],
])("%s is known by its first bytes", (_name, content, verdict) =>
  expect(judgeLogo(content)).toEqual(verdict),
);

test("a picture of exactly the largest size is taken, one byte more is not", () => {
  const sized = (size: number) => {
    const content = new Uint8Array(size);
    content.set(png);
    return content;
  };
  expect(judgeLogo(sized(logoBytes))).toMatchObject({ ok: true });
  expect(judgeLogo(sized(logoBytes + 1))).toEqual({ ok: false, reason: "large" });
});
