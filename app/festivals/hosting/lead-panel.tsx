import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Form, Inline, Notice, Section, SelectField, Stack } from "~/ui/index.ts";
import type { HostOrganisation } from "../festival.ts";

export interface LeadPanelProps {
  /** The other hosts. */
  others: HostOrganisation[];
  /** Who has been asked to take over. */
  offeredTo: string | null;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** Where the lead asks another host to take over. */
export function LeadPanel({ others, offeredTo, lastResult }: LeadPanelProps) {
  const { t } = useText();
  const [form, fields] = useForm<{ organisationId: string }>({ id: "offer-lead", lastResult });
  return (
    <Section title={t("hosting.lead.title")} intro={t("hosting.lead.intro")}>
      {offeredTo && (
        <Notice>
          <Stack>
            <p>{t("hosting.lead.waiting", { organisation: offeredTo })}</p>
            <div>
              <ActionForm fields={{ form: "withdraw-lead" }} variant="secondary" size="small">
                {t("hosting.lead.withdraw")}
              </ActionForm>
            </div>
          </Stack>
        </Notice>
      )}
      {!offeredTo && others.length === 0 && <p className="text-soft">{t("hosting.lead.nobody")}</p>}
      {!offeredTo && others.length > 0 && (
        <Form form={form}>
          <input type="hidden" name="form" value="offer-lead" />
          <SelectField
            field={fields.organisationId}
            label={t("hosting.lead.to")}
            placeholder={t("hosting.lead.choose")}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <Button variant="secondary">{t("hosting.lead.submit")}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

export interface LeadQuestionProps {
  festival: string;
  lead: string;
  own: string;
  offeredBy: string | null;
  offeredAt: string;
}

/** What the lead asks of this host, and the two answers. */
export function LeadQuestion({ festival, lead, own, offeredBy, offeredAt }: LeadQuestionProps) {
  const { t, format } = useText();
  const name = offeredBy ?? lead;
  return (
    <Notice title={t("hosting.lead.question", { festival, lead, own })}>
      <Stack>
        <p>{t("hosting.lead.questionHint", { lead })}</p>
        <p className="text-sm text-soft">
          {t("hosting.lead.questionBy", { name, when: format.moment(offeredAt) })}
        </p>
        <Inline>
          <ActionForm fields={{ form: "take-lead" }}>{t("hosting.lead.take")}</ActionForm>
          <ActionForm fields={{ form: "refuse-lead" }} variant="secondary">
            {t("hosting.lead.refuse", { lead })}
          </ActionForm>
        </Inline>
      </Stack>
    </Notice>
  );
}
