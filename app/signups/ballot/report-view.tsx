import type { BallotMode } from "#db/schema/ballots.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Table } from "~/ui/index.ts";
import type { AllocationReport } from "../allocation/allocation.ts";
import { ProfileBars } from "./profile-bars.tsx";

export interface Reported {
  mode: BallotMode;
  report: AllocationReport;
  /** How good it is known to be; null of one that was carried out. */
  quality: { exact: boolean; gap: number; cutShort: boolean } | null;
}

export interface ReportViewProps {
  reports: Reported[];
  /** The one that counts. */
  chosen: BallotMode;
  names: Record<string, string>;
}

/** Ways of giving the seats beside each other: who gets what, and who nothing, in totals. */
export function ReportView({ reports, chosen, names }: ReportViewProps) {
  const { t } = useText();
  const inOrder = reports.toSorted((a, b) => Number(b.mode === chosen) - Number(a.mode === chosen));
  return (
    <>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        {inOrder.map((one) => (
          <div key={one.mode} className="flex flex-col gap-3">
            <h3 className="text-lg">
              {t(`ballot.modes.${one.mode}`)}
              {reports.length > 1 && one.mode === chosen && (
                <span className="text-soft"> · {t("ballot.report.chosen")}</span>
              )}
            </h3>
            <ProfileBars report={one.report} />
            <ReportWords {...one} />
          </div>
        ))}
      </div>
      <PerOrganisation reports={inOrder} names={names} />
    </>
  );
}

function ReportWords({ mode, report, quality }: Reported) {
  const { t, format } = useText();
  const share = format.number((quality?.gap ?? 0) * 100, 1);
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      <li>{t("ballot.report.asked", { count: report.people, asked: report.asked, seats: report.seats })}</li>
      <li>{t("ballot.report.noSeat", { count: report.peopleWithoutAnySeat })}</li>
      <li>{t("ballot.report.noFirst", { count: report.withoutFirstChoice })}</li>
      {mode === "fewest-without" && quality && !quality.cutShort && (
        <li>
          {quality.exact
            ? t("ballot.report.exact")
            : t(quality.gap < 1 ? "ballot.report.gap" : "ballot.report.found", { share })}
        </li>
      )}
      {quality?.cutShort && <li>{t("ballot.report.cutShort")}</li>}
    </ul>
  );
}

function PerOrganisation({ reports, names }: { reports: Reported[]; names: Record<string, string> }) {
  const { t, format } = useText();
  const [first] = reports;
  if (!first) return null;
  const nameOf = (slug: string | null) =>
    slug === null ? t("ballot.report.nowhere") : (names[slug] ?? slug);
  const withoutOf = (report: AllocationReport, slug: string | null) => {
    const one = report.perOrganisation.find(({ organisation }) => organisation === slug);
    return one ? `${format.number(one.withoutSeat)} / ${format.number(one.asked)}` : "–";
  };
  return (
    <Table
      caption={t("ballot.report.perOrganisation")}
      rows={first.report.perOrganisation}
      rowKey={({ organisation }) => organisation ?? ""}
      columns={[
        {
          key: "organisation",
          header: t("ballot.report.organisation"),
          cell: ({ organisation }) => nameOf(organisation),
        },
        {
          key: "people",
          header: t("ballot.report.people"),
          align: "end" as const,
          cell: ({ people }) => format.number(people),
        },
        ...reports.map(({ mode, report }) => ({
          key: mode,
          header:
            reports.length > 1
              ? t("ballot.report.withoutIn", { mode: t(`ballot.modes.${mode}`) })
              : t("ballot.report.withoutOf"),
          align: "end" as const,
          cell: ({ organisation }: { organisation: string | null }) => withoutOf(report, organisation),
        })),
      ]}
    />
  );
}
