import { useText } from "~/platform/i18n/text.tsx";
import { UploadForm } from "~/ui/index.ts";

/** A schedule as a file, or pasted. */
export function ImportForm({ error, pasted }: { error: string | null; pasted: string }) {
  const { t } = useText();
  return (
    <UploadForm
      id="import"
      accept=".json,.xml,application/json,application/xml,text/xml"
      error={error}
      pasted={pasted}
      words={{
        file: t("scheduleImport.file"),
        fileHint: t("scheduleImport.fileHint"),
        pasted: t("scheduleImport.pasted"),
        pastedHint: t("scheduleImport.pastedHint"),
        submit: t("scheduleImport.submit"),
      }}
    />
  );
}
