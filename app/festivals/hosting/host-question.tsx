import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Form, Notice, Stack, TextField } from "~/ui/index.ts";

export interface HostQuestionProps {
  festival: string;
  lead: string;
  own: string;
  invitedBy: string | null;
  message: string;
}

/** What the other organisation asks, and the two answers. */
export function HostQuestion({ festival, lead, own, invitedBy, message }: HostQuestionProps) {
  const { t } = useText();
  return (
    <Notice title={t("festivals.hosts.question", { festival, lead, own })}>
      <Stack>
        {message && (
          <blockquote className="mt-2 border-s-2 border-line ps-4">
            <p className="text-sm text-soft">{t("festivals.hosts.messageOf", { name: invitedBy ?? lead })}</p>
            <p className="whitespace-pre-line">{message}</p>
          </blockquote>
        )}
        <p>{t("festivals.hosts.questionHint")}</p>
        <div>
          <ActionForm fields={{ form: "accepted" }}>{t("festivals.hosts.accept")}</ActionForm>
        </div>
        <Form>
          <input type="hidden" name="form" value="declined" />
          <TextField
            name="reason"
            label={t("hosting.answer.reason")}
            hint={t("hosting.answer.reasonHint", { lead })}
            optional
          />
          <div>
            <Button variant="secondary">{t("festivals.hosts.decline")}</Button>
          </div>
        </Form>
      </Stack>
    </Notice>
  );
}
