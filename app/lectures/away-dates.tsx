import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, DateField, Form, Inline, Stack, TextField, VisuallyHidden } from "~/ui/index.ts";
import type { Absence } from "./roster.server.ts";

interface AwayDatesProps {
  absences: readonly Absence[];
  lastResult: SubmissionResult<string[]> | undefined;
}

/** The dates one cannot speak, and a form for more. */
export function AwayDates({ absences, lastResult }: AwayDatesProps) {
  const { t, format } = useText();
  return (
    <Stack>
      {absences.length > 0 && (
        <ul>
          {absences.map(({ id, startsOn, endsOn, note }) => {
            const dates = format.dateRange(startsOn, endsOn);
            return (
              <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
                <span className="flex-1">
                  {dates} {note && <span className="text-soft">· {note}</span>}
                </span>
                <ActionForm fields={{ intent: "not-away", absenceId: id }} variant="quiet" size="small">
                  <span aria-hidden>{t("lectures.roster.remove")}</span>
                  <VisuallyHidden>{t("lectures.roster.removeNamed", { dates })}</VisuallyHidden>
                </ActionForm>
              </li>
            );
          })}
        </ul>
      )}
      <AwayForm lastResult={lastResult} />
    </Stack>
  );
}

function AwayForm({ lastResult }: Pick<AwayDatesProps, "lastResult">) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "away",
    lastResult,
    defaultValue: { startsOn: "", endsOn: "", note: "" },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="away" />
      <Inline>
        <DateField field={fields.startsOn} label={t("lectures.roster.from")} />
        <DateField field={fields.endsOn} label={t("lectures.roster.to")} />
      </Inline>
      <TextField
        field={fields.note}
        label={t("lectures.roster.note")}
        hint={t("lectures.roster.noteHint")}
        optional
      />
      <div>
        <Button variant="secondary">{t("lectures.roster.saveAway")}</Button>
      </div>
    </Form>
  );
}
