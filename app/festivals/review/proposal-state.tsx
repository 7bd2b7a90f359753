import type { ProposalStatus } from "#db/schema/proposals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { StatusBadge } from "~/ui/index.ts";
import type { Told } from "./row.ts";

/** Where a proposal stands, and whether its speakers know. */
export function ProposalState({ row }: { row: { status: ProposalStatus; told: Told | null } }) {
  const { t } = useText();
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatusBadge status={row.status}>{t(`review.states.${row.status}`)}</StatusBadge>
      {row.told && <span className="text-sm text-soft">{t(`review.told.${row.told}`)}</span>}
    </span>
  );
}
