import { Printer } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button } from "~/ui/index.ts";
import script from "./print.js?url&no-inline";

/** Opens the print dialog; it shows itself where script runs. */
export function PrintButton() {
  const { t } = useText();
  return (
    <>
      <Button type="button" icon={Printer} data-print hidden>
        {t("visible.poster.print")}
      </Button>
      <script type="module" src={script} />
    </>
  );
}
