import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { UploadForm } from "./upload-form.tsx";

const spreadsheets =
  ".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface TableUploadProps {
  error: string | null;
  pasted: string;
  children?: ReactNode;
}

/** A spreadsheet as a file, or its cells pasted. */
export function TableUpload({ error, pasted, children }: TableUploadProps) {
  const { t } = useText();
  return (
    <UploadForm
      id="import-table"
      accept={spreadsheets}
      error={error}
      pasted={pasted}
      words={{
        file: t("tables.upload.file"),
        fileHint: t("tables.upload.fileHint"),
        pasted: t("tables.upload.pasted"),
        pastedHint: t("tables.upload.pastedHint"),
        submit: t("tables.upload.submit"),
      }}
    >
      {children}
    </UploadForm>
  );
}
