import { useText } from "~/platform/i18n/text.tsx";
import { LinkButton, Notice, Section } from "~/ui/index.ts";
import { ProblemTable } from "./line-tables.tsx";
import type { ImportAnswer } from "./tables/import-page.server.ts";

/** What was taken, and where to look at it. */
export function ImportDone({
  done: { kind, counts, leftOut },
  festival,
  peoplePath,
  path,
}: {
  done: Extract<ImportAnswer, { step: "done" }>;
  festival: { name: string; slug: string };
  peoplePath: string;
  path: string;
}) {
  const { t } = useText();
  const organise = `/festivals/${festival.slug}/organise`;
  const [to, label] = {
    sessions: [`${organise}/sessions`, t("exchange.taken.toSessions")],
    people: [peoplePath, t("exchange.taken.toPeople")],
    rooms: [`${organise}/venue`, t("exchange.taken.toRooms")],
  }[kind] as [string, string];
  const said = (["new", "changed", "same", "left"] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`exchange.preview.counts.${outcome}`, { count: counts[outcome] }));
  return (
    <Section
      title={t("exchange.taken.title")}
      actions={
        <>
          <LinkButton to={to} variant="primary">
            {label}
          </LinkButton>
          <LinkButton to={path} variant="quiet">
            {t("tables.upload.back")}
          </LinkButton>
        </>
      }
    >
      <Notice tone={counts.left > 0 ? "warning" : "success"} title={said.join(" · ")}>
        {t(`exchange.taken.${kind}`, { festival: festival.name })}
      </Notice>
      {leftOut.length > 0 && <ProblemTable problems={leftOut} title={t("exchange.taken.leftOut")} />}
    </Section>
  );
}
