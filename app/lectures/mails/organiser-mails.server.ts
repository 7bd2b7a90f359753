import type { EventHandler } from "~/platform/events.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { isUuid } from "~/platform/ids.ts";
import {
  findOffer,
  findTurn,
  isSought,
  listOrganisers,
  listReaders,
  type TurnFacts,
} from "./facts.server.ts";
import { absolute, lectureFacts, relativeDay, sendLetters } from "./letter.server.ts";

/** Nobody has it and the day is near: a human decides. */
export const mailOrganisers: EventHandler = async (tx, event, deps) => {
  const turn = await findTurn(tx, event.subject);
  if (!turn || turn.organisersAt === null || !isSought(turn, deps.now)) return;
  const readers = await listOrganisers(tx, turn.series);
  const write = (_: unknown, text: Text) => {
    const { t, format } = text;
    const when = relativeDay(turn, deps, text);
    const values = { series: turn.series.name, date: format.date(turn.date), when };
    return {
      subject: t("turnMails.organisers.subject", values),
      heading: t("turnMails.organisers.heading", values),
      intro: t("turnMails.organisers.intro", values),
      facts: lectureFacts(turn, text),
      lines: [t("turnMails.organisers.choices")],
      buttons: [{ label: t("turnMails.organisers.button"), url: absolute(pageOf(turn), deps) }],
      notes: [t("turnMails.organisers.otherwise"), t("turnMails.why.organiser")],
      footer: t("turnMails.footer.organiser", values),
    };
  };
  await sendLetters(tx, { kind: "turn-organisers", turn, readers, event, write }, deps);
};

/** A speaker gave the week back and others are being asked. Where organisers decide already, they hear that alone. */
export const mailWithdrawal: EventHandler = async (tx, event, deps) => {
  const turn = await findTurn(tx, event.subject);
  if (!turn || turn.organisersAt !== null || !isSought(turn, deps.now)) return;
  const { memberId, reason, byOrganiser } = event.payload;
  const intro = byOrganiser === true ? "turnMails.withdrew.byOrganiser" : "turnMails.withdrew.intro";
  const [speaker] = await listReaders(tx, typeof memberId === "string" && isUuid(memberId) ? [memberId] : []);
  if (!speaker) return;
  const organisers = await listOrganisers(tx, turn.series);
  const readers = organisers.filter(({ personId }) => personId !== speaker.personId);
  const write = (_: unknown, text: Text) => {
    const { t, format } = text;
    const values = { series: turn.series.name, date: format.date(turn.date), name: speaker.name };
    return {
      subject: t("turnMails.withdrew.subject", values),
      heading: t("turnMails.withdrew.heading", values),
      intro: t(intro, values),
      quote: typeof reason === "string" && reason ? reason : null,
      facts: lectureFacts(turn, text),
      lines: [t("turnMails.withdrew.what")],
      buttons: [{ label: t("turnMails.withdrew.button"), url: absolute(pageOf(turn), deps) }],
      notes: [t("turnMails.withdrew.otherwise"), t("turnMails.why.organiser")],
      footer: t("turnMails.footer.organiser", values),
    };
  };
  await sendLetters(tx, { kind: "turn-withdrew", turn, readers, event, write }, deps);
};

/** Somebody said no three times in a row and is asked nothing for now, so that a human asks why. */
export const mailPause: EventHandler = async (tx, event, deps) => {
  if (event.payload.paused !== true) return;
  const answered = await findOffer(tx, event.payload.offerId);
  if (!answered?.member.paused) return;
  const { turn, reader: member, reason } = answered;
  const organisers = await listOrganisers(tx, turn.series);
  const readers = organisers.filter(({ personId }) => personId !== member.personId);
  const write = (_: unknown, { t }: Text) => {
    const values = { name: member.name, series: turn.series.name };
    return {
      subject: t("turnMails.paused.subject", values),
      heading: t("turnMails.paused.heading", values),
      intro: t("turnMails.paused.intro", values),
      quote: reason || null,
      lines: [t("turnMails.paused.what")],
      buttons: [
        {
          label: t("turnMails.paused.button"),
          url: absolute(`/lectures/${turn.series.slug}/organise/members`, deps),
        },
      ],
      notes: [t("turnMails.paused.otherwise"), t("turnMails.why.organiser")],
      footer: t("turnMails.footer.organiser", values),
    };
  };
  await sendLetters(tx, { kind: "turn-paused", turn, readers, event, write }, deps);
};

function pageOf({ series, date }: TurnFacts): string {
  return `/lectures/${series.slug}/organise/turns/${date}`;
}
