import type { EventHandler, HandlerDeps } from "~/platform/events.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { isBefore } from "~/platform/time.ts";
import { boundaryOf, stageDays } from "../escalation/boundaries.ts";
import { isPresent } from "../presence.ts";
import { loadRoster } from "../roster.server.ts";
import {
  findTurn,
  isSought,
  listReaders,
  type TurnFacts,
  type TurnReader,
  waitingTopic,
} from "./facts.server.ts";
import { absolute, lectureFacts, moment, sendLetters } from "./letter.server.ts";

/** Asks everybody who is there that day and has not said no to this turn; the first yes has it. */
export const mailOpenCall: EventHandler = async (tx, event, deps) => {
  const turn = await findTurn(tx, event.subject);
  if (turn?.status !== "open" || turn.openCallAt === null || !isSought(turn, deps.now)) return;
  const roster = await loadRoster(tx, turn.series);
  const own = roster.turns.find(({ id }) => id === turn.id);
  const askedByName = own?.offers.filter(({ status }) => status === "open") ?? [];
  const without = new Set([...(own?.declinedBy ?? []), ...askedByName.map(({ memberId }) => memberId)]);
  const asked = roster.members.filter((member) => isPresent(member, turn.date) && !without.has(member.id));
  const readers = await listReaders(
    tx,
    asked.map(({ id }) => id),
  );
  const memberOf = new Map(readers.map(({ personId, memberId }) => [personId, memberId]));
  const write = async (reader: TurnReader, text: Text) => {
    const { t, format } = text;
    const values = { series: turn.series.name, date: format.date(turn.date) };
    const topic = await waitingTopic(tx, memberOf.get(reader.personId) ?? "");
    const link = { purpose: "open-call", subject: turn.id, personId: reader.personId };
    const url = absolute(`/turns/${await mintLink(tx, link, deps)}`, deps);
    return {
      subject: t("turnMails.open-call.subject", values),
      heading: t("turnMails.open-call.heading", values),
      intro: t("turnMails.open-call.intro", values),
      facts: lectureFacts(turn, text),
      lines: [...(topic ? [t("turnMails.waiting", { topic })] : []), ...untilLine(turn, text, deps)],
      buttons: [{ label: t("turnMails.open-call.yes"), url }],
      notes: [t("turnMails.open-call.otherwise"), t("turnMails.how"), t("turnMails.why.open-call")],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "turn-open-call", turn, readers, event, write }, deps);
};

/** Until somebody takes it; the day two are asked by name is told while it is still to come. */
function untilLine(turn: TurnFacts, text: Text, { now }: HandlerDeps): string[] {
  const { t } = text;
  const byName = boundaryOf(turn, turn.series.timeZone, stageDays["stand-ins"]);
  const open = t("turnMails.open-call.until");
  if (!isBefore(now, byName)) return [open];
  return [`${open} ${t("turnMails.open-call.byName", { until: moment(byName.toString(), text) })}`];
}
