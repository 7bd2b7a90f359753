import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, LinkButton, Notice, Section } from "~/ui/index.ts";
import type { Trial } from "./allocations.server.ts";
import type { BallotState } from "./ballot.ts";

export interface BeforeRunningProps {
  slug: string;
  state: BallotState;
  /** What will be given; null when there is none that still stands. */
  trial: Trial | null;
  title: string;
}

/** What giving the seats will do, to how many, what it mails, and that it is for good. */
export function BeforeRunning({ slug, state, trial, title }: BeforeRunningProps) {
  const { t, format } = useText();
  const back = (
    <LinkButton to={`/festivals/${slug}/organise/ballot`} variant="quiet">
      {t("ballot.run.back")}
    </LinkButton>
  );
  if (state !== "closed" || !trial) {
    const why = state === "allocated" ? "allocated" : state === "closed" ? "stale" : "notClosed";
    return (
      <Section title={title}>
        <Notice>{t(`ballot.run.${why}`)}</Notice>
        <Inline>{back}</Inline>
      </Section>
    );
  }
  const { report } = trial;
  return (
    <Section title={title} intro={t("ballot.run.intro", { when: format.moment(trial.createdAt) })}>
      <ul className="flex max-w-prose list-disc flex-col gap-2 ps-5">
        <li>{t("ballot.run.seats", { count: report.people, seats: report.seats })}</li>
        <li>{t("ballot.run.without", { count: report.peopleWithoutAnySeat })}</li>
        <li>{t("ballot.run.queues")}</li>
        <li>{t("ballot.run.mails", { count: report.people })}</li>
        <li>{t("ballot.run.after")}</li>
        <li>{t("ballot.run.open")}</li>
      </ul>
      <Notice tone="warning">{t("ballot.run.forGood")}</Notice>
      <Inline>
        <ActionForm fields={{ trial: trial.id }} variant="primary">
          {t("ballot.run.submit", { count: report.people })}
        </ActionForm>
        {back}
      </Inline>
    </Section>
  );
}
