import { useText } from "~/platform/i18n/text.tsx";
import { Notice, Table } from "~/ui/index.ts";
import type { ShownPreview } from "./preview.server.ts";
import { usePreview } from "./preview-view.tsx";

export interface BulkPreviewProps {
  lines: {
    sessionId: string;
    title: string;
    guarantees: { organisationId: string; seats: number }[];
    preview: ShownPreview;
  }[];
  /** Titles of sessions with fewer seats than would be kept. */
  tooFew: string[];
  hosts: { id: string; name: string }[];
}

/** What a wish for all sessions would do to each of them. */
export function BulkPreview({ lines, tooFew, hosts }: BulkPreviewProps) {
  const { t, format } = useText();
  const nameOf = (id: string) => hosts.find((host) => host.id === id)?.name ?? "";
  return (
    <>
      <Notice title={t("guarantees.bulk.would", { count: lines.length })}>
        {lines.length > 0 && <p>{t("guarantees.bulk.nothingYet")}</p>}
        {tooFew.length > 0 && <p>{t("guarantees.bulk.tooFew", { titles: format.list(tooFew) })}</p>}
      </Notice>
      {lines.length > 0 && (
        <Table
          caption={t("guarantees.bulk.caption")}
          rows={lines}
          rowKey={(line) => line.sessionId}
          columns={[
            { key: "session", header: t("guarantees.table.session"), cell: (line) => line.title },
            {
              key: "kept",
              header: t("guarantees.table.kept"),
              cell: ({ guarantees }) =>
                format.list(
                  guarantees.map(({ organisationId, seats }) =>
                    t("guarantees.shown.host", { count: seats, name: nameOf(organisationId) }),
                  ),
                ),
            },
            {
              key: "effect",
              header: t("guarantees.bulk.effect"),
              cell: ({ preview }) => <Effect preview={preview} />,
            },
          ]}
        />
      )}
    </>
  );
}

function Effect({ preview }: { preview: ShownPreview }) {
  return <span className="text-sm">{usePreview(preview).join(" ")}</span>;
}
