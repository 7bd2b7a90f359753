import type { AnnouncementKind } from "#db/schema/channels.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { dateIn, type Instant, isBefore, plus } from "~/platform/time.ts";
import { type Lecture, lecturePath } from "../lecture.ts";
import { nobodyKey, untitledKey } from "../poster/poster-words.ts";

/** What a channel is told, as it was typed: each kind of channel makes it harmless in its own way. */
export interface Announcement {
  /** The series. */
  series: string;
  /** In large letters. */
  title: string;
  lines: string[];
  link: { url: string; words: string };
}

/**
 * Whether a lecture is to be told now, and as what. A week without a speaker waits until somebody has agreed, and is
 * not told at all when nobody does: the roster asks the people themselves. What was called off is told where it was
 * told before that it would be given, or where its hour to be told has come.
 */
export function isDue(
  lecture: Pick<Lecture, "status" | "startsAt">,
  channel: { hoursBefore: number },
  { now, told }: { now: Instant; told: readonly AnnouncementKind[] },
): "lecture" | "called-off" | null {
  if (!isBefore(now, lecture.startsAt)) return null;
  const itsHour = !isBefore(now, plus(lecture.startsAt, { hours: -channel.hoursBefore }));
  if (lecture.status === "cancelled") {
    return !told.includes("called-off") && (itsHour || told.includes("lecture")) ? "called-off" : null;
  }
  return lecture.status === "confirmed" && itsHour && !told.includes("lecture") ? "lecture" : null;
}

interface Reader {
  text: Pick<Text, "t" | "format">;
  now: Instant;
  publicUrl: string;
}

/** That a lecture is given, or called off, in the words of the moment it is sent at. */
export function announce(lecture: Lecture, { text: { t, format }, now, publicUrl }: Reader): Announcement {
  const { topic, speaker, isOpenFloor, timeZone, place, series } = lecture;
  const day = format.relativeDay(lecture.date, dateIn(now, timeZone));
  const begun = day.slice(0, 1).toUpperCase() + day.slice(1);
  const when = t("visible.say.when", { day: begun, time: format.sessionTime(lecture) });
  const link = { url: publicUrl + lecturePath(lecture), words: t("visible.say.more") };
  if (lecture.status === "cancelled") {
    return {
      series: series.name,
      title: t("visible.say.calledOff"),
      lines: [when, t("visible.say.next")],
      link,
    };
  }
  const who = [speaker?.name, speaker?.organisation?.name].filter(Boolean).join(", ");
  return {
    series: series.name,
    title: topic || t(untitledKey(lecture)),
    lines: [who || t(nobodyKey(isOpenFloor)), `${when} · ${place}`],
    link,
  };
}

/** What a trial says. */
export function trial(
  series: { name: string; slug: string },
  { text: { t }, publicUrl }: Pick<Reader, "text" | "publicUrl">,
): Announcement {
  return {
    series: series.name,
    title: t("visible.say.trial"),
    lines: [t("visible.say.trialText")],
    link: { url: `${publicUrl}/lectures/${series.slug}`, words: t("visible.say.more") },
  };
}
