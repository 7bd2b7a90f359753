import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Decision } from "./decisions.server.ts";

/** What somebody decided, as the rest of a sentence that begins with their name. */
export function wordsOf(
  { kind, facts, organisation }: Pick<Decision, "kind" | "facts" | "organisation">,
  { t, format }: Pick<Text, "t" | "format">,
): string {
  const fact = (name: string) => String(facts[name] ?? "");
  const number = (name: string) => Number(facts[name] ?? 0);
  const has = (name: string) => name in facts;
  switch (kind) {
    case "created":
      return has("from") ? t("hosting.decisions.copied", { from: fact("from") }) : plain("created");
    case "host-invited":
      return t("hosting.decisions.kinds.host-invited", { organisation: fact("organisation") });
    case "host-accepted":
    case "host-declined":
      return t(`hosting.decisions.kinds.${kind}`, { own: organisation ?? fact("organisation") });
    case "host-left": {
      const fates = { stay: number("stay"), handOver: number("handOver"), cancel: number("cancel") };
      return number("sessions") > 0 ? t("hosting.decisions.leftSessions", fates) : plain("host-left");
    }
    case "lead-handed-over":
      return t("hosting.decisions.kinds.lead-handed-over", { from: fact("from") });
    case "call-opened":
      return has("until")
        ? t("hosting.decisions.openedUntil", { until: format.moment(fact("until")) })
        : plain("call-opened");
    case "call-closed":
      return has("proposals")
        ? t("hosting.decisions.closedWith", { count: number("proposals") })
        : plain("call-closed");
    case "signup-mode": {
      const mode = fact("mode") === "ballot" ? "ballot" : "first-come";
      return t("hosting.decisions.kinds.signup-mode", { mode: t(`hosting.decisions.modes.${mode}`) });
    }
    case "released":
      return t("hosting.decisions.kinds.released", { number: fact("number") });
    case "rolled-back":
      return t("hosting.decisions.kinds.rolled-back", { number: fact("number"), to: fact("to") });
    case "rescheduled":
      return has("to")
        ? t("hosting.decisions.moved", { from: format.date(fact("from")), to: format.date(fact("to")) })
        : plain("rescheduled");
    default:
      return plain(kind);
  }

  function plain(
    simple:
      | "created"
      | "host-left"
      | "call-opened"
      | "call-closed"
      | "guarantees-end"
      | "ballot-opened"
      | "ballot-allocated"
      | "postponed"
      | "rescheduled"
      | "cancelled"
      | "reinstated"
      | "archived"
      | "unarchived",
  ): string {
    return t(`hosting.decisions.kinds.${simple}`);
  }
}
