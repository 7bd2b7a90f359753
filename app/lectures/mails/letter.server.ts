import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import type { TurnProps } from "#emails/turn.tsx";
import type { EventRow, HandlerDeps } from "~/platform/events.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { dateIn, type IsoInstant, isTimeZone, Temporal } from "~/platform/time.ts";
import { houseRules } from "../house-rules.ts";
import type { Series } from "../series.ts";
import type { TurnFacts, TurnReader } from "./facts.server.ts";
import { giveBackUnused, takeDay } from "./once-a-day.server.ts";
import type { TurnMailKind } from "./once-a-day.ts";

export type Letter = { subject: string } & Pick<TurnProps, "heading" | "intro"> &
  Partial<Omit<TurnProps, "language">> &
  Pick<TurnProps, "footer">;

export interface Sending {
  kind: TurnMailKind;
  turn: TurnFacts;
  readers: readonly TurnReader[];
  event: EventRow;
  /** Asked for only when the reader gets it: what it mints belongs to this mail. */
  write: (reader: TurnReader, text: Text) => Promise<Letter> | Letter;
}

/** Mails each reader in their own language and zone, at most once a day about one turn. */
export async function sendLetters(
  tx: Database,
  { kind, turn, readers, event, write }: Sending,
  deps: HandlerDeps,
): Promise<void> {
  const { onlyTo } = event.payload;
  for (const reader of readers) {
    if (onlyTo !== undefined && onlyTo !== reader.personId) continue;
    const asked = { kind, turnId: turn.id, personId: reader.personId, timeZone: turn.series.timeZone, event };
    const id = await takeDay(tx, asked, deps);
    if (id === null) continue;
    const text = textFor(reader, turn.series);
    const { subject, ...letter } = await write(reader, text);
    const mail = await render(letter, text);
    const to = { to: reader.email, toName: reader.name };
    await queueMail(tx, { id, kind, ...to, subject, ...mail }, deps);
    await giveBackUnused(tx, id);
  }
}

/** Where readers have not chosen, the series has. */
export function textFor(
  reader: Pick<TurnReader, "language" | "timeZone">,
  series: Pick<Series, "language" | "timeZone">,
): Text {
  const locale = [reader.language, series.language].find(isLocale) ?? "en";
  const own = reader.timeZone !== null && isTimeZone(reader.timeZone);
  return getText(locale, own ? (reader.timeZone ?? series.timeZone) : series.timeZone);
}

async function render(letter: Omit<Letter, "subject">, { locale }: Text) {
  const { default: Turn } = await import("#emails/turn.tsx");
  const nothing = { quote: null, facts: [], lines: [], buttons: [], notes: [] };
  return renderMail(createElement(Turn, { ...nothing, ...letter, language: locale }));
}

/** When and where, by which rules. */
export function lectureFacts(turn: TurnFacts, { t, format }: Text): TurnProps["facts"] {
  const rules = houseRules(turn.series.houseRules, t).map(({ words }) => words);
  return [
    { label: t("turnMails.fact.when"), value: format.sessionTime(turn) },
    { label: t("turnMails.fact.where"), value: turn.place },
    ...(rules.length > 0 ? [{ label: t("turnMails.fact.rules"), value: rules.join(", ") }] : []),
  ];
}

/** `Thu 3 Dec, 10:30` where the reader is. */
export function moment(instant: IsoInstant, { format, timeZone }: Text): string {
  const date = dateIn(Temporal.Instant.from(instant), timeZone);
  return `${format.date(date)}, ${format.time(instant, timeZone)}`;
}

export const firstName = ({ name }: Pick<TurnReader, "name">) => name.split(" ")[0] ?? name;

/** How far a lecture is off for a reader: `tomorrow`, `in 7 days`. */
export function relativeDay(turn: TurnFacts, { now }: Pick<HandlerDeps, "now">, { format }: Text): string {
  return format.relativeDay(turn.date, dateIn(now, turn.timeZone));
}

export function absolute(path: string, { config }: Pick<HandlerDeps, "config">): string {
  return new URL(path, config.publicUrl).href;
}
