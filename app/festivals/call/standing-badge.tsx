import { useText } from "~/platform/i18n/text.tsx";
import { Badge, type Tone } from "~/ui/index.ts";
import type { ProposalStanding } from "./proposal.ts";

/** No red: none of this is anybody's fault. */
const tones: Record<ProposalStanding, Tone> = {
  draft: "neutral",
  received: "info",
  review: "info",
  accepted: "success",
  confirmed: "success",
  reserve: "warning",
  declined: "neutral",
  withdrawn: "neutral",
};

export function StandingBadge({ standing }: { standing: ProposalStanding }) {
  const { t } = useText();
  return <Badge tone={tones[standing]}>{t(`call.standings.${standing}`)}</Badge>;
}
