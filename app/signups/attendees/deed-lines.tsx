import { useText } from "~/platform/i18n/text.tsx";
import type { Deed } from "./deeds.ts";

/** Who signed the reader up or out, and why. */
export function DeedLines({ deed }: { deed: Deed }) {
  const { t } = useText();
  return (
    <>
      <p>{t(`attendees.deed.${deed.did}`, saidOf(deed, t("attendees.deed.noOrganisation")))}</p>
      {deed.reason && <p>{t("attendees.deed.reason", { reason: deed.reason })}</p>}
    </>
  );
}

function saidOf({ name, organisation }: Deed, otherwise: string) {
  return { name, organisation: organisation || otherwise };
}
