import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import type { SeatProps } from "#emails/seat.tsx";
import type { HandlerDeps } from "~/platform/events.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";

export interface SeatLetter {
  subject: string;
  props: Omit<SeatProps, "language">;
}

export interface SeatReader {
  id: string;
  email: string;
  name: string;
  firstName: string;
  text: Text;
}

/** Somebody in their own language and zone, else those of their organisation, else those of what it is about. */
export async function findSeatReader(
  tx: Database,
  personId: string,
  about: { language: string; timeZone: string },
): Promise<SeatReader | null> {
  const [person] = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      timeZone: people.timeZone,
      homeLanguage: organisations.language,
      homeZone: organisations.timeZone,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId));
  if (!person) return null;
  const { id, email, name, language, timeZone, homeLanguage, homeZone } = person;
  const locale = [language, homeLanguage, about.language].find(isLocale) ?? "en";
  const text = getText(locale, timeZone ?? homeZone ?? about.timeZone);
  return { id, email, name, firstName: name.split(" ")[0] || email, text };
}

/** Queues one mail; of the same id a second one is not. */
export async function sendSeatMail(
  tx: Database,
  {
    kind,
    id,
    reader,
    letter,
  }: {
    kind: "seat-offered" | "seat-lapsed" | "queue-closed";
    id: string;
    reader: SeatReader;
    letter: SeatLetter;
  },
  deps: HandlerDeps,
): Promise<void> {
  const { default: Seat } = await import("#emails/seat.tsx");
  const mail = await renderMail(createElement(Seat, { ...letter.props, language: reader.text.locale }));
  const to = { to: reader.email, toName: reader.name };
  await queueMail(tx, { id, kind, ...to, subject: letter.subject, ...mail }, deps);
}
