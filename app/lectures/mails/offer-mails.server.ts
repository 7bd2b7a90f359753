import type { Database } from "#db/connect.ts";
import type { EventHandler, HandlerDeps } from "~/platform/events.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { isBefore } from "~/platform/time.ts";
import { whyWords } from "../why-words.ts";
import { findOffer, isSought, type OfferFacts, waitingTopic } from "./facts.server.ts";
import { absolute, firstName, lectureFacts, moment, sendLetters } from "./letter.server.ts";

/** Asks a member for a turn, unless the offer was answered or taken back, or the day itself came first. */
export const mailOffer: EventHandler = async (tx, event, deps) => {
  const asked = await findOffer(tx, event.payload.offerId);
  if (!asked || !isOpen(asked, deps)) return;
  const { turn, reader } = asked;
  const words = asked.kind === "stand-in" ? "stand-in" : "offered";
  const kind = asked.kind === "stand-in" ? "turn-stand-in" : "turn-offered";
  const write = async (_: unknown, text: Text) => {
    const { t, format } = text;
    const values = { name: firstName(reader), series: turn.series.name, date: format.date(turn.date) };
    return {
      subject: t(`turnMails.${words}.subject`, values),
      heading: t(`turnMails.${words}.heading`, values),
      intro: t(`turnMails.${words}.intro`, values),
      facts: lectureFacts(turn, text),
      lines: [...(await topicLine(tx, asked, text)), ...untilLine(asked, text)],
      buttons: await yesAndNo(tx, asked, text, deps),
      notes: [t(`turnMails.${words}.otherwise`), t("turnMails.how"), whyNote(asked, text)],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind, turn, readers: [reader], event, write }, deps);
};

/** A friendly word about an offer that nobody has answered. */
export const mailReminder: EventHandler = async (tx, event, deps) => {
  const asked = await findOffer(tx, event.payload.offerId);
  if (!asked || !isOpen(asked, deps)) return;
  const { turn, reader } = asked;
  const which = event.payload.number === 2 ? "second" : "first";
  const write = async (_: unknown, text: Text) => {
    const { t, format } = text;
    const values = { name: firstName(reader), series: turn.series.name, date: format.date(turn.date) };
    return {
      subject: t(`turnMails.reminded.${which}.subject`, values),
      heading: t(`turnMails.reminded.${which}.heading`, values),
      intro: t(`turnMails.reminded.${which}.intro`, values),
      facts: lectureFacts(turn, text),
      lines: [...(await topicLine(tx, asked, text)), ...untilLine(asked, text)],
      buttons: await yesAndNo(tx, asked, text, deps),
      notes: [t(`turnMails.reminded.${which}.otherwise`), t("turnMails.how"), whyNote(asked, text)],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "turn-reminded", turn, readers: [reader], event, write }, deps);
};

/** Says kindly that no answer counted as a no, and that a yes still would. */
export const mailLapse: EventHandler = async (tx, event, deps) => {
  const asked = await findOffer(tx, event.payload.offerId);
  if (asked?.status !== "lapsed" || !isSought(asked.turn, deps.now)) return;
  const { turn, reader } = asked;
  const intro = asked.kind === "stand-in" ? "turnMails.lapsed.favour" : "turnMails.lapsed.intro";
  const write = async (_: unknown, text: Text) => {
    const { t, format } = text;
    const values = { name: firstName(reader), series: turn.series.name, date: format.date(turn.date) };
    return {
      subject: t("turnMails.lapsed.subject", values),
      heading: t("turnMails.lapsed.heading", values),
      intro: t(intro, values),
      facts: lectureFacts(turn, text),
      lines: [
        t("turnMails.lapsed.still"),
        ...(event.payload.paused === true ? [t("turnMails.lapsed.paused")] : []),
      ],
      buttons: (await yesAndNo(tx, asked, text, deps)).slice(0, 1),
      notes: [t("turnMails.lapsed.otherwise"), t("turnMails.how")],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "turn-lapsed", turn, readers: [reader], event, write }, deps);
};

/** Thanks somebody who was asked: another has it. */
export const mailRelease: EventHandler = async (tx, event, deps) => {
  const asked = await findOffer(tx, event.payload.offerId);
  if (!asked) return;
  const { turn, reader, member } = asked;
  const isTaken = turn.status === "confirmed" && turn.memberId !== member.id;
  if (!isTaken || !isBefore(deps.now, turn.startsAt)) return;
  const write = (_: unknown, { t, format }: Text) => {
    const values = { name: firstName(reader), series: turn.series.name, date: format.date(turn.date) };
    return {
      subject: t("turnMails.released.subject", values),
      heading: t("turnMails.released.heading", values),
      intro: t("turnMails.released.intro", values),
      notes: [t("turnMails.released.otherwise")],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "turn-released", turn, readers: [reader], event, write }, deps);
};

/** Open, not lapsed meanwhile, for a lecture that still looks for somebody. */
function isOpen({ status, deadlineAt, turn }: OfferFacts, { now }: HandlerDeps): boolean {
  return status === "open" && isSought(turn, now) && (deadlineAt === null || isBefore(now, deadlineAt));
}

async function topicLine(tx: Database, { member }: OfferFacts, { t }: Text): Promise<string[]> {
  const topic = await waitingTopic(tx, member.id);
  return topic ? [t("turnMails.waiting", { topic })] : [];
}

function untilLine({ deadlineAt }: OfferFacts, text: Text): string[] {
  return deadlineAt ? [text.t("turnMails.until", { until: moment(deadlineAt, text) })] : [];
}

/** Both lead to the same page, where a button answers. */
async function yesAndNo(tx: Database, { id, reader }: OfferFacts, { t }: Text, deps: HandlerDeps) {
  const token = await mintLink(tx, { purpose: "offer", subject: id, personId: reader.personId }, deps);
  return [
    { label: t("turnMails.yes"), url: absolute(`/turns/${token}`, deps) },
    { label: t("turnMails.no"), url: absolute(`/turns/${token}?answer=no`, deps) },
  ];
}

function whyNote({ kind, turn, member }: OfferFacts, text: Text): string {
  const { t } = text;
  if (kind === "stand-in") return t("turnMails.why.stand-in");
  if (turn.why === null || turn.memberId !== member.id) return t("turnMails.why.member");
  return t("turnMails.why.ledger", { why: whyWords(turn.why, turn.date, text) });
}
