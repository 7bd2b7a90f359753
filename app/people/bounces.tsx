import { useText } from "~/platform/i18n/text.tsx";
import type { Bounce } from "~/platform/mail/bounces.server.ts";
import { Notice } from "~/ui/index.ts";
import type { BouncedPerson } from "./bounced.server.ts";

/** To oneself: mail to you came back. */
export function OwnBounce({ bounce }: { bounce: Bounce }) {
  const { t, format } = useText();
  return (
    <Notice tone="warning" title={t("messages.bounces.own", { when: format.moment(bounce.at) })}>
      <p>{t("messages.bounces.ownText", { email: bounce.address })}</p>
      <Reason bounce={bounce} />
    </Notice>
  );
}

/** To organisers: whom of their own people no mail reaches. */
export function BouncedPeople({ bounced }: { bounced: BouncedPerson[] }) {
  const { t, format } = useText();
  if (bounced.length === 0) return null;
  return (
    <Notice tone="warning" title={t("messages.bounces.title")}>
      <p>{t("messages.bounces.intro")}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {bounced.map((one) => (
          <li key={one.address}>
            <span className="font-semibold">{one.name}</span> ·{" "}
            <span className="break-words">
              {t("messages.bounces.line", { email: one.address, when: format.moment(one.at) })}
            </span>
            <Reason bounce={one} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Reason({ bounce }: { bounce: Bounce }) {
  const { t } = useText();
  if (!bounce.reason) return null;
  return (
    <p className="text-sm break-words text-soft">{t("messages.bounces.said", { reason: bounce.reason })}</p>
  );
}
