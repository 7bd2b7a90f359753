import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrastRatio, grounds } from "./contrast.ts";

const css = readFileSync(new URL("./styles/tokens.css", import.meta.url), "utf8");
const tokens = [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const themes = { light: 2, dark: 3 } as const;

const pageGrounds = ["ground", "surface", "sunken"];
const tones = ["info", "success", "warning", "danger", "accent"];
const text: [string, string][] = [
  ...["ink", "soft", ...tones].flatMap((ink) => pageGrounds.map((ground): [string, string] => [ink, ground])),
  ...tones.map((tone): [string, string] => [tone, `${tone}-ground`]),
  ...tones.map((tone): [string, string] => ["ink", `${tone}-ground`]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const colour = (name: string) => tokens.find((token) => token[1] === name)?.[themes[theme]] ?? `no ${name}`;

  test.each(text)("%s can be read on %s", (ink, ground) => {
    expect(contrastRatio(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pageGrounds)("edges of controls are seen on %s", (ground) => {
    expect(contrastRatio(colour("edge"), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  test("has the grounds that organisation colours are computed for", () => {
    expect(grounds[theme]).toEqual([colour("surface"), colour("sunken")]);
  });
});

test("the script of public pages stays under 8 kB", () => {
  expect(statSync(new URL("./enhance.js", import.meta.url)).size).toBeLessThanOrEqual(8 * 1024);
});
