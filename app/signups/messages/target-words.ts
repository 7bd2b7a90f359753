import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Target } from "./targets.ts";

/** An audience in words that can stand in a list and at the end of a sentence. */
export function targetWords(target: Target, { t, format }: Text): string {
  switch (target.kind) {
    case "festival":
      return t("messages.to.festival", { festival: target.name });
    case "host":
      return t("messages.to.host", { host: target.name });
    case "session":
      return t("messages.to.session", { title: target.title });
    case "slot":
      return t("messages.to.slot", { when: format.sessionTime(target) });
    case "gone":
      return t("messages.to.gone");
  }
}

/** The same, short enough for one of many choices. */
export function targetChoice(target: Target, text: Text): string {
  const { t, format } = text;
  if (target.kind === "session")
    return t("messages.choice.session", { title: target.title, when: format.sessionTime(target) });
  if (target.kind === "slot")
    return t("messages.choice.slot", { when: format.sessionTime(target), count: target.sessions });
  return targetWords(target, text);
}
