import { useText } from "~/platform/i18n/text.tsx";
import { RadioGroup, TableUpload } from "~/ui/index.ts";
import { type ImportKind, importKinds } from "./tables/fields.ts";

interface ImportFormProps {
  kind: ImportKind;
  mayInvite: boolean;
  error: string | null;
  pasted: string;
}

/** A spreadsheet, and what is in it. */
export function ImportForm({ kind, mayInvite, error, pasted }: ImportFormProps) {
  const { t } = useText();
  return (
    <TableUpload error={error} pasted={pasted}>
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
    </TableUpload>
  );
}
