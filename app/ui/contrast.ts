/** WCAG 2.2 contrast, so that any colour an organisation picks stays visible on both of our grounds. */

type Rgb = readonly [red: number, green: number, blue: number];

/** The lightest and the darkest ground a mark may stand on, per theme (tokens.css: surface and sunken). */
export const grounds = {
  light: ["#fffdf9", "#f2eadf"],
  dark: ["#291f18", "#17100c"],
} as const;

/** What WCAG 1.4.11 asks of graphics that carry meaning. */
const graphics = 3;

function parse(hex: string): Rgb {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1] ?? "808080";
  const channel = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

const hexOf = (rgb: Rgb) =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
export function luminance(hex: string): number {
  const [red, green, blue] = parse(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 (the same) to 21 (black on white). */
export function contrastRatio(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** The colour itself, or the nearest shade (light grounds) or tint (dark ones) that reaches the ratio on all. */
function visibleOn(colour: string, on: readonly string[], towards: Rgb): string {
  const from = parse(colour);
  for (let step = 0; step <= 20; step++) {
    const shade = hexOf(mix(from, towards, step / 20));
    if (on.every((ground) => contrastRatio(shade, ground) >= graphics)) return shade;
  }
  return hexOf(towards);
}

/** An organisation's colour for the light and the dark theme; takes `#rrggbb`, anything else counts as grey. */
export function themedColours(colour: string): { light: string; dark: string } {
  return {
    light: visibleOn(colour, grounds.light, [0, 0, 0]),
    dark: visibleOn(colour, grounds.dark, [255, 255, 255]),
  };
}
