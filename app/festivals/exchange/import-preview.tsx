import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Disclosure, Form, LinkButton, Notice, Section } from "~/ui/index.ts";
import { ColumnChoices } from "./column-choices.tsx";
import { LineTable, ProblemTable } from "./line-tables.tsx";
import type { Preview } from "./tables/import-page.server.ts";

/** What would become of the rows, and the one button that takes them. */
export function ImportPreview({ preview, path }: { preview: Preview; path: string }) {
  const { t } = useText();
  const { kind, counts, columns, problems, lines, error, sheet } = preview;
  const taking = counts.new + counts.changed;
  const said = (["new", "changed", "same", "left"] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`exchange.preview.counts.${outcome}`, { count: counts[outcome] }));
  const columnError =
    error && error !== "leaveOut"
      ? t(`exchange.refusal.${error.key}`, { field: t(`exchange.field.${error.field}`) })
      : null;
  const leaveErrors = error === "leaveOut" ? [t("exchange.preview.leaveOutNeeded")] : [];
  const allErrors = {
    ...(columnError ? { "column-0": [columnError] } : {}),
    ...(leaveErrors.length > 0 ? { leaveOut: leaveErrors } : {}),
  };
  const asks = columnError !== null || (preview.ambiguous !== null && preview.dateOrder === null);
  return (
    <Section
      title={t(`exchange.preview.title.${kind}`)}
      actions={
        <LinkButton to={path} variant="quiet">
          {t("exchange.upload.back")}
        </LinkButton>
      }
    >
      <Notice
        tone={problems.length > 0 || columnError ? "warning" : "info"}
        title={said.join(" · ") || columnError}
      >
        {t("exchange.preview.nothingYet")} {sheet && t("exchange.preview.sheet", { sheet })}
      </Notice>
      <Form
        form={{ id: "import-table", allErrors }}
        encType="multipart/form-data"
        labels={{ "column-0": t("exchange.preview.columns"), leaveOut: t("exchange.preview.problems") }}
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="table" value={preview.table} />
        <Disclosure summary={`${t("exchange.preview.columns")} (${columns.length})`} open={asks}>
          <ColumnChoices preview={preview} error={columnError} />
        </Disclosure>
        {problems.length > 0 && <ProblemTable problems={problems} />}
        {lines.length > 0 && <LineTable lines={lines} kind={kind} total={taking + counts.same} />}
        {counts.left > 0 && taking > 0 && (
          <CheckboxField
            id="leaveOut"
            name="leaveOut"
            label={t("exchange.preview.leaveOut", { count: counts.left })}
            errors={leaveErrors}
          />
        )}
        {taking > 0 ? (
          <Taking kind={kind} taking={taking} />
        ) : (
          counts.same > 0 && counts.left === 0 && <Notice>{t("exchange.preview.nothingToDo")}</Notice>
        )}
      </Form>
    </Section>
  );
}

function Taking({ kind, taking }: { kind: Preview["kind"]; taking: number }) {
  const { t } = useText();
  const consequence = {
    people: t("exchange.preview.mails", { count: taking }),
    sessions: t("exchange.preview.noMail"),
    rooms: t("exchange.preview.roomsAtOnce"),
  }[kind];
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-soft">{consequence}</p>
      <Button name="intent" value="take">
        {t(kind === "people" ? "exchange.preview.invite" : "exchange.preview.take", { count: taking })}
      </Button>
    </div>
  );
}
