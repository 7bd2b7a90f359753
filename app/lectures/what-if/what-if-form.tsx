import { useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import {
  Button,
  CheckboxGroup,
  DateField,
  Disclosure,
  Form,
  Inline,
  LinkButton,
  RadioGroup,
  SelectField,
} from "~/ui/index.ts";
import type { Tried } from "./page.server.ts";

interface WhatIfFormProps extends Pick<Tried, "given" | "lastResult"> {
  /** How turns are taken now. */
  mode: string;
  members: readonly { id: string; name: string }[];
  /** Where it leads without anything tried. */
  here: string;
}

/** What to try; the answer stands in the address, so that it can be sent to somebody. */
export function WhatIfForm({ given, lastResult, mode, members, here }: WhatIfFormProps) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "what-if",
    lastResult: lastResult ?? undefined,
    defaultValue: given,
  });
  return (
    <Form form={form} method="get">
      <div className="flex flex-col gap-2">
        <Disclosure summary={t("roster.whatIf.without")} open={given.without.length > 0}>
          <CheckboxGroup
            field={fields.without}
            label={t("roster.whatIf.withoutLabel")}
            hint={t("roster.whatIf.withoutHint")}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Disclosure>
        <Disclosure summary={t("roster.whatIf.away")} open={Boolean(given.away || given.from || given.to)}>
          <div className="flex flex-col gap-4">
            <SelectField
              field={fields.away}
              label={t("roster.whatIf.awayWho")}
              placeholder={t("roster.whatIf.nobody")}
              options={members.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Inline>
              <DateField field={fields.from} label={t("lectures.roster.from")} />
              <DateField field={fields.to} label={t("lectures.roster.to")} />
            </Inline>
          </div>
        </Disclosure>
        <Disclosure summary={t("roster.whatIf.pause")} open={Boolean(given.pauseFrom || given.pauseTo)}>
          <Inline>
            <DateField field={fields.pauseFrom} label={t("roster.whatIf.pauseFrom")} />
            <DateField field={fields.pauseTo} label={t("roster.whatIf.pauseTo")} />
          </Inline>
        </Disclosure>
        <Disclosure summary={t("lectures.form.mode")} open={given.mode !== mode}>
          <RadioGroup
            field={fields.mode}
            label={t("lectures.form.mode")}
            options={[
              { value: "per-head", label: t("lectures.form.perHead") },
              { value: "per-organisation", label: t("lectures.form.perOrganisation") },
            ]}
          />
        </Disclosure>
      </div>
      <Inline>
        <Button>{t("roster.whatIf.submit")}</Button>
        <LinkButton to={here} variant="quiet" reloadDocument>
          {t("roster.whatIf.again")}
        </LinkButton>
      </Inline>
    </Form>
  );
}
