import { useText } from "~/platform/i18n/text.tsx";

/** What the fields of what a festival is are called: beside each, and above the form when something is wrong. */
export function useFestivalLabels() {
  const { t } = useText();
  return {
    outcome: t("festivals.fields.outcome"),
    name: t("festivals.fields.name"),
    slug: t("festivals.fields.slug"),
    startsOn: t("festivals.fields.startsOn"),
    endsOn: t("festivals.fields.endsOn"),
    timeZone: t("festivals.fields.timeZone"),
    language: t("festivals.fields.language"),
    visibility: t("festivals.fields.visibility"),
    theme: t("festivals.fields.theme"),
    signupMode: t("hosting.signup.mode"),
    signupOpens: t("festivals.fields.signupOpens"),
    signupCloses: t("festivals.fields.signupCloses"),
  };
}
