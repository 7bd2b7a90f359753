import { useText } from "~/platform/i18n/text.tsx";
import { Button, FileField, Form, RadioGroup, TextArea } from "~/ui/index.ts";
import { type ImportKind, importKinds } from "./tables/fields.ts";

/** A spreadsheet as a file, or its cells pasted where a file is hard to come by. */
export function TableUpload({
  kind,
  mayInvite,
  error,
  pasted,
}: {
  kind: ImportKind;
  mayInvite: boolean;
  error: string | null;
  pasted: string;
}) {
  const { t } = useText();
  const allErrors = error ? { [pasted ? "pasted" : "file"]: [error] } : {};
  return (
    <Form form={{ id: "import-table", allErrors }} encType="multipart/form-data">
      <RadioGroup
        id="import-kind"
        name="kind"
        label={t("exchange.upload.what")}
        value={kind}
        options={importKinds.map((one) => ({
          value: one,
          label: t(`exchange.kinds.${one}`),
          hint: t(`exchange.kindHints.${one}`),
          disabled: one === "people" && !mayInvite,
        }))}
      />
      <FileField
        id="import-file"
        name="file"
        label={t("exchange.upload.file")}
        hint={t("exchange.upload.fileHint")}
        accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        errors={allErrors.file}
      />
      <TextArea
        id="import-pasted"
        name="pasted"
        label={t("exchange.upload.pasted")}
        hint={t("exchange.upload.pastedHint")}
        rows={6}
        value={pasted}
        errors={allErrors.pasted}
      />
      <div>
        <Button>{t("exchange.upload.submit")}</Button>
      </div>
    </Form>
  );
}
