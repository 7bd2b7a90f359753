import { Download } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { LinkButton, Table } from "~/ui/index.ts";
import { type ExportName, exportFormats, exportNames } from "./exports/sheet.ts";

/** Everything organisers see, each as a workbook and as separated text. */
export function ExportList({ path }: { path: string }) {
  const { t } = useText();
  return (
    <Table
      caption={t("exchange.export.title")}
      captionHidden
      rows={exportNames}
      rowKey={(name) => name}
      columns={[
        {
          key: "what",
          header: t("exchange.export.what"),
          rowHeader: true,
          cell: (name: ExportName) => (
            <>
              {t(`exchange.export.names.${name}`)}
              <p className="max-w-prose text-sm font-normal text-soft">
                {t(`exchange.export.hints.${name}`)}
              </p>
            </>
          ),
        },
        {
          key: "files",
          header: t("exchange.export.files"),
          cell: (name: ExportName) => (
            <div className="flex flex-wrap gap-2">
              {exportFormats.map((format) => (
                <LinkButton
                  key={format}
                  to={`${path}/${name}.${format}`}
                  size="small"
                  icon={Download}
                  reloadDocument
                  download
                >
                  {t(`exchange.export.formats.${format}`)}
                  <span className="sr-only">: {t(`exchange.export.names.${name}`)}</span>
                </LinkButton>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
