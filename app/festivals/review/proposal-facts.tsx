import { useText } from "~/platform/i18n/text.tsx";
import { Paragraphs } from "~/sessions/paragraphs.tsx";
import { type Description, DescriptionList, OrganisationMark, Stack } from "~/ui/index.ts";
import type { Proposal } from "../call/proposal.ts";

export interface ProposalFactsProps {
  proposal: Omit<Proposal, "answers" | "takenOver">;
  answers: { id: string; label: string; answer: string }[];
}

/** A proposal as it was handed in, with the answers to the organisers' questions. */
export function ProposalFacts({ proposal, answers }: ProposalFactsProps) {
  const { t, format } = useText();
  const { organisation, proposer, track, language, level, size, equipment, notes, topics } = proposal;
  const kind = proposal.format;
  const facts: (Description | false)[] = [
    { term: t("review.page.host"), description: <OrganisationMark organisation={organisation} link /> },
    { term: t("review.page.proposedBy"), description: proposer.name },
    { term: t("review.page.speakers"), description: <Speakers speakers={proposal.speakers} /> },
    {
      term: t("review.page.format"),
      description: kind
        ? `${kind.name}, ${t("review.overview.minutes", { count: kind.durationMinutes })}`
        : t("review.overview.noFormat"),
    },
    { term: t("review.page.track"), description: track?.name ?? t("review.page.noTrack") },
    { term: t("review.page.language"), description: format.language(language) },
    { term: t("review.page.level"), description: t(`review.levels.${level}`) },
    {
      term: t("review.page.size"),
      description: size === null ? t("review.page.anySize") : format.number(size),
    },
    topics.length > 0 && { term: t("review.page.topics"), description: format.list(topics) },
    equipment !== "" && {
      term: t("review.page.equipment"),
      description: <span className="whitespace-pre-line">{equipment}</span>,
    },
    ...answers.map(({ label, answer }) => ({
      term: label,
      description: <span className="break-words whitespace-pre-line">{answer}</span>,
    })),
    notes !== "" && {
      term: t("review.page.notes"),
      description: <span className="break-words whitespace-pre-line">{notes}</span>,
    },
    proposal.submittedAt !== null && {
      term: t("review.page.handedIn"),
      description: format.moment(proposal.submittedAt),
    },
  ];
  return (
    <Stack gap="loose">
      <div className="text-lg">
        <Paragraphs text={proposal.abstract} />
      </div>
      <DescriptionList items={facts.filter((fact): fact is Description => fact !== false)} />
    </Stack>
  );
}

function Speakers({ speakers }: { speakers: Proposal["speakers"] }) {
  const { t, format } = useText();
  const names = speakers
    .filter(({ status }) => status !== "declined")
    .map(({ name, status, confirmedAt }) => {
      if (status === "invited") return t("review.page.speakerInvited", { name });
      return confirmedAt === null ? name : t("review.page.speakerConfirmed", { name });
    });
  return <>{format.list(names)}</>;
}
