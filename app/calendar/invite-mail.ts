import type { ToldFacts } from "#db/schema/calendar.ts";
import type { InviteFact, InviteProps } from "#emails/invite.tsx";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { product } from "~/platform/product.ts";
import { dateIn, Temporal } from "~/platform/time.ts";
import type { Deed } from "~/signups/attendees/deeds.ts";
import type { Clash } from "~/signups/clashes/clash.ts";
import type { Aspect, Reason } from "./invite.ts";

export interface InviteNews {
  reason: Reason;
  changes: Aspect[];
  facts: ToldFacts;
  /** What was last told, for "before". */
  before: ToldFacts | null;
  /** The place in the queue, from 1; null when not in one. */
  place: number | null;
  url: string;
  /** Where a listener becomes a speaker; null for what is no lecture. */
  joinUrl: string | null;
  /** What an organiser did about it. */
  deed?: Deed | null;
  /** Titles of what this person no longer waits for, because they have this seat. */
  dropped: string[];
  /** What it overlaps now, until they choose. */
  clashes: Clash[];
  /** Where they choose. */
  choiceUrl: string;
}

/** The words of a mail about a session, in its reader's language and zone. */
export function inviteMail(news: InviteNews, text: Text) {
  const { reason, changes, facts, before, place, url, joinUrl, deed, dropped } = news;
  const { t, format, locale } = text;
  const day = format.date(dateIn(Temporal.Instant.from(facts.startsAt), facts.timeZone));
  const props: InviteProps = {
    language: locale,
    heading: t(`calendar.mail.heading.${reason}`),
    title: facts.title,
    intro: [
      t(`calendar.mail.intro.${reason}`, { place: place ?? "", ...saidOf(deed, text) }),
      droppedLine(dropped, text),
    ]
      .join(" ")
      .trim(),
    facts: factLines(facts, before, changes, text),
    clash: clashPart(news, text),
    button: t("calendar.mail.button"),
    url,
    note: noteFor(facts, reason, text),
    speak: joinUrl && facts.part === "attends" ? { label: t("calendar.mail.speak"), url: joinUrl } : null,
    footer: t("calendar.mail.footer", { product: product.name }),
  };
  return {
    subject: t(`calendar.mail.subject.${reason}`, { title: facts.title, day, name: deed?.name ?? "" }),
    props,
  };
}

/** Who did it and why, in words of the catalogue. */
function saidOf(deed: Deed | null | undefined, { t }: Text) {
  const organisation = deed?.organisation || t("attendees.deed.noOrganisation");
  return { name: deed?.name ?? "", organisation, reason: deed?.reason ?? "" };
}

function droppedLine(titles: string[], { t, format }: Text): string {
  return titles.length > 0
    ? t("calendar.mail.dropped", { titles: format.list(titles.map((title) => `“${title}”`)) })
    : "";
}

/** What they have to choose between, and where. */
export function clashPart({ clashes, choiceUrl }: Pick<InviteNews, "clashes" | "choiceUrl">, { t }: Text) {
  if (clashes.length === 0) return null;
  const given = clashes.flat().filter(({ gives }) => gives);
  return {
    lines: [
      ...clashes.map(([first, second]) =>
        t("clashes.mail.pair", { first: first.title, second: second.title }),
      ),
      ...[...new Set(given.map(({ title }) => title))].map((title) => t("clashes.mail.given", { title })),
    ],
    label: t("clashes.mail.choose"),
    url: choiceUrl,
  };
}

const ended: Reason[] = ["cancelled", "seatGone", "signedOut", "speakingGone"];

function noteFor({ part }: ToldFacts, reason: Reason, { t }: Text): string | null {
  if (part === "none" || part === "offered" || ended.includes(reason)) return null;
  return t(`calendar.mail.note.${part === "passed-over" ? "waits" : part}`);
}

function factLines(is: ToldFacts, was: ToldFacts | null, changes: Aspect[], text: Text): InviteFact[] {
  const { t } = text;
  const line = (aspect: Aspect, label: string, say: (facts: ToldFacts) => string): InviteFact[] => {
    const changed = was !== null && changes.includes(aspect);
    const value = say(is);
    if (!value && !changed) return [];
    const before = changed
      ? t("calendar.mail.before", { value: say(was) || t("calendar.mail.nothing") })
      : null;
    return [{ label, value: value || t("calendar.mail.nothing"), also: null, before }];
  };
  const [when] = line("time", t("calendar.mail.when"), (facts) => text.format.sessionTime(facts));
  return [
    ...(changes.includes("title") ? line("title", t("calendar.mail.what"), (facts) => facts.title) : []),
    ...(when ? [{ ...when, also: ownTime(is, text) }] : []),
    ...line("place", t("calendar.mail.where"), (facts) => facts.place),
    ...line("speakers", t("calendar.mail.with"), (facts) => text.format.list(facts.speakers)),
    ...(changes.includes("status") || is.tentative
      ? line("status", t("calendar.mail.status"), (facts) =>
          t(facts.tentative ? "calendar.mail.notSettled" : "calendar.mail.settled"),
        )
      : []),
  ];
}

/** The time where the reader is, when the session's clock shows another one. */
function ownTime({ startsAt, endsAt, timeZone, allDay }: ToldFacts, { t, format, timeZone: own }: Text) {
  if (allDay || format.sameZone(timeZone, startsAt)) return null;
  const time = format.sessionTime({ startsAt, endsAt, timeZone: own });
  return t("calendar.mail.yourTime", { time, zone: format.zoneName(own) });
}
