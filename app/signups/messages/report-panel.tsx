import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Meter, Section, Table, type Tone } from "~/ui/index.ts";
import type { DeliveryReport } from "./delivery.server.ts";
import { type Delivery, deliveries, noDeliveries } from "./message.ts";

const tones: Record<Delivery, Tone> = {
  sent: "success",
  "on-its-way": "info",
  failed: "danger",
  bounced: "danger",
  refused: "neutral",
};

export interface ReportPanelProps {
  report: DeliveryReport;
  /** How many it is for, while it is being sent. */
  readers: number;
  /** More is to come: the page looks again by itself where script runs. */
  moving: boolean;
}

/** Who got it and who did not: one's own people by name, those of the other organisations as numbers. */
export function ReportPanel({ report, readers, moving }: ReportPanelProps) {
  const { t } = useText();
  const totals = { ...noDeliveries };
  for (const { delivery } of report.own) totals[delivery] += 1;
  for (const one of report.others)
    for (const delivery of deliveries) totals[delivery] += one.deliveries[delivery];
  const written = deliveries.reduce((sum, delivery) => sum + totals[delivery], 0);
  const done = written - totals["on-its-way"];
  const total = Math.max(readers, written);
  return (
    <div id="report" data-live={moving ? "" : undefined} className="flex flex-col gap-10">
      <Section title={t("messages.report.title")}>
        {moving && (
          <div className="flex max-w-xl flex-col gap-1.5">
            <p role="status">{t("messages.list.progress", { done, total })}</p>
            <Meter value={done} max={total} />
          </div>
        )}
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {deliveries
            .filter((delivery) => totals[delivery] > 0)
            .map((delivery) => (
              <li key={delivery}>
                <Badge tone={tones[delivery]}>{t(`messages.deliveries.${delivery}`)}</Badge>{" "}
                <span className="font-semibold">{totals[delivery]}</span>
              </li>
            ))}
        </ul>
        {written === 0 && !moving && <p>{t("messages.report.nobody")}</p>}
        {totals.sent > 0 && <p className="text-sm text-soft">{t("messages.report.sentMeans")}</p>}
      </Section>
      {report.own.length > 0 && (
        <Section title={t("messages.report.own")}>
          <Table
            caption={t("messages.report.own")}
            captionHidden
            rowKey={({ id }) => id}
            rows={report.own}
            columns={[
              { key: "name", header: t("messages.report.name"), cell: ({ name }) => name, rowHeader: true },
              {
                key: "delivery",
                header: t("messages.report.what"),
                cell: ({ delivery, reason }) => (
                  <span className="flex flex-col items-start gap-1">
                    <Badge tone={tones[delivery]}>{t(`messages.deliveries.${delivery}`)}</Badge>
                    {reason && <span className="text-sm break-words text-soft">{reason}</span>}
                  </span>
                ),
              },
            ]}
          />
        </Section>
      )}
      {report.others.length > 0 && (
        <Section title={t("messages.report.others")} intro={t("messages.report.othersIntro")}>
          <Table
            caption={t("messages.report.others")}
            captionHidden
            rowKey={({ organisation }) => organisation}
            rows={report.others}
            columns={[
              {
                key: "organisation",
                header: t("messages.report.organisation"),
                cell: ({ organisation }) => organisation || t("messages.reach.nowhere"),
                rowHeader: true,
              },
              ...deliveries
                .filter((delivery) => report.others.some((one) => one.deliveries[delivery] > 0))
                .map((delivery) => ({
                  key: delivery,
                  header: t(`messages.deliveries.${delivery}`),
                  cell: (one: DeliveryReport["others"][number]) => one.deliveries[delivery],
                  align: "end" as const,
                })),
            ]}
          />
        </Section>
      )}
    </div>
  );
}
