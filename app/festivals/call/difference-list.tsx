import { useText } from "~/platform/i18n/text.tsx";
import { languageName } from "~/sessions/language.ts";
import { DescriptionList, Notice } from "~/ui/index.ts";
import type { Difference } from "./differences.ts";
import type { Question } from "./proposal.ts";
import { useProposalLabels } from "./proposal-labels.ts";

export interface DifferenceListProps {
  differences: Difference[];
  questions: Question[];
}

/** What stands in the version that was saved meanwhile, where that is not what the form says. */
export function DifferenceList({ differences, questions }: DifferenceListProps) {
  const { t, locale } = useText();
  const labels: Record<string, string> = useProposalLabels(questions);
  const words = ({ field, saved }: Difference) => {
    if (field === "language") return languageName(saved, locale);
    if (field === "level") return t(`call.levels.${saved as "all"}`);
    return saved || "–";
  };
  return (
    <Notice tone="warning" title={t("call.form.differs")}>
      <DescriptionList
        items={differences.map((difference) => ({
          term: labels[difference.field] ?? difference.field,
          description: <span className="whitespace-pre-line">{words(difference)}</span>,
        }))}
      />
    </Notice>
  );
}
