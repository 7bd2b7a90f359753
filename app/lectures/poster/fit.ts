import type { PosterWords } from "./poster-words.ts";

export type Fit = "roomy" | "snug" | "tight";

/** How large letters can be, by how much there is to say: long titles are set smaller before they are cut. */
export function fitOf({
  name,
  rules,
  lines,
  hosts,
}: Pick<PosterWords, "name" | "rules" | "lines" | "hosts">): Fit {
  const longest = Math.max(0, ...lines.map(({ topic, speaker }) => topic.length + speaker.length / 2));
  const said = name.length * 2 + longest * 2 + rules.join().length / 2 + hosts.length * 6;
  if (said < 260) return "roomy";
  return said < 480 ? "snug" : "tight";
}
