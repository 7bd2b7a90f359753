import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Disclosure, EmptyState, Section, SelectField } from "~/ui/index.ts";
import { FormatForm, formatFormId } from "./format-form.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import type { Format } from "./proposal.ts";

export interface FormatListProps {
  formats: Format[];
  /** Proposals that have each, by its id. */
  uses: Record<string, number>;
  mayEdit: boolean;
  resultOf: (formId: string) => SubmissionResult<string[]> | undefined;
}

/** What can be proposed and how long it takes. */
export function FormatList({ formats, uses, mayEdit, resultOf }: FormatListProps) {
  const { t } = useText();
  const added = resultOf(formatFormId());
  return (
    <Section title={t("call.organise.formats")} intro={t("call.organise.formatsIntro")} id="formats">
      {formats.length === 0 ? (
        <EmptyState title={t("call.organise.formatsEmpty")}>{t("call.organise.formatsEmptyText")}</EmptyState>
      ) : (
        <ol className="flex max-w-2xl flex-col">
          {formats.map((format, index) => (
            <li key={format.id} className="border-b border-line py-3">
              <Row format={format} used={uses[format.id] ?? 0}>
                {mayEdit && (
                  <MoveButtons
                    intent="move-format"
                    id={format.id}
                    name={format.name}
                    first={index === 0}
                    last={index === formats.length - 1}
                  />
                )}
              </Row>
              {mayEdit && (
                <Edit
                  format={format}
                  others={formats.filter((other) => other !== format)}
                  used={uses[format.id] ?? 0}
                  result={resultOf(formatFormId(format))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {mayEdit && (
        <Disclosure summary={t("call.organise.formatAdd")} open={added !== undefined || formats.length === 0}>
          <FormatForm lastResult={added} />
        </Disclosure>
      )}
    </Section>
  );
}

interface RowProps {
  format: Format;
  used: number;
  children: ReactNode;
}

function Row({ format: { name, kind, durationMinutes }, used, children }: RowProps) {
  const { t, format } = useText();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="flex-1">
        <span className="font-semibold">{name}</span>{" "}
        <span className="text-soft">
          {format.minutes(durationMinutes)} · {t(`festivals.kinds.${kind}`)}
          {used > 0 && ` · ${t("call.organise.formatUse", { count: used })}`}
        </span>
      </p>
      {children}
    </div>
  );
}

interface EditProps {
  format: Format;
  others: Format[];
  used: number;
  result: SubmissionResult<string[]> | undefined;
}

function Edit({ format, others, used, result }: EditProps) {
  const { t } = useText();
  return (
    <Disclosure summary={t("call.organise.change", { name: format.name })} open={result !== undefined}>
      <FormatForm format={format} lastResult={result} />
      <Form method="post" className="mt-6 flex flex-col items-start gap-3">
        <input type="hidden" name="intent" value="remove-format" />
        <input type="hidden" name="form" value={formatFormId(format)} />
        <input type="hidden" name="id" value={format.id} />
        {used > 0 && (
          <SelectField
            id={`instead-${format.id}`}
            name="insteadId"
            label={t("call.organise.formatInstead", { count: used })}
            hint={t("call.organise.formatRemoveHint")}
            placeholder={t("call.organise.formatNone")}
            options={others.map((other) => ({ value: other.id, label: other.name }))}
          />
        )}
        <Button variant="quiet" size="small">
          {t("call.organise.formatRemove")}
        </Button>
      </Form>
    </Disclosure>
  );
}
