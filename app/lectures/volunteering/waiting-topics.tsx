import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Form, Stack, TextField, VisuallyHidden } from "~/ui/index.ts";
import type { WaitingTopic } from "./topics.server.ts";

/** Topics in the order in which they get their turn, and room for another. */
export function WaitingTopics({
  topics,
  lastResult,
}: {
  topics: readonly WaitingTopic[];
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useText();
  const [form, fields] = useForm({ id: "add-topic", lastResult, defaultValue: { title: "" } });
  return (
    <Stack>
      <p className="max-w-prose text-soft">{t("roster.topics.intro")}</p>
      {topics.length > 0 && (
        <ol className="list-decimal ps-6">
          {topics.map(({ id, title }) => (
            <li key={id} className="border-b border-line py-1">
              <div className="flex flex-wrap items-center gap-x-4">
                <span className="flex-1 basis-48">{title}</span>
                <ActionForm fields={{ intent: "remove-topic", topicId: id }} variant="quiet" size="small">
                  <span aria-hidden>{t("lectures.roster.remove")}</span>
                  <VisuallyHidden>{t("roster.topics.removeNamed", { title })}</VisuallyHidden>
                </ActionForm>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Form form={form}>
        <input type="hidden" name="intent" value="add-topic" />
        <TextField
          field={fields.title}
          label={t("roster.topics.title")}
          hint={t("roster.topics.titleHint")}
        />
        <div>
          <Button variant="secondary">{t("roster.topics.submit")}</Button>
        </div>
      </Form>
    </Stack>
  );
}
