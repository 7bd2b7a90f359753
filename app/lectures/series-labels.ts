import { useText } from "~/platform/i18n/text.tsx";

/** What the fields of what a series is are called: beside each, and above the form when something is wrong. */
export function useSeriesLabels() {
  const { t } = useText();
  return {
    name: t("lectures.form.name"),
    description: t("lectures.form.description"),
    weekday: t("lectures.form.weekday"),
    localTime: t("lectures.form.time"),
    timeZone: t("lectures.form.timeZone"),
    place: t("lectures.form.place"),
    durationMinutes: t("lectures.form.minutes"),
    houseRules: t("lectures.form.rules"),
    language: t("lectures.form.language"),
    visibility: t("lectures.form.visibility"),
    partners: t("lectures.form.partners"),
    rosterMode: t("lectures.form.mode"),
  };
}
