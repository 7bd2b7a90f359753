import { z } from "zod";
import type { EventHandler } from "~/platform/events.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { isBefore } from "~/platform/time.ts";
import { findReader, findTurn, listReaders, type TurnReader } from "../../mails/facts.server.ts";
import { absolute, firstName, lectureFacts, sendLetters } from "../../mails/letter.server.ts";
import { pageOf } from "./swap-mails.server.ts";

const arranged = z.object({
  fromId: z.uuid(),
  takerId: z.uuid(),
  returnTurnId: z.uuid().nullable(),
  message: z.string(),
  organiserId: z.uuid(),
});

/** An organiser changed the speaker: both hear of it, with the organiser's own sentence. */
export const mailArranged: EventHandler = async (tx, event, deps) => {
  const facts = arranged.parse(event.payload);
  const turn = await findTurn(tx, event.subject);
  if (!turn || turn.memberId !== facts.takerId || !isBefore(deps.now, turn.startsAt)) return;
  const other = facts.returnTurnId ? await findTurn(tx, facts.returnTurnId) : null;
  const organiser = await findReader(tx, facts.organiserId);
  const both = await listReaders(tx, [facts.fromId, facts.takerId]);
  const personOf = (id: string) => both.find(({ memberId }) => memberId === id);
  const write = (reader: TurnReader, text: Text) => {
    const { t, format } = text;
    const isTaker = personOf(facts.takerId)?.personId === reader.personId;
    const words = isTaker ? ("speaks" as const) : ("freed" as const);
    const values = {
      reader: firstName(reader),
      organiser: organiser?.name ?? t("turn.anOrganiser"),
      from: personOf(facts.fromId)?.name ?? t("turn.somebody"),
      taker: personOf(facts.takerId)?.name ?? t("turn.somebody"),
      date: format.date(turn.date),
      other: other ? format.date(other.date) : "",
      series: turn.series.name,
    };
    const own = isTaker ? turn : other;
    return {
      subject: t(`swaps.mail.${words}.subject`, values),
      heading: t(`swaps.mail.${words}.heading`, values),
      intro: t(`swaps.mail.${words}.intro`, values),
      quote: facts.message || null,
      lines: other ? [t(`swaps.mail.${words}.return`, values)] : [],
      facts: own ? lectureFacts(own, text) : [],
      buttons: own ? [{ label: t("swaps.mail.page"), url: absolute(pageOf(own), deps) }] : [],
      notes: own ? [t("swaps.mail.calendar"), t("swaps.mail.cannot")] : [t("swaps.mail.calendar")],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "turn-arranged", turn, readers: both, event, write }, deps);
};

const slipped = z.object({
  moves: z.array(z.object({ memberId: z.uuid(), from: z.uuid(), to: z.uuid() })),
});

/** Each speaker whose week slipped hears from which day to which, as long as it still holds. */
export const mailSlipped: EventHandler = async (tx, event, deps) => {
  const { moves } = slipped.parse(event.payload);
  for (const { memberId, from, to } of moves) {
    const before = await findTurn(tx, from);
    const turn = await findTurn(tx, to);
    if (!before || turn?.memberId !== memberId || !isBefore(deps.now, turn.startsAt)) continue;
    const write = (reader: TurnReader, text: Text) => {
      const { t, format } = text;
      const values = {
        reader: firstName(reader),
        from: format.date(before.date),
        to: format.date(turn.date),
        series: turn.series.name,
      };
      return {
        subject: t("swaps.mail.slipped.subject", values),
        heading: t("swaps.mail.slipped.heading", values),
        intro: t("swaps.mail.slipped.intro", values),
        facts: lectureFacts(turn, text),
        buttons: [{ label: t("swaps.mail.page"), url: absolute(pageOf(turn), deps) }],
        notes: [t("swaps.mail.calendar"), t("swaps.mail.cannot")],
        footer: t("turnMails.footer.member", values),
      };
    };
    const readers = await listReaders(tx, [memberId]);
    await sendLetters(tx, { kind: "turn-slipped", turn, readers, event, write }, deps);
  }
};
