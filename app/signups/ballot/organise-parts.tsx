import { FlaskConical } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, LinkButton, Notice, Section, TextLink } from "~/ui/index.ts";
import type { BallotPage } from "./ballot-page.server.ts";
import { ReportView } from "./report-view.tsx";

/** Seats go to whoever comes first: what wishes would be, and where to choose them. */
export function FirstCome({ slug, mayLead }: { slug: string; mayLead: boolean }) {
  const { t } = useText();
  return (
    <Section title={t("ballot.organise.firstCome")} intro={t("ballot.organise.firstComeText")}>
      {mayLead && (
        <p>
          <LinkButton to={`/festivals/${slug}/organise/settings`}>
            {t("ballot.organise.toSettings")}
          </LinkButton>
        </p>
      )}
    </Section>
  );
}

/** What giving the seats would come to, both ways, as often as they like; and the way to doing it. */
export function Trials({ page, slug, mayLead }: { page: BallotPage; slug: string; mayLead: boolean }) {
  const { t, format } = useText();
  const { trials, fresh, state, ballot } = page;
  const [first] = trials;
  const ready = state === "closed" && fresh && mayLead;
  return (
    <Section
      id="simulated"
      title={t("ballot.organise.simulate")}
      intro={t("ballot.organise.simulateHint")}
      actions={
        mayLead && (
          <ActionForm
            fields={{ intent: "simulate" }}
            icon={FlaskConical}
            variant={state === "closed" && !fresh ? "primary" : "secondary"}
          >
            {t(first ? "ballot.organise.simulateAgain" : "ballot.organise.simulateSubmit")}
          </ActionForm>
        )
      }
    >
      {first && ballot && (
        <>
          <p className="text-sm text-soft">
            {t("ballot.organise.simulatedAt", { when: format.moment(first.createdAt) })}
          </p>
          {!fresh && <Notice tone="warning">{t("ballot.organise.stale")}</Notice>}
          <ReportView
            chosen={ballot.mode}
            names={page.names}
            reports={trials.map(({ mode, report, exact, gap, cutShort }) => ({
              mode,
              report,
              quality: { exact, gap, cutShort },
            }))}
          />
        </>
      )}
      {!first && <p className="text-soft">{t("ballot.organise.notSimulated")}</p>}
      {ready && (
        <p>
          <LinkButton to={`/festivals/${slug}/organise/ballot/run`} variant="primary">
            {t("ballot.organise.toRun")}
          </LinkButton>
        </p>
      )}
    </Section>
  );
}

/** What was carried out. */
export function Done({
  done,
  names,
  slug,
}: {
  done: NonNullable<BallotPage["done"]>;
  names: Record<string, string>;
  slug: string;
}) {
  const { t } = useText();
  return (
    <Section title={t("ballot.organise.result")}>
      <ReportView
        chosen={done.mode}
        names={names}
        reports={[{ mode: done.mode, report: done.report, quality: null }]}
      />
      <p className="max-w-prose">
        {t("ballot.organise.replay")}{" "}
        <TextLink to={`/festivals/${slug}/ballot.json`} reloadDocument>
          {t("ballot.mine.file")}
        </TextLink>
      </p>
    </Section>
  );
}
