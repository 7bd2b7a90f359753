import { createElement } from "react";
import type { DayReminderProps } from "#emails/day-reminder.tsx";
import type { Festival } from "~/festivals/festival.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import type { IsoDate } from "~/platform/time.ts";
import { placeOf, sessionPath } from "~/sessions/session.ts";
import type { OwnSession } from "./own-days.ts";

export interface Reminder {
  festival: Pick<Festival, "name" | "slug" | "timeZone">;
  day: IsoDate;
  name: string;
  own: OwnSession[];
  /** By session: where they say that they do not come. */
  notComing: Map<string, string>;
  /** Where the code is that they show at the door. */
  codeUrl: string;
  publicUrl: string;
}

/** One person's day, in their language and the zone of the festival. */
export async function renderReminder(reminder: Reminder, text: Text) {
  const { festival, day, name, own, codeUrl, publicUrl } = reminder;
  const { t, format, locale } = text;
  const values = { festival: festival.name, date: format.dateLong(day), product: product.name };
  const [first] = own;
  const props: DayReminderProps = {
    language: locale,
    heading: t("messages.reminder.heading", values),
    preview: first
      ? t("messages.reminder.preview", { time: startOf(first, text), title: first.session.title })
      : "",
    intro: t("messages.reminder.intro", { ...values, name: name.split(" ")[0] ?? name }),
    items: own.map((one) => itemOf(one, reminder, text)),
    notComing: reminder.notComing.size > 0 ? t("messages.reminder.notComingHint") : null,
    way: { heading: t("messages.reminder.wayThere"), venues: venuesOf(own) },
    code: {
      heading: t("messages.reminder.code"),
      text: t("messages.reminder.codeText"),
      button: t("messages.reminder.codeButton"),
      url: codeUrl,
    },
    agenda: { words: t("messages.reminder.agenda"), url: `${publicUrl}/agenda` },
    footer: t("messages.reminder.footer", values),
  };
  const { default: DayReminder } = await import("#emails/day-reminder.tsx");
  const subject = t("messages.reminder.subject", { ...values, when: format.date(day) });
  return { subject, ...(await renderMail(createElement(DayReminder, props))) };
}

const startOf = ({ session }: OwnSession, { format }: Text) =>
  format.time(session.startsAt, session.timeZone);

function itemOf(
  { session, part }: OwnSession,
  { notComing, publicUrl }: Reminder,
  { t, format }: Text,
): DayReminderProps["items"][number] {
  const url = notComing.get(session.id);
  return {
    time: session.allDay ? "" : format.timeRange(session),
    title: session.title,
    url: publicUrl + sessionPath(session),
    where: placeOf(session) || t("messages.reminder.placeUnknown"),
    part:
      part.is === "offered"
        ? t("messages.reminder.part.offered", { until: format.time(part.until, session.timeZone) })
        : part.is === "waits"
          ? t("messages.reminder.part.waits", { place: part.place })
          : t(`messages.reminder.part.${part.is}`),
    notComing: url ? { words: t("messages.reminder.notComing"), url } : null,
  };
}

/** Each building once, in the order in which they come to it. */
function venuesOf(own: OwnSession[]): DayReminderProps["way"]["venues"] {
  const venues = new Map<string, { name: string; address: string }>();
  for (const { session } of own) {
    const venue = session.room?.venue;
    if (venue?.address) venues.set(venue.id, { name: venue.name, address: venue.address });
  }
  return [...venues.values()];
}
