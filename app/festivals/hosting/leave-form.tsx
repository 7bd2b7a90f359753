import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, Section, TextArea } from "~/ui/index.ts";
import type { HostOrganisation } from "../festival.ts";
import { type FateSession, FatesFields } from "./fates-fields.tsx";

interface FormProps {
  owner: string;
  heirs: HostOrganisation[];
  sessions: FateSession[];
  lastResult: SubmissionResult<string[]> | undefined;
}

const chosenIn = (lastResult: FormProps["lastResult"]) =>
  (lastResult?.initialValue?.of ?? {}) as Record<string, string>;

/** What happens when a host stops, and what becomes of its sessions. */
export function LeaveForm({ owner, lead, heirs, sessions, lastResult }: FormProps & { lead: string }) {
  const { t } = useText();
  const [form, fields] = useForm<{ all: string; reason?: string }>({
    id: "leave",
    lastResult,
    defaultValue: { all: "stay" },
  });
  return (
    <Section title={t("hosting.leave.title")} intro={t("hosting.leave.intro", { lead })}>
      <div className="max-w-prose">
        <h3 className="mb-2">{t("hosting.leave.consequences")}</h3>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          <li>{t("hosting.leave.now")}</li>
          <li>{t("hosting.leave.keeps", { lead })}</li>
          <li>{t("hosting.leave.handed")}</li>
          <li>{t("hosting.leave.cancelled", { lead })}</li>
          <li>{t("hosting.leave.seats")}</li>
          <li>{t("hosting.leave.rooms")}</li>
          <li>{t("hosting.leave.proposals")}</li>
        </ul>
      </div>
      <Form form={form} labels={{ all: t("hosting.leave.all") }}>
        <input type="hidden" name="form" value="leave" />
        {sessions.length > 0 ? (
          <FatesFields
            all={fields.all}
            owner={owner}
            heirs={heirs}
            sessions={sessions}
            chosen={chosenIn(lastResult)}
          />
        ) : (
          <>
            <input type="hidden" name="all" value="stay" />
            <p>{t("hosting.leave.noSessions")}</p>
          </>
        )}
        <TextArea
          field={fields.reason}
          label={t("hosting.leave.reason")}
          hint={t("hosting.leave.reasonHint", { lead })}
          optional
        />
        <div>
          <Button variant="danger">{t("hosting.leave.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** The lead gives the sessions of a host that has left a new home. */
export function RearrangeForm({ owner, heirs, sessions, lastResult }: FormProps) {
  const { t } = useText();
  const [form, fields] = useForm<{ all: string }>({
    id: "rearrange",
    lastResult,
    defaultValue: { all: "stay" },
  });
  const organisation = owner;
  return (
    <Section title={t("hosting.rearrange.title")} intro={t("hosting.rearrange.intro", { organisation })}>
      {sessions.length === 0 ? (
        <p className="text-soft">{t("hosting.rearrange.nothing")}</p>
      ) : (
        <Form form={form} labels={{ all: t("hosting.leave.all") }}>
          <input type="hidden" name="form" value="rearrange" />
          <FatesFields
            all={fields.all}
            owner={owner}
            heirs={heirs}
            sessions={sessions}
            chosen={chosenIn(lastResult)}
          />
          <div>
            <Button>{t("hosting.rearrange.submit")}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
