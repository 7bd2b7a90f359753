import { Form } from "@remix-run/react";
import type { ProposalStatus } from "#db/schema/proposals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Notice, Section, Stack, TextLink } from "~/ui/index.ts";
import { pickValue, verdicts } from "./decide.ts";
import { VerdictButtons } from "./decide-bar.tsx";
import { ProposalState } from "./proposal-state.tsx";
import { decisionOf, type Told } from "./row.ts";

export interface DecidePanelProps {
  proposal: { id: string; status: ProposalStatus; decidedAt: string | null; organisation: { name: string } };
  told: Told | null;
  decidedBy: string | null;
  mayDecide: boolean;
  sessions: { id: string; title: string; cancelled: boolean }[];
  /** Below it are the festival's sessions in the draft. */
  base: string;
}

/** Where it stands, who decided so, the session made of it, and what can be decided now. */
export function DecidePanel({ proposal, told, decidedBy, mayDecide, sessions, base }: DecidePanelProps) {
  const { t, format } = useText();
  const { id, status, decidedAt, organisation } = proposal;
  const present = decisionOf(status) ?? status;
  return (
    <Section title={t("review.decide.title")}>
      <Stack gap="small">
        <ProposalState row={{ status, told }} />
        {decidedAt && status !== "withdrawn" && (
          <p className="text-sm text-soft">
            {t("review.decide.by", {
              state: t(`review.states.${present}`),
              name: decidedBy ?? t("review.decide.obstacle.somebody"),
              when: format.moment(decidedAt),
            })}
          </p>
        )}
        {sessions.map((session) => (
          <p key={session.id}>
            <TextLink to={`${base}/sessions/${session.id}`}>{t("review.page.openSession")}</TextLink>{" "}
            <span className="text-sm text-soft">
              {session.cancelled ? t("festivals.sessions.takenOut") : t("review.page.sessionHint")}
            </span>
          </p>
        ))}
      </Stack>
      {mayDecide && (
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="intent" value="decide" />
          <input type="hidden" name="pick" value={pickValue({ id, status })} />
          <VerdictButtons verdicts={verdicts.filter((verdict) => verdict !== present)} />
          <p className="text-sm text-soft">
            {t("review.decide.tellsNobody")} {t("review.decide.makesSession")}
          </p>
        </Form>
      )}
      {!mayDecide && status !== "withdrawn" && (
        <Notice>{t("review.decide.readOnly", { host: organisation.name })}</Notice>
      )}
    </Section>
  );
}
