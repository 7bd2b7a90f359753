import { useText } from "~/platform/i18n/text.tsx";
import { Button, FileField, Form, TextArea } from "~/ui/index.ts";

/** A schedule as a file, or pasted where a file is hard to come by. */
export function ImportForm({ error, pasted }: { error: string | null; pasted: string }) {
  const { t } = useText();
  const wrong = pasted ? "pasted" : "file";
  const allErrors = error ? { [wrong]: [error] } : {};
  return (
    <Form form={{ id: "import", allErrors }} encType="multipart/form-data">
      <FileField
        id="import-file"
        name="file"
        label={t("scheduleImport.file")}
        hint={t("scheduleImport.fileHint")}
        accept=".json,.xml,application/json,application/xml,text/xml"
        errors={allErrors.file}
      />
      <TextArea
        id="import-pasted"
        name="pasted"
        label={t("scheduleImport.pasted")}
        hint={t("scheduleImport.pastedHint")}
        rows={6}
        value={pasted}
        errors={allErrors.pasted}
      />
      <div>
        <Button>{t("scheduleImport.submit")}</Button>
      </div>
    </Form>
  );
}
