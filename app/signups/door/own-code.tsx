import { QrCode } from "~/lectures/poster/qr-code.tsx";
import { useText } from "~/platform/i18n/text.tsx";
import { Card, TextLink } from "~/ui/index.ts";

export interface OwnCode {
  festival: string;
  /** The whole address, as the QR code carries it. */
  address: string;
}

/** One's code for the doors of a festival, on one's agenda. */
export function OwnCodeCard({ festival, address }: OwnCode) {
  const { t } = useText();
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-6">
        <QrCode address={address} alt={t("door.code.alt", { festival })} className="w-40 rounded-lg" />
        <div className="flex min-w-0 flex-1 basis-48 flex-col gap-2">
          <h2 className="text-xl">{t("door.code.title", { festival })}</h2>
          <p className="text-soft">{t("door.code.text")}</p>
          <p>
            <TextLink to={new URL(address).pathname}>{t("door.code.open")}</TextLink>
          </p>
        </div>
      </div>
    </Card>
  );
}
