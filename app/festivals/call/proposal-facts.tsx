import { useText } from "~/platform/i18n/text.tsx";
import { languageName } from "~/sessions/language.ts";
import { Paragraphs } from "~/sessions/paragraphs.tsx";
import { type Description, DescriptionList } from "~/ui/index.ts";
import type { Question, ShownProposal } from "./proposal.ts";

export interface ProposalFactsProps {
  proposal: ShownProposal;
  questions: Question[];
}

/** A proposal to be read: what was handed in, as far as it says anything. */
export function ProposalFacts({ proposal, questions }: ProposalFactsProps) {
  const { t, format, locale } = useText();
  const { format: kind, track, speakers, language, level, size, topics, equipment, notes } = proposal;
  const answers = questions.map(({ id, kind: answered, label }) => {
    const answer = proposal.answers[id] ?? "";
    return {
      term: label,
      description: answered === "yes-no" && answer ? t(`call.${yesNo(answer)}`) : answer,
    };
  });
  const items: Description[] = [
    {
      term: t("call.form.abstract"),
      description: proposal.abstract && <Paragraphs text={proposal.abstract} />,
    },
    {
      term: t("call.form.format"),
      description:
        kind &&
        t("call.form.formatOption", { name: kind.name, minutes: format.minutes(kind.durationMinutes) }),
    },
    {
      term: t("call.form.given"),
      description: speakers
        .filter((speaker) => speaker.status !== "declined")
        .map(({ name, status }) =>
          status === "agreed" ? name : `${name} (${t("call.form.speakerStates.invited")})`,
        )
        .join(", "),
    },
    { term: t("call.form.track"), description: track?.name },
    { term: t("call.form.language"), description: languageName(language, locale) },
    { term: t("call.form.level"), description: t(`call.levels.${level}`) },
    {
      term: t("call.form.size"),
      description: size === null ? t("call.form.anyNumber") : format.number(size),
    },
    { term: t("call.form.topics"), description: topics.join(", ") },
    { term: t("call.form.equipment"), description: equipment && <Paragraphs text={equipment} /> },
    { term: t("call.form.notes"), description: notes && <Paragraphs text={notes} /> },
    ...answers,
  ];
  return <DescriptionList items={items.filter((item) => item.description)} />;
}

const yesNo = (answer: string) => (answer === "yes" ? "yes" : "no");
