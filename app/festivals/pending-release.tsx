import type { SubmissionResult } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { EmptyState, Notice, Stack } from "~/ui/index.ts";
import { ChangeSummary } from "./change-summary.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { atLevel } from "./conflicts/levels.ts";
import { ReleaseForm } from "./release-form.tsx";
import { ChangeGroups } from "./releases/change-groups.tsx";
import type { ChangeFilter } from "./releases/group.ts";
import { MailCount } from "./releases/mail-count.tsx";
import type { PendingRelease as Pending } from "./releases.server.ts";

export interface PendingReleaseProps {
  base: string;
  pending: Pending;
  filter: ChangeFilter;
  hosts: { id: string; name: string }[];
  number: number;
  /** Who releases, when the reader may not. */
  lead: string | null;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** What would change for attendees, what to look at first, and the button. */
export function PendingRelease({
  base,
  pending,
  filter,
  hosts,
  number,
  lead,
  lastResult,
}: PendingReleaseProps) {
  const { t } = useText();
  const { changes, audience, conflicts, levels, names, leftOut } = pending;
  const first = number === 1;
  if (changes.length === 0) {
    const [title, hint] = first
      ? (["festivals.releases.empty", "festivals.releases.emptyHint"] as const)
      : (["festivals.releases.nothing", "festivals.releases.nothingHint"] as const);
    return (
      <Stack>
        {lastResult && <Notice tone="warning">{t("festivals.releases.nothingLeft")}</Notice>}
        <EmptyState title={t(title)}>{t(hint)}</EmptyState>
      </Stack>
    );
  }
  return (
    <Stack gap="loose">
      <ConflictList conflicts={conflicts} levels={levels} sessions={names} base={base} />
      {leftOut > 0 && <Notice>{t("festivals.releases.leftOut", { count: leftOut })}</Notice>}
      <p className="font-semibold">
        <ChangeSummary changes={changes} />
      </p>
      <ChangeGroups changes={changes} audience={audience} filter={filter} hosts={hosts} />
      <MailCount people={audience.people} />
      {first && <p>{t("festivals.releases.first")}</p>}
      {lead === null ? (
        <ReleaseForm
          number={number}
          warnings={atLevel(conflicts, levels, "warn").length > 0}
          lastResult={lastResult}
        />
      ) : (
        <Notice>{t("festivals.releases.onlyLead", { lead })}</Notice>
      )}
    </Stack>
  );
}
