import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Form, Notice, Section, Stack, TextArea } from "~/ui/index.ts";
import type { SessionLine } from "./attendee.server.ts";
import type { SignUpAnswer } from "./sign-up.server.ts";

export interface SignUpPreviewProps {
  name: string;
  session: SessionLine;
  /** What it would come to. */
  answer: SignUpAnswer;
  /** What was typed, and what is wrong with it. */
  typed: { reason?: string; errors: Record<string, string[]> };
}

/** What signing somebody up comes to, said before it is done, and the button that does it. */
export function SignUpPreview({ name, session, answer, typed }: SignUpPreviewProps) {
  const { t, format } = useText();
  const { capacity, seatsTaken: taken } = session;
  const more = (capacity ?? 0) + 1;
  return (
    <Section id="sign-up" title={t("attendees.placing.title", session)} intro={format.sessionTime(session)}>
      {!answer.ok && <Refused name={name} host={session.host} answer={answer} />}
      {answer.ok && answer.already && <Notice>{t("attendees.placing.already", { name })}</Notice>}
      {answer.ok && !answer.already && (
        <Form>
          <input type="hidden" name="intent" value="sign-up" />
          <input type="hidden" name="session" value={session.id} />
          <Notice tone={answer.passed > 0 || answer.raised ? "warning" : "info"}>
            <Stack gap="tight">
              <p>{t("attendees.placing.seat", { name })}</p>
              {answer.passed > 0 && <p>{t("attendees.placing.passes", { count: answer.passed })}</p>}
              {answer.raised && (
                <p>
                  {taken < (capacity ?? 0)
                    ? t("attendees.placing.raisesKept", { more })
                    : t("attendees.placing.raises", { taken, capacity: capacity ?? 0, more })}
                </p>
              )}
            </Stack>
          </Notice>
          {answer.raised && (
            <CheckboxField
              name="over"
              label={t("attendees.placing.over", { more, capacity: capacity ?? 0 })}
              hint={t("attendees.placing.overHint")}
              errors={typed.errors.over}
            />
          )}
          <TextArea
            name="reason"
            rows={2}
            label={t("attendees.one.reason")}
            hint={t("attendees.one.reasonHint", { name })}
            value={typed.reason}
            errors={typed.errors.reason}
          />
          <Button>{t("attendees.placing.confirm", { name })}</Button>
        </Form>
      )}
    </Section>
  );
}

interface RefusedProps {
  name: string;
  host: string;
  answer: Extract<SignUpAnswer, { ok: false }>;
}

/** Why it cannot be, with what they have then. */
export function Refused({ name, host, answer }: RefusedProps) {
  const { t, format } = useText();
  if (answer.reason !== "clash" && answer.reason !== "same-workshop")
    return <Notice tone="warning">{t(`attendees.placing.${answer.reason}`, { name, host })}</Notice>;
  return (
    <Notice tone="warning">
      {answer.obstacles.map((one) => (
        <p key={one.sessionId}>
          {t(`attendees.placing.${one.why === "clash" && !one.mayGiveUp ? "clashGives" : one.why}`, {
            name,
            title: one.title,
            time: format.sessionTime(one),
          })}
        </p>
      ))}
    </Notice>
  );
}
