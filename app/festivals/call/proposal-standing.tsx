import { useText } from "~/platform/i18n/text.tsx";
import { CallSentence, type CallTimes } from "./call-sentence.tsx";
import type { ProposalStanding } from "./proposal.ts";
import { StandingBadge } from "./standing-badge.tsx";

export interface ProposalStandingLineProps {
  standing: ProposalStanding;
  as: "proposer" | "co-speaker" | "organiser";
  proposer: string;
  call: CallTimes;
}

/** How it stands and what that means, and what the reader may do when it is not theirs alone. */
export function ProposalStandingLine({ standing, as, proposer, call }: ProposalStandingLineProps) {
  const { t } = useText();
  const late = standing === "draft" && call.window === "closed";
  return (
    <div className="-mt-4 flex max-w-prose flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <StandingBadge standing={standing} />
        <span>{late ? t("call.propose.lateDrafts") : t(`call.standingHints.${standing}`)}</span>
      </p>
      {as === "co-speaker" && <p>{t("call.form.coSpeakerHint", { name: proposer })}</p>}
      {as === "organiser" ? (
        <p>{t("call.form.organiserHint", { name: proposer })}</p>
      ) : (
        <p className="text-soft">
          <CallSentence {...call} />
        </p>
      )}
    </div>
  );
}
