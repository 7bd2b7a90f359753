import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, ColumnChoices, Disclosure, Form, Notice, RadioGroup } from "~/ui/index.ts";
import { StartingBalances } from "./balance-list.tsx";
import { listFields } from "./fields.ts";
import { joinings } from "./joining.ts";
import type { ListPreview } from "./list-page.server.ts";
import { WhoSpoke } from "./who-spoke.tsx";

/** Everything there is to choose, how everybody would start, and the one button that takes the list. */
export function ListChoices({ preview }: { preview: ListPreview }) {
  const { t } = useText();
  const { columns, error, counts, ambiguous, dateOrder } = preview;
  const columnError =
    error && typeof error === "object"
      ? t(`tables.refusal.${error.key}`, { field: t(`rosterImport.field.${error.field}`) })
      : null;
  const leaveErrors = error === "leave-out" ? [t("rosterImport.error.leave-out")] : [];
  const allErrors = {
    ...(columnError && { "column-0": [columnError] }),
    ...(leaveErrors.length > 0 && { leaveOut: leaveErrors }),
  };
  const asks = columnError !== null || (ambiguous !== null && dateOrder === null);
  return (
    <Form
      form={{ id: "take-list", allErrors }}
      encType="multipart/form-data"
      labels={{ "column-0": t("tables.columns.title"), leaveOut: t("rosterImport.problems") }}
    >
      <input type="hidden" name="table" value={preview.table} />
      <input type="hidden" name="seen" value={preview.seen} />
      <Disclosure summary={`${t("tables.columns.title")} (${columns.length})`} open={asks}>
        <ColumnChoices
          columns={columns}
          options={listFields.map((field) => ({ value: field, label: t(`rosterImport.field.${field}`) }))}
          error={columnError}
          ambiguous={ambiguous}
          dateOrder={dateOrder}
          orders={preview.orders}
        />
      </Disclosure>
      <WhoSpoke speakers={preview.speakers} />
      {counts.new > 0 ? <Since preview={preview} /> : <Kept preview={preview} />}
      {counts.new > 0 && (
        <>
          <StartingBalances balances={preview.balances} newcomers={preview.newcomers} />
          {counts.refused > 0 && (
            <CheckboxField
              id="leaveOut"
              name="leaveOut"
              label={t("rosterImport.leaveOut", { count: counts.refused })}
              errors={leaveErrors}
            />
          )}
          {error === "changed" && <Notice tone="warning">{t("rosterImport.error.changed")}</Notice>}
          <div className="flex flex-col items-start gap-2">
            <p className="max-w-prose text-soft">{t("rosterImport.consequence")}</p>
            <Button name="intent" value="take">
              {t("rosterImport.take", { count: counts.new })}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

function Since({ preview: { joining, moveMembers, moved } }: { preview: ListPreview }) {
  const { t, format } = useText();
  const names = format.list(moved.map(({ name }) => name));
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        id="joining"
        name="joining"
        label={t("rosterImport.joining.label")}
        hint={t("rosterImport.joining.hint")}
        value={joining}
        options={joinings.map((value) => ({
          value,
          label: t(`rosterImport.joining.${value}`),
          hint: t(value === "list" ? "rosterImport.joining.listHint" : "rosterImport.joining.ownHint"),
        }))}
      />
      {moved.length > 0 || !moveMembers ? (
        <CheckboxField
          id="moveMembers"
          name="moveMembers"
          label={t("rosterImport.joining.move")}
          hint={moved.length > 0 && t("rosterImport.joining.moves", { count: moved.length, names })}
          checked={moveMembers}
        />
      ) : (
        <input type="hidden" name="moveMembers" value="on" />
      )}
      <div>
        <Button variant="secondary" name="intent" value="look">
          {t("rosterImport.again")}
        </Button>
      </div>
    </div>
  );
}

/** What was chosen travels on where there is nothing to choose. */
function Kept({ preview: { joining, moveMembers, speakers } }: { preview: ListPreview }) {
  const { t } = useText();
  return (
    <>
      <input type="hidden" name="joining" value={joining} />
      {moveMembers && <input type="hidden" name="moveMembers" value="on" />}
      {speakers.length > 0 && (
        <div>
          <Button variant="secondary" name="intent" value="look">
            {t("rosterImport.again")}
          </Button>
        </div>
      )}
    </>
  );
}
