import { useText } from "~/platform/i18n/text.tsx";
import { DescriptionList, Disclosure, Notice, Section, Table, TextLink } from "~/ui/index.ts";
import type { BallotPage } from "./ballot-page.server.ts";

/** Where the ballot stands, and how many handed in. */
export function BallotStatus({ page, slug }: { page: BallotPage; slug: string }) {
  const { t, format } = useText();
  const { ballot, state, handedIn } = page;
  if (!ballot) return null;
  const all = handedIn.reduce((sum, one) => sum + one.people, 0);
  return (
    <Section title={t("ballot.organise.status")}>
      <StateNotice page={page} />
      <DescriptionList
        items={[
          {
            term: t("ballot.organise.opens"),
            description: ballot.opensAt ? format.moment(ballot.opensAt) : t("ballot.organise.withProgramme"),
          },
          { term: t("ballot.organise.closes"), description: format.moment(ballot.closesAt) },
          { term: t("ballot.organise.mode"), description: t(`ballot.modes.${ballot.mode}`) },
          {
            term: t("ballot.organise.page"),
            description: <TextLink to={`/festivals/${slug}/wishes`}>{`/festivals/${slug}/wishes`}</TextLink>,
          },
        ]}
      />
      <p className="text-lg font-semibold">{t("ballot.organise.handedIn", { count: all })}</p>
      {handedIn.length > 0 && (
        <Table
          caption={t("ballot.organise.handedInCaption")}
          captionHidden
          rows={handedIn}
          rowKey={({ organisation }) => organisation ?? ""}
          columns={[
            {
              key: "organisation",
              header: t("ballot.report.organisation"),
              cell: ({ organisation }) => organisation ?? t("ballot.report.nowhere"),
            },
            {
              key: "people",
              header: t("ballot.report.people"),
              align: "end",
              cell: ({ people }) => format.number(people),
            },
          ]}
        />
      )}
      <p className="max-w-prose text-sm text-soft">{t("ballot.organise.onlyTotals")}</p>
      {state !== "allocated" && (
        <Disclosure summary={t("ballot.organise.seed")}>
          <p className="max-w-prose">{t("ballot.organise.seedText")}</p>
          <p className="seed">{ballot.seed}</p>
        </Disclosure>
      )}
    </Section>
  );
}

function StateNotice({ page: { ballot, state, done } }: { page: BallotPage }) {
  const { t, format } = useText();
  switch (state) {
    case "waiting":
      return (
        <Notice title={t("ballot.organise.waiting")}>
          {ballot?.opensAt
            ? t("ballot.wishes.opensAt", { when: format.moment(ballot.opensAt) })
            : t("ballot.organise.waitingText")}
        </Notice>
      );
    case "open":
      return (
        <Notice title={t("ballot.organise.open", { when: format.moment(ballot?.closesAt ?? "") })}>
          {t("ballot.organise.openText")}
        </Notice>
      );
    case "closed":
      return <Notice title={t("ballot.organise.closed")}>{t("ballot.organise.closedText")}</Notice>;
    case "allocated":
      return (
        <Notice tone="success" title={t("ballot.organise.done", { when: format.moment(done?.at ?? "") })}>
          {t("ballot.organise.doneText")}
        </Notice>
      );
    default:
      return null;
  }
}
