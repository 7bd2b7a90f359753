import type { Translate } from "~/platform/i18n/catalogue.ts";

/** `9 h 30`, `45 min`, `8 h`. */
export function durationWords(minutes: number, t: Translate): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("review.balance.onlyMinutes", { minutes: rest });
  if (rest === 0) return t("review.balance.hours", { hours });
  return t("review.balance.hoursMinutes", { hours, minutes: String(rest).padStart(2, "0") });
}
