import { useText } from "~/platform/i18n/text.tsx";
import {
  Button,
  CheckboxField,
  ColumnChoices,
  Disclosure,
  Form,
  LinkButton,
  Notice,
  Section,
} from "~/ui/index.ts";
import { LineTable, ProblemTable } from "./line-tables.tsx";
import { fieldsOf } from "./tables/fields.ts";
import type { Preview } from "./tables/import-page.server.ts";

/** What would become of the rows, and the one button that takes them. */
export function ImportPreview({ preview, path }: { preview: Preview; path: string }) {
  const { t, format } = useText();
  const { kind, counts, columns, problems, lines, error, sheet } = preview;
  const taking = counts.new + counts.changed;
  const said = (["new", "changed", "same", "left"] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`exchange.preview.counts.${outcome}`, { count: counts[outcome] }));
  const columnError =
    error && error !== "leaveOut"
      ? t(`tables.refusal.${error.key}`, { field: t(`exchange.field.${error.field}`) })
      : null;
  const leaveErrors = error === "leaveOut" ? [t("exchange.preview.leaveOutNeeded")] : [];
  const unread = columns.filter(({ field, name }) => !field && name).map(({ name }) => name);
  const asks = columnError !== null || (preview.ambiguous !== null && preview.dateOrder === null);
  return (
    <Section
      title={t(`exchange.preview.title.${kind}`)}
      actions={
        <LinkButton to={path} variant="quiet">
          {t("tables.upload.back")}
        </LinkButton>
      }
    >
      <Notice
        tone={problems.length > 0 || columnError ? "warning" : "info"}
        title={said.join(" · ") || columnError}
      >
        {t("exchange.preview.nothingYet")} {sheet && t("exchange.preview.sheet", { sheet })}
      </Notice>
      <Disclosure summary={`${t("tables.columns.title")} (${columns.length})`} open={asks}>
        <Form
          form={{ id: "import-columns", allErrors: columnError ? { "column-0": [columnError] } : {} }}
          encType="multipart/form-data"
          labels={{ "column-0": t("tables.columns.title") }}
        >
          <Carried preview={preview} />
          <ColumnChoices
            columns={columns}
            options={fieldsOf[kind].map((field) => ({ value: field, label: t(`exchange.field.${field}`) }))}
            error={columnError}
            ambiguous={preview.ambiguous}
            dateOrder={preview.dateOrder}
            orders={preview.orders}
          />
        </Form>
      </Disclosure>
      {unread.length > 0 && (
        <p className="max-w-prose text-soft">{t("tables.columns.unread", { names: format.list(unread) })}</p>
      )}
      {problems.length > 0 && <ProblemTable problems={problems} />}
      {lines.length > 0 && <LineTable lines={lines} kind={kind} total={taking + counts.same} />}
      {taking > 0 && (
        <Form
          form={{ id: "import-take", allErrors: leaveErrors.length > 0 ? { leaveOut: leaveErrors } : {} }}
          encType="multipart/form-data"
          labels={{ leaveOut: t("exchange.preview.problems") }}
        >
          <Carried preview={preview} />
          <Understood preview={preview} />
          {counts.left > 0 && (
            <CheckboxField
              id="leaveOut"
              name="leaveOut"
              label={t("exchange.preview.leaveOut", { count: counts.left })}
              errors={leaveErrors}
            />
          )}
          <Taking kind={kind} taking={taking} />
        </Form>
      )}
      {taking === 0 && counts.same > 0 && counts.left === 0 && (
        <Notice>{t("exchange.preview.nothingToDo")}</Notice>
      )}
    </Section>
  );
}

/** The table travels in the form: nothing of it is kept here before it is taken. */
function Carried({ preview: { kind, table } }: { preview: Preview }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="table" value={table} />
    </>
  );
}

/** The columns as they were understood for what stands above: a choice that was not looked at does not count. */
function Understood({ preview: { columns, dateOrder } }: { preview: Preview }) {
  return (
    <>
      <input type="hidden" name="order" value={dateOrder ?? ""} />
      {columns.map(({ letter, field }, index) => (
        <input key={letter} type="hidden" name={`column-${index}`} value={field ?? ""} />
      ))}
    </>
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
