import type { Text } from "~/platform/i18n/catalogue.ts";
import { houseRules } from "../house-rules.ts";
import { type Poster, type PosterLine, shortAddress } from "./poster.ts";

export interface PosterWords {
  name: string;
  when: string;
  where: string;
  minutes: string;
  rules: string[];
  hosts: { name: string; colour: string }[];
  coming: string;
  none: string;
  lines: { date: string; topic: string; speaker: string; aside: string }[];
  codes: PosterCode[];
  asOf: string;
}

export interface PosterCode {
  address: string;
  /** What it is for, and where it leads, for who cannot see it or scan it. */
  title: string;
  text: string;
  alt: string;
  short: string;
}

/** What stands in the place of a topic nobody has named. */
export function untitledKey({ speaker, isOpenFloor }: { speaker: unknown; isOpenFloor: boolean }) {
  if (isOpenFloor) return "turn.openFloor";
  return speaker ? "lectures.noTopic" : "visible.free";
}

/** What stands in the place of a speaker. */
export const nobodyKey = (isOpenFloor: boolean) =>
  isOpenFloor ? ("visible.whoeverWants" as const) : ("lectures.noSpeaker" as const);

const mostRules = 6;

/** The words of a poster, the same on the page and in the PDF. */
export function posterWords(poster: Poster, { t, format }: Pick<Text, "t" | "format">): PosterWords {
  const code = (is: "subscribe" | "join", address: string): PosterCode => {
    const short = shortAddress(address);
    return {
      address,
      title: t(`visible.poster.${is}.title`),
      text: t(`visible.poster.${is}.text`),
      alt: t(`visible.poster.${is}.alt`, { address: short }),
      short,
    };
  };
  const line = ({ date, topic, speaker, organisation, isOpenFloor, time, place }: PosterLine) => ({
    date: format.date(date),
    topic: topic || t(untitledKey({ speaker, isOpenFloor })),
    speaker: [speaker, organisation].filter(Boolean).join(", ") || t(nobodyKey(isOpenFloor)),
    aside: [time && t("visible.poster.time", { time }), place].filter(Boolean).join(", "),
  });
  return {
    name: poster.name,
    when: t("lectures.rhythm", { weekday: format.weekday(poster.weekday), time: poster.localTime }),
    where: poster.place,
    minutes: format.minutes(poster.minutes),
    rules: houseRules(poster.houseRules, t)
      .slice(0, mostRules)
      .map(({ words }) => words),
    hosts: poster.hosts.map(({ name, colour }) => ({ name, colour })),
    coming: t("visible.poster.coming"),
    none: t("visible.poster.none"),
    lines: poster.lines.map(line),
    codes: [code("subscribe", poster.subscribeUrl), code("join", poster.joinUrl)],
    asOf: t("visible.poster.asOf", { date: format.dateRange(poster.asOf, poster.asOf) }),
  };
}
