import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, LinkButton, Notice, Section, Table, TextLink } from "~/ui/index.ts";
import type { Report, ReportLine } from "./report.ts";
import { placeText, remarkText } from "./report-text.ts";

type Left = Extract<ReportLine, { outcome: "left" }>;
type Taken = Extract<ReportLine, { outcome: "taken" }>;

/** What came of an import: what was left first, because that is what somebody has to look at. */
export function ImportReport({
  report,
  festival,
}: {
  report: Report;
  festival: { name: string; slug: string };
}) {
  const { t } = useText();
  const organise = `/festivals/${festival.slug}/organise`;
  const taken = report.lines.filter((line): line is Taken => line.outcome === "taken");
  const mended = taken.filter((line) => line.notes.length > 0);
  const counts = [
    t("scheduleImport.report.taken", { count: report.taken }),
    ...(report.left > 0 ? [t("scheduleImport.report.left", { count: report.left })] : []),
  ];
  return (
    <Section
      title={t("scheduleImport.report.title")}
      actions={
        <>
          <LinkButton to={`${organise}/sessions`} variant="primary">
            {t("scheduleImport.report.toDraft")}
          </LinkButton>
          <LinkButton to={`${organise}/import`} variant="quiet">
            {t("scheduleImport.report.another")}
          </LinkButton>
        </>
      }
    >
      <Notice tone={report.left > 0 ? "warning" : "success"} title={counts.join(" · ")}>
        {t("scheduleImport.report.intoDraft", { festival: festival.name })}
      </Notice>
      {report.zone && <Notice>{t("scheduleImport.report.zone", report.zone)}</Notice>}
      <LeftLines lines={report.lines} intro={t("scheduleImport.report.leftIntro")} />
      <Missing missing={report.missing} organise={organise} />
      {mended.length > 0 && (
        <Disclosure summary={`${t("scheduleImport.report.mendedTitle")} (${mended.length})`} open>
          <Lines lines={mended} caption={t("scheduleImport.report.mendedTitle")} />
        </Disclosure>
      )}
      {mended.length < taken.length && (
        <Disclosure summary={`${t("scheduleImport.report.takenTitle")} (${taken.length - mended.length})`}>
          <Lines
            lines={taken.filter((line) => line.notes.length === 0)}
            caption={t("scheduleImport.report.takenTitle")}
          />
        </Disclosure>
      )}
    </Section>
  );
}

/** The entries that were left, each with where it stands and why. */
export function LeftLines({ lines, intro }: { lines: ReportLine[]; intro?: string }) {
  const { t } = useText();
  const left = lines.filter((line): line is Left => line.outcome === "left");
  if (left.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3>{t("scheduleImport.report.leftTitle")}</h3>
      {intro && <p className="max-w-prose text-soft">{intro}</p>}
      <Lines lines={left} caption={t("scheduleImport.report.leftTitle")} />
    </div>
  );
}

function Lines({ lines, caption }: { lines: ReportLine[]; caption: string }) {
  const { t } = useText();
  const remarks = lines.some((line) => remarkText(line, t) !== "");
  const columns = [
    {
      key: "title",
      header: t("scheduleImport.report.columns.title"),
      cell: (line: ReportLine) => line.title || t("scheduleImport.report.untitled"),
      rowHeader: true,
    },
    {
      key: "where",
      header: t("scheduleImport.report.columns.where"),
      cell: (line: ReportLine) => placeText(line.where, t),
    },
    {
      key: "why",
      header: t("scheduleImport.report.columns.why"),
      cell: (line: ReportLine) => remarkText(line, t),
    },
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      columns={remarks ? columns : columns.slice(0, 2)}
      rows={lines}
      rowKey={({ where }) => `${where.day} ${where.room} ${where.entry}`}
    />
  );
}

function Missing({ missing, organise }: { missing: Report["missing"]; organise: string }) {
  const { t } = useText();
  if (missing.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3>{t("scheduleImport.report.missingTitle")}</h3>
      <p className="max-w-prose text-soft">{t("scheduleImport.report.missingIntro")}</p>
      <ul className="list-disc ps-5">
        {missing.map(({ id, title }) => (
          <li key={id}>
            <TextLink to={`${organise}/sessions/${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
