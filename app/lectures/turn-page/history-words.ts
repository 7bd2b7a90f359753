import type { Text } from "~/platform/i18n/catalogue.ts";
import type { HistoryLine } from "../history.server.ts";

export interface HistoryReader {
  text: Text;
  nameOf: (memberId: string | null) => string | null;
  /** Organisers alone read who was asked and who could not. */
  mayKnowWho: boolean;
}

/** What is nobody's business but the organisers': with a name it would tell who said no. */
const discreet: readonly string[] = [
  "offered",
  "reminded",
  "declined",
  "lapsed",
  "offer-withdrawn",
  "withdrew",
  "stand-ins-asked",
];

/** One thing that happened to a turn, as a sentence. */
export function historyWords(line: HistoryLine, { text, nameOf, mayKnowWho }: HistoryReader): string {
  const { t, format } = text;
  const { kind, facts } = line;
  const fact = (name: string) => (typeof facts[name] === "string" ? (facts[name] as string) : "");
  const isHidden = !mayKnowWho && discreet.includes(kind);
  const date = (day: string) => (day ? format.date(day) : "");
  const values = {
    who: (isHidden ? null : nameOf(line.memberId)) ?? t("turn.somebody"),
    actor: line.actor ?? t("turn.anOrganiser"),
    reason: fact("reason"),
    name: fact("name") || t("turn.aGuest"),
    to: fact("toName"),
    taker: fact("takerName"),
    date: date(fact("otherDate")),
  };
  const hasReason = mayKnowWho && values.reason !== "";
  switch (kind) {
    case "reminded":
      return t("days" in facts ? "turn.history.remindedSpeaker" : "turn.history.reminded", values);
    case "declined":
      return t(hasReason ? "turn.history.declinedBecause" : "turn.history.declined", values);
    case "withdrew":
      if (facts.byOrganiser) return t("turn.history.withdrewFor", values);
      return t(hasReason ? "turn.history.withdrewBecause" : "turn.history.withdrew", values);
    case "organiser-put":
      return t(
        values.who === line.actor ? "turn.history.putThemselves" : "turn.history.organiser-put",
        values,
      );
    case "swap-asked":
      return t(mayKnowWho && values.to ? "turn.history.swapAskedOf" : "turn.history.swap-asked", values);
    case "swap-taken":
      return t(swapTaken(facts), values);
    case "swap-ended":
      return t(swapEnded(fact("why")), values);
    case "slipped":
      return t("turn.history.slipped", { ...values, from: date(fact("from")), to: date(fact("to")) });
    case "moved":
      return t("turn.history.moved", { ...values, ...momentOf(facts.to, date) });
    case "called-off":
      return t(line.actor ? "turn.history.calledOffBy" : "turn.history.called-off", values);
    case "held":
      return t(line.memberId ? "turn.history.held" : "turn.history.heldFloor", values);
    default:
      return t(`turn.history.${kind}`, values);
  }
}

function swapTaken(facts: Record<string, unknown>) {
  if (facts.isArranged) return facts.otherDate ? "turn.history.swapArrangedFor" : "turn.history.swapArranged";
  return facts.otherDate ? "turn.history.swapExchanged" : "turn.history.swap-taken";
}

function swapEnded(why: string) {
  if (why === "declined") return "turn.history.swapDeclined";
  if (why === "withdrawn") return "turn.history.swapWithdrawn";
  return why === "expired" ? "turn.history.swapExpired" : "turn.history.swap-ended";
}

function momentOf(to: unknown, date: (day: string) => string) {
  const { date: day = "", time = "", place = "" } = (to ?? {}) as Record<string, string>;
  return { date: date(day), time, place };
}
