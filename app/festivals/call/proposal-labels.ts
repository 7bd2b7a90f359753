import { useText } from "~/platform/i18n/text.tsx";
import type { Question } from "./proposal.ts";

/** What each field of a proposal is called, by its name: on the form, in its errors and in what differs. */
export function useProposalLabels(questions: Question[]) {
  const { t } = useText();
  return {
    ...Object.fromEntries(questions.map(({ id, label }) => [`answers.${id}`, label])),
    title: t("call.form.title"),
    abstract: t("call.form.abstract"),
    formatId: t("call.form.format"),
    trackId: t("call.form.track"),
    language: t("call.form.language"),
    level: t("call.form.level"),
    size: t("call.form.size"),
    topics: t("call.form.topics"),
    equipment: t("call.form.equipment"),
    notes: t("call.form.notes"),
    "add.email": t("call.form.speakerEmail"),
    "add.name": t("call.form.speakerName"),
  };
}
