import type { QuestionKind } from "#db/schema/proposals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Paragraphs } from "~/sessions/paragraphs.tsx";
import { type Description, DescriptionList, OrganisationMark, Stack } from "~/ui/index.ts";
import type { Proposal } from "../call/proposal.ts";

export interface ProposalFactsProps {
  proposal: Omit<Proposal, "answers" | "takenOver">;
  answers: { id: string; label: string; kind: QuestionKind; answer: string }[];
}

/** A proposal as it was handed in, with the answers to the organisers' questions. */
export function ProposalFacts({ proposal, answers }: ProposalFactsProps) {
  const { t, format } = useText();
  const { organisation, proposer, track, language, level, size, equipment, notes, topics } = proposal;
  const kind = proposal.format;
  const length = kind && t("review.overview.minutes", { count: kind.durationMinutes });
  const what = [
    kind ? `${kind.name}, ${length}` : t("review.overview.noFormat"),
    track?.name,
    format.language(language),
    t(`review.levels.${level}`),
    size === null ? null : t("review.page.upTo", { count: size }),
  ];
  const facts: (Description | false)[] = [
    { term: t("review.page.speakers"), description: <Speakers speakers={proposal.speakers} /> },
    proposal.speakers[0]?.name !== proposer.name && {
      term: t("review.page.proposedBy"),
      description: proposer.name,
    },
    topics.length > 0 && { term: t("review.page.topics"), description: format.list(topics) },
    equipment !== "" && {
      term: t("review.page.equipment"),
      description: <span className="whitespace-pre-line">{equipment}</span>,
    },
    ...answers.map(({ label, kind: asked, answer }) => ({
      term: label,
      description: (
        <span className="break-words whitespace-pre-line">
          {asked === "yes-no" ? t(answer === "yes" ? "call.yes" : "call.no") : answer}
        </span>
      ),
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
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <OrganisationMark organisation={organisation} link />
        <span className="text-soft">{what.filter(Boolean).join(" · ")}</span>
      </div>
      <div className="text-lg" lang={language}>
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
