import fc from "fast-check";
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { drawQr, type QrDrawing } from "./qr.ts";

/** What a camera would see: four pixels a module. */
function photograph({ size, path }: QrDrawing) {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let at = Number(x) * scale; at < (Number(x) + Number(width)) * scale; at += 1) {
        data.set([0, 0, 0, 255], (row * side + at) * 4);
      }
    }
  }
  return { width: side, height: side, data };
}

test.each([
  "https://percolate.example/lectures/coffee-machine#subscribe",
  "https://percolate.example/lectures/coffee-machine/join",
  "http://localhost:3000/lectures/a/join",
])("the code of %s leads there", (address) => {
  expect(decodeQR(photograph(drawQr(address)))).toBe(address);
});

test("so does the code of any series", () => {
  const slug = fc.stringMatching(/^[a-z0-9-]{1,60}$/);
  fc.assert(
    fc.property(slug, (name) => {
      const address = `https://percolate.example/lectures/${name}/join`;
      expect(decodeQR(photograph(drawQr(address)))).toBe(address);
    }),
    { numRuns: 25 },
  );
});

test("four light modules stand around it", () => {
  const { size, path } = drawQr("https://percolate.example/");
  const dark = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
    Number(x),
    Number(y),
    Number(width),
  ]);
  expect(Math.min(...dark.map(([x]) => x!))).toBe(4);
  expect(Math.min(...dark.map(([, y]) => y!))).toBe(4);
  expect(Math.max(...dark.map(([x, , width]) => x! + width!))).toBe(size - 4);
  expect(Math.max(...dark.map(([, y]) => y! + 1))).toBe(size - 4);
});
