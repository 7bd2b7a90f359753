import type { Database } from "#db/connect.ts";
import type { EventHandler, HandlerDeps } from "~/platform/events.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { isUuid } from "~/platform/ids.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { isBefore } from "~/platform/time.ts";
import { findTurn, listReaders, type TurnFacts, type TurnReader } from "../../mails/facts.server.ts";
import { absolute, firstName, lectureFacts, moment, sendLetters } from "../../mails/letter.server.ts";
import { isPresent } from "../../presence.ts";
import { loadRoster } from "../../roster.server.ts";
import type { Swap } from "../swap.ts";
import { findSwap, listSwaps } from "../swaps.server.ts";

/** Asks the one colleague who was named, or everybody who is there that day and has not said no to this swap. */
export const mailSwapAsked: EventHandler = async (tx, event, deps) => {
  const known = await openSwap(tx, event.payload.swapId, deps);
  if (!known) return;
  const { swap, turn } = known;
  const [requester] = await listReaders(tx, [swap.memberId]);
  const readers = await listReaders(tx, await askedMembers(tx, swap, turn));
  const write = async (reader: TurnReader, text: Text) => {
    const { t } = text;
    const values = valuesOf(turn, reader, requester, text);
    const words = swap.toMemberId ? ("one" as const) : ("all" as const);
    const link = { purpose: "swap", subject: swap.id, personId: reader.personId };
    const url = absolute(`/swaps/${await mintLink(tx, link, deps)}`, deps);
    return {
      subject: t(`swaps.mail.${words}.subject`, values),
      heading: t(`swaps.mail.${words}.heading`, values),
      intro: t(`swaps.mail.${words}.intro`, values),
      quote: swap.message || null,
      facts: lectureFacts(turn, text),
      lines: [t("swaps.mail.until", { until: moment(swap.expiresAt, text) })],
      buttons: [{ label: t("swaps.mail.button"), url }],
      notes: [t(`swaps.mail.${words}.otherwise`, values), t("turnMails.how")],
      footer: t("turnMails.footer.member", values),
    };
  };
  const kind = swap.toMemberId ? "swap-asked" : "swap-open";
  await sendLetters(tx, { kind, turn, readers, event, write }, deps);
};

/** Tells the requester who has the turn now, and which one they have in return. */
export const mailSwapTaken: EventHandler = async (tx, event, deps) => {
  const swap = await swapOf(tx, event.payload.swapId);
  const turn = swap && (await findTurn(tx, swap.turnId));
  if (!turn || swap.status !== "accepted" || !swap.takenBy) return;
  const [taker] = await listReaders(tx, [swap.takenBy]);
  const other = swap.returnTurnId ? await findTurn(tx, swap.returnTurnId) : null;
  const readers = await listReaders(tx, [swap.memberId]);
  const write = (reader: TurnReader, text: Text) => {
    const { t, format } = text;
    const values = valuesOf(turn, reader, taker, text);
    const inReturn = other && t("swaps.mail.taken.return", { date: format.date(other.date) });
    return {
      subject: t("swaps.mail.taken.subject", values),
      heading: t("swaps.mail.taken.heading", values),
      intro: t("swaps.mail.taken.intro", values),
      lines: [inReturn ?? t("swaps.mail.taken.nothing")],
      facts: other ? lectureFacts(other, text) : [],
      buttons: other ? [{ label: t("swaps.mail.page"), url: absolute(pageOf(other), deps) }] : [],
      notes: [t("swaps.mail.calendar")],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "swap-taken", turn, readers, event, write }, deps);
};

/** Tells the requester kindly that a colleague cannot, or that nobody took it in time: the turn is still theirs. */
export const mailSwapEnded: EventHandler = async (tx, event, deps) => {
  const swap = await swapOf(tx, event.payload.swapId);
  const turn = swap && (await findTurn(tx, swap.turnId));
  if (!turn || (swap.status !== "declined" && swap.status !== "expired")) return;
  if (turn.memberId !== swap.memberId || !isBefore(deps.now, turn.startsAt)) return;
  const words = swap.status;
  const [asked] = await listReaders(tx, swap.toMemberId ? [swap.toMemberId] : []);
  const readers = await listReaders(tx, [swap.memberId]);
  const page = words === "declined" ? `${pageOf(turn)}/swap` : `${pageOf(turn)}#answer`;
  const write = (reader: TurnReader, text: Text) => {
    const { t } = text;
    const values = valuesOf(turn, reader, asked, text);
    return {
      subject: t(`swaps.mail.${words}.subject`, values),
      heading: t(`swaps.mail.${words}.heading`, values),
      intro: t(`swaps.mail.${words}.intro`, values),
      facts: lectureFacts(turn, text),
      buttons: [{ label: t(`swaps.mail.${words}.button`), url: absolute(page, deps) }],
      notes: [t(`swaps.mail.${words}.otherwise`, values)],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "swap-ended", turn, readers, event, write }, deps);
};

export function pageOf({ series, date }: TurnFacts): string {
  return `/lectures/${series.slug}/${date}`;
}

function valuesOf(turn: TurnFacts, reader: TurnReader, other: TurnReader | undefined, { t, format }: Text) {
  return {
    name: other?.name ?? t("turn.somebody"),
    reader: firstName(reader),
    date: format.date(turn.date),
    series: turn.series.name,
  };
}

async function swapOf(tx: Database, id: unknown) {
  return typeof id === "string" && isUuid(id) ? findSwap(tx, id) : null;
}

async function openSwap(tx: Database, id: unknown, { now }: HandlerDeps) {
  const swap = await swapOf(tx, id);
  const turn = swap && (await findTurn(tx, swap.turnId));
  if (!turn || swap.status !== "open" || turn.memberId !== swap.memberId) return null;
  return isBefore(now, swap.expiresAt) ? { swap, turn } : null;
}

async function askedMembers(tx: Database, swap: Swap, turn: TurnFacts): Promise<string[]> {
  if (swap.toMemberId) return [swap.toMemberId];
  const { members } = await loadRoster(tx, turn.series);
  const before = await listSwaps(tx, [turn.id]);
  const refused = before.flatMap(({ status, toMemberId }) => (status === "declined" ? [toMemberId] : []));
  return members
    .filter((one) => isPresent(one, turn.date) && one.id !== swap.memberId && !refused.includes(one.id))
    .map(({ id }) => id);
}
