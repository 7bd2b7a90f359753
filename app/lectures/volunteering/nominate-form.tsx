import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, Button, Form, Stack, TextArea, TextField } from "~/ui/index.ts";
import type { Nomination } from "./nominations.server.ts";

interface NominateFormProps {
  hosts: readonly string[];
  /** One's own colleagues, to pick from while typing. */
  colleagues: readonly string[];
  lastResult: SubmissionResult<string[]> | undefined;
}

/** Whom one would like to hear. */
export function NominateForm({ hosts, colleagues, lastResult }: NominateFormProps) {
  const { t, format } = useText();
  const [form, fields] = useForm({ id: "nominate", lastResult, defaultValue: { who: "", message: "" } });
  return (
    <Stack>
      <p className="max-w-prose text-soft">{t("roster.nominate.intro")}</p>
      <Form form={form}>
        <input type="hidden" name="intent" value="nominate" />
        <TextField
          field={fields.who}
          label={t("roster.nominate.who")}
          hint={t("roster.nominate.whoHint", { hosts: format.list([...hosts]) })}
          list={colleagues}
          autoComplete="off"
        />
        <TextArea
          field={fields.message}
          label={t("roster.nominate.message")}
          hint={t("roster.nominate.messageHint")}
          rows={2}
          optional
        />
        <div>
          <Button variant="secondary">{t("roster.nominate.submit")}</Button>
        </div>
      </Form>
    </Stack>
  );
}

/** Those one has asked lately, and what became of it. */
export function MadeNominations({ made }: { made: readonly Pick<Nomination, "id" | "person" | "status">[] }) {
  const { t } = useText();
  return (
    <div>
      <h3>{t("roster.nominate.made")}</h3>
      <ul>
        {made.map(({ id, person, status }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
            <span className="flex-1 basis-40 font-semibold">{person}</span>
            <Badge tone={status === "accepted" ? "success" : "neutral"}>
              {t(`roster.nominate.status.${status}`)}
            </Badge>
            {status === "open" && (
              <ActionForm
                fields={{ intent: "withdraw-nomination", nominationId: id }}
                variant="quiet"
                size="small"
              >
                {t("roster.nominate.withdraw")}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
