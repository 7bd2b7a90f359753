import { useText } from "~/platform/i18n/text.tsx";
import { LinkButton, Notice, Section } from "~/ui/index.ts";
import { LinesLeftOut, LinesToTake } from "./line-report.tsx";
import { ListChoices } from "./list-form.tsx";
import type { ListPreview } from "./list-page.server.ts";
import type { ListOutcome } from "./plan-list.ts";

/** What would become of last year's list. */
export function ListPreviewPage({ preview, path }: { preview: ListPreview; path: string }) {
  const { t } = useText();
  const { counts, problems, lines, sheet, error } = preview;
  const isDone = counts.new === 0 && counts.same > 0 && counts.refused === 0;
  const said = useCounts(counts);
  return (
    <Section
      title={t("rosterImport.title")}
      actions={
        <LinkButton to={path} variant="quiet">
          {t("tables.upload.back")}
        </LinkButton>
      }
    >
      <Notice tone={counts.refused > 0 || error ? "warning" : "info"} title={said}>
        {t(isDone ? "rosterImport.nothingToDo" : "rosterImport.nothingYet")}{" "}
        {sheet && t("rosterImport.sheet", { sheet })}
      </Notice>
      {problems.length > 0 && <LinesLeftOut lines={problems} />}
      <ListChoices key={preview.seen} preview={preview} />
      {lines.length > 0 && <LinesToTake lines={lines} />}
    </Section>
  );
}

/** `52 lectures to take · 1 that cannot be taken`. */
export function useCounts(counts: Record<ListOutcome, number>): string {
  const { t } = useText();
  return (["new", "same", "skipped", "refused"] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`rosterImport.counts.${outcome}`, { count: counts[outcome] }))
    .join(" · ");
}
