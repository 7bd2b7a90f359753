import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Fieldset, Form, NumberField } from "~/ui/index.ts";
import { PreviewButtons } from "./bulk-form.tsx";
import type { SessionSeatsInput } from "./forms.ts";

export interface SessionSeatsFormProps {
  capacity: number | null;
  seatsTaken: number;
  hosts: { id: string; name: string; taken: number; kept: number }[];
  /** Who does not lead may say how many fit and not for whom seats are kept. */
  mayKeep: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** How many fit in a session, and how many of its seats are kept for each host. */
export function SessionSeatsForm({
  capacity,
  seatsTaken,
  hosts,
  mayKeep,
  lastResult,
}: SessionSeatsFormProps) {
  const { t } = useText();
  const [form, fields] = useForm<SessionSeatsInput>({
    id: "seats",
    lastResult,
    defaultValue: {
      capacity: capacity ?? undefined,
      kept: Object.fromEntries(hosts.map((host) => [host.id, String(host.kept)])),
    },
  });
  const kept = fields.kept.getFieldset();
  return (
    <Form form={form}>
      <NumberField
        field={fields.capacity}
        label={t("guarantees.session.capacity")}
        hint={t("guarantees.session.capacityHint", { count: seatsTaken })}
        min={1}
        optional
      />
      {mayKeep && (
        <Fieldset legend={t("guarantees.session.kept")} hint={t("guarantees.session.keptHint")}>
          <div className="flex flex-wrap gap-x-8 gap-y-4">
            {hosts.map(({ id, name, taken }) => (
              <NumberField
                key={id}
                field={kept[id]}
                name={`kept.${id}`}
                label={name}
                hint={t("guarantees.session.taken", { count: taken })}
                min={0}
              />
            ))}
          </div>
        </Fieldset>
      )}
      <PreviewButtons />
    </Form>
  );
}
