import { useText } from "~/platform/i18n/text.tsx";
import { Notice } from "~/ui/index.ts";

/** Why a co-host finds nothing to press here. */
export function OnlyLead({ lead }: { lead: string }) {
  const { t } = useText();
  return <Notice>{t("festivals.organise.onlyLead", { lead })}</Notice>;
}
