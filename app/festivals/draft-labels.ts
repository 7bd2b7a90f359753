import { useText } from "~/platform/i18n/text.tsx";

/** What the fields of a session in the draft are called: beside each, and above the form when something is wrong. */
export function useDraftLabels() {
  const { t } = useText();
  return {
    title: t("festivals.session.title"),
    kind: t("festivals.session.kind"),
    language: t("festivals.session.language"),
    organisationId: t("festivals.session.organisation"),
    trackId: t("festivals.session.track"),
    abstract: t("festivals.session.abstract"),
    level: t("festivals.session.level"),
    equipment: t("festivals.session.equipment"),
    capacity: t("festivals.session.seats"),
    date: t("festivals.session.date"),
    time: t("festivals.session.time"),
    durationMinutes: t("festivals.session.duration"),
    allDay: t("festivals.session.allDay"),
    roomId: t("festivals.session.room"),
    place: t("festivals.session.place"),
  };
}
