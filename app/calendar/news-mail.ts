import type { NewsItem, NewsProps } from "#emails/news.tsx";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { product } from "~/platform/product.ts";
import type { Reason } from "./invite.ts";
import { clashPart, type InviteNews, inviteMail } from "./invite-mail.ts";

/** What the organisers decided for a whole festival, as its mail says it. */
export interface Announced {
  what: "cancelled" | "postponed" | "rescheduled" | "reinstated";
  festival: string;
  /** Their own words. */
  message: string;
  /** The days it is on now. */
  startsOn: string;
  endsOn: string;
  url: string;
}

export interface NewsMail {
  news: InviteNews[];
  announced: Announced | null;
  agendaUrl: string;
}

/** The words of a mail about several sessions, or about a whole festival, in its reader's language and zone. */
export function newsMail({ news, announced, agendaUrl }: NewsMail, text: Text) {
  const { t, locale } = text;
  const items = news.map((one) => itemOf(one, text));
  const frame = {
    language: locale,
    items,
    clash: clashOf(news, text),
    note: news.length > 0 ? t("calendar.news.note") : null,
    footer: announced
      ? t("calendar.news.footer", { festival: announced.festival, product: product.name })
      : t("calendar.mail.footer", { product: product.name }),
  };
  if (announced) return announcedMail(announced, frame, text);
  const all = news.every(({ reason }) => reason === "cancelled") ? "cancelled" : "changed";
  const count = news.length;
  const props: NewsProps = {
    ...frame,
    heading: t(`calendar.news.heading.${all}`, { count }),
    intro: t(`calendar.news.intro.${all}`),
    message: null,
    button: t("calendar.news.agenda"),
    url: agendaUrl,
  };
  return { subject: t(`calendar.news.subject.${all}`, { count, titles: titlesOf(news) }), props };
}

type Frame = Pick<NewsProps, "language" | "items" | "clash" | "note" | "footer">;

function announcedMail(
  { what, festival, message, startsOn, endsOn, url }: Announced,
  frame: Frame,
  { t, format }: Text,
) {
  const values = { festival, dates: format.dateRange(startsOn, endsOn) };
  const props: NewsProps = {
    ...frame,
    heading: t(`calendar.news.announced.${what}.heading`, values),
    intro: t(`calendar.news.announced.${what}.intro`, values),
    message: message || null,
    button: t("calendar.news.festival"),
    url,
  };
  return { subject: t(`calendar.news.announced.${what}.subject`, values), props };
}

/** Each pair once, whichever of the two is news. */
function clashOf(news: InviteNews[], text: Text) {
  const [first] = news;
  if (!first) return null;
  const pairs = new Map(
    news.flatMap(({ clashes }) =>
      clashes.map((pair) => [pair.map(({ sessionId }) => sessionId).join(" "), pair]),
    ),
  );
  return clashPart({ clashes: [...pairs.values()], choiceUrl: first.choiceUrl }, text);
}

const saidByHeading: Reason[] = ["changed", "cancelled", "seat", "speaking"];

function itemOf(news: InviteNews, text: Text): NewsItem {
  const { heading, title, intro, facts, url } = inviteMail(news, text).props;
  return { heading, title, facts, url, intro: saidByHeading.includes(news.reason) ? null : intro };
}

const longest = 60;

/** The first titles, as many as a subject has room for. */
function titlesOf(news: InviteNews[]): string {
  const joined = news.map(({ facts }) => facts.title).join(", ");
  return joined.length <= longest ? joined : `${joined.slice(0, longest - 1).trimEnd()}…`;
}
