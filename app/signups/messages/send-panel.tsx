import { type SubmissionResult, useForm } from "@conform-to/react";
import { CircleStop, Send } from "lucide-react";
import type { MessageStatus } from "#db/schema/messages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import {
  ActionForm,
  Button,
  DateTimeField,
  Disclosure,
  Form,
  LinkButton,
  Notice,
  Section,
} from "~/ui/index.ts";

export interface SendPanelProps {
  status: MessageStatus;
  sendAt: string | null;
  readers: number;
  base: string;
  timeZone: string;
  result: SubmissionResult<string[]> | undefined;
}

/** What can be done with a message that has not left. */
export function SendPanel(props: SendPanelProps) {
  const { t } = useText();
  const { status, base } = props;
  return (
    <Section id="send" title={t(status === "outbox" ? "messages.send.waits" : "messages.send.title")}>
      {status === "outbox" ? <Waiting {...props} /> : <Ready {...props} />}
      <Disclosure
        summary={t(status === "outbox" ? "messages.send.otherTime" : "messages.send.later")}
        open={props.result !== undefined}
      >
        <LaterForm {...props} />
      </Disclosure>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton to={`${base}?change#words`}>{t("messages.act.change")}</LinkButton>
        <ActionForm fields={{ intent: "test" }} action={base} variant="secondary">
          {t("messages.act.test")}
        </ActionForm>
        {status !== "outbox" && (
          <ActionForm
            fields={{ intent: "discard" }}
            action={base}
            variant="quiet"
            confirm={t("messages.act.discardConfirm")}
          >
            {t("messages.act.discard")}
          </ActionForm>
        )}
      </div>
    </Section>
  );
}

function Ready({ readers, base }: SendPanelProps) {
  const { t } = useText();
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <ActionForm fields={{ intent: "send" }} action={base} variant="primary" icon={Send}>
        {t("messages.act.send", { count: readers })}
      </ActionForm>
      <span className="max-w-prose text-sm text-soft">{t("messages.send.hint")}</span>
    </div>
  );
}

function Waiting({ sendAt, readers, base }: SendPanelProps) {
  const { t, format } = useText();
  return (
    <Notice
      tone="warning"
      title={t("messages.send.leaves", { when: format.moment(sendAt ?? ""), count: readers })}
    >
      <p>{t("messages.send.until")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <ActionForm fields={{ intent: "stop" }} action={base} variant="primary" icon={CircleStop}>
          {t("messages.act.stop")}
        </ActionForm>
        <ActionForm fields={{ intent: "now" }} action={base} variant="secondary" icon={Send}>
          {t("messages.act.now")}
        </ActionForm>
      </div>
    </Notice>
  );
}

function LaterForm({ base, timeZone, result }: SendPanelProps) {
  const { t, format } = useText();
  const [form, fields] = useForm<{ at: string }>({ id: "later", lastResult: result });
  return (
    <Form form={form} action={base}>
      <input type="hidden" name="intent" value="later" />
      <DateTimeField
        field={fields.at}
        label={t("messages.send.at")}
        hint={t("messages.send.atHint", { zone: format.zoneName(timeZone) })}
      />
      <div>
        <Button variant="secondary">{t("messages.act.later")}</Button>
      </div>
    </Form>
  );
}
