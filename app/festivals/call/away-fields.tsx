import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import { CheckboxGroup, Disclosure } from "~/ui/index.ts";
import type { ProposalChoices } from "./proposal-choices.ts";

/** The half days of the festival on which the reader cannot; of all their proposals alike. */
export function AwayFields({ field, choices }: { field: ConformField; choices: ProposalChoices }) {
  const { t, format } = useText();
  if (choices.halfDays.length === 0) return null;
  return (
    <Disclosure summary={t("call.form.away")}>
      <CheckboxGroup
        field={field}
        label={<span className="sr-only">{t("call.form.away")}</span>}
        hint={t("call.form.awayHint", { zone: format.zoneName(choices.timeZone) })}
        options={choices.halfDays.map(({ id, date, half }) => ({
          value: id,
          label: t(`call.form.${half}`, { day: format.date(date) }),
        }))}
      />
    </Disclosure>
  );
}
