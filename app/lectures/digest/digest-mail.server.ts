import { createElement } from "react";
import type { LectureLine } from "#emails/digest.tsx";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { type IsoInstant, localOf } from "~/platform/time.ts";
import type { ComingLecture, DigestFacts, OpenFestival, SeriesNews, ToldLecture } from "./digest.ts";
import type { DueDigest } from "./due.ts";

export interface DigestReader {
  id: string;
  name: string;
  email: string;
  language: string | null;
  timeZone: string | null;
}

export interface DigestHome {
  name: string;
  language: string;
  timeZone: string;
}

/** Everything for one person in one mail, in their own language and zone. */
export async function renderDigest(
  reader: DigestReader,
  home: DigestHome,
  { facts, due, publicUrl }: { facts: DigestFacts; due: Pick<DueDigest, "from">; publicUrl: string },
) {
  const locale = [reader.language, home.language].find(isLocale) ?? "en";
  const text = getText(locale, reader.timeZone ?? home.timeZone);
  const month = monthName(due.from, locale);
  const { t } = text;
  const { default: Digest } = await import("#emails/digest.tsx");
  const mail = createElement(Digest, {
    language: locale,
    heading: t("digest.heading", { name: reader.name.split(" ")[0] }),
    intro: t("digest.intro"),
    series: facts.series.map((series) => seriesProps(series, month, text, publicUrl)),
    festivalsHeading: t("digest.festivals"),
    festivals: facts.festivals.map((festival) => festivalProps(festival, text, publicUrl)),
    footer: t("digest.footer", { organisation: home.name }),
  });
  return { month, t, ...(await renderMail(mail)) };
}

function seriesProps(series: SeriesNews, month: string, text: Text, publicUrl: string) {
  const { t } = text;
  const at = (path: string) => `${publicUrl}/lectures/${series.slug}${path}`;
  return {
    name: series.name,
    url: at(""),
    pastHeading: t("digest.past", { month }),
    past: series.told.map((lecture) => lineOf(lecture, at(`/${lecture.date}`), text)),
    thanks: series.thanks > 0 ? t("digest.thanks", { count: series.thanks }) : "",
    comingHeading: t("digest.coming"),
    coming: series.coming.map((lecture) => lineOf(lecture, at(`/${lecture.date}`), text)),
    open: series.openWeeks > 0 ? t("digest.open", { count: series.openWeeks }) : "",
    button: t("digest.join"),
    joinUrl: at("/join"),
    how: t("digest.joinHow", { series: series.name }),
  };
}

function lineOf(lecture: ToldLecture | ComingLecture, url: string, { t, format }: Text): LectureLine {
  const speaker = lecture.openFloor ? t("digest.openFloor") : (lecture.speaker ?? "");
  const more =
    "hasNotes" in lecture
      ? [
          lecture.hasNotes ? t("digest.notes") : "",
          lecture.links > 0 ? t("digest.links", { count: lecture.links }) : "",
        ]
      : [];
  return {
    key: url,
    when:
      "startsAt" in lecture && !("hasNotes" in lecture)
        ? format.sessionTime(lecture)
        : format.date(lecture.date),
    title: lecture.topic || (lecture.openFloor ? t("digest.openFloor") : t("digest.noTopic")),
    also: [lecture.topic || !lecture.openFloor ? speaker : "", ...more].filter(Boolean).join(", "),
    url,
  };
}

function festivalProps(festival: OpenFestival, text: Text, publicUrl: string) {
  const { t, format } = text;
  const url = `${publicUrl}/festivals/${festival.slug}`;
  const date = (until: IsoInstant) => {
    const day = format.date(localOf(until, festival.timeZone).slice(0, 10));
    const moment = `${day}, ${format.time(until, festival.timeZone)}`;
    const { timeZone } = festival;
    return format.sameZone(timeZone, until) ? moment : `${moment} (${format.zoneName(timeZone)})`;
  };
  const words = (what: "call" | "signup") => {
    const open = festival[what];
    if (!open) return "";
    return open.until ? t(`digest.${what}Until`, { date: date(open.until) }) : t(`digest.${what}`);
  };
  return {
    name: festival.name,
    url,
    when: format.dateRange(festival.startsOn, festival.endsOn),
    what: [words("call"), words("signup")].filter(Boolean).join(" "),
    propose: festival.call ? { words: t("digest.propose"), url: `${url}/propose` } : null,
  };
}

/** `October 2026` of one of its dates. */
function monthName(date: string, locale: string): string {
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale === "nl" ? "nl-NL" : "en-GB", options).format(
    new Date(`${date}T12:00Z`),
  );
}
