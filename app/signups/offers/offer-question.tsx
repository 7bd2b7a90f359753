import { ArrowLeftRight, Check, X } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Notice, TextLink } from "~/ui/index.ts";
import { ObstacleSentence } from "../obstacle-sentence.tsx";
import type { Offer } from "./offer.ts";

export interface OfferQuestionProps {
  offer: Offer;
  /** `14:30`, as the reader's clock shows it. */
  until: string;
  /** Where the answer goes; this page by default. */
  action?: string;
  /** What they came to say, by the link they followed: it stands out. */
  leaning?: "no" | null;
}

/** A seat that is held: what yes does, what no does, and what silence does. */
export function OfferQuestion({ offer, until, action, leaning = null }: OfferQuestionProps) {
  const { t, format } = useText();
  const { inTheWay, givesUp, drops, together } = offer;
  return (
    <>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t("offers.onYes")}</li>
        {together && <li>{t("offers.onYesTogether")}</li>}
        {givesUp && <li>{t("offers.onYesGivesUp", { title: givesUp.title })}</li>}
        {drops.length > 0 && (
          <li>{t("offers.onYesDrops", { titles: format.list(drops.map((title) => `“${title}”`)) })}</li>
        )}
        <li>{t("offers.onNo")}</li>
        <li>{t("offers.onSilence", { until })}</li>
      </ul>
      {inTheWay.length > 0 && <Obstacles offer={offer} />}
      <div className="flex flex-col items-start gap-3">
        <YesForm offer={offer} action={action} leaning={leaning} />
        <ActionForm
          action={action}
          fields={{ intent: "decline" }}
          variant={leaning === "no" ? "primary" : "secondary"}
          icon={X}
        >
          {t("offers.no")}
        </ActionForm>
      </div>
    </>
  );
}

function YesForm({ offer: { inTheWay }, action, leaning }: Omit<OfferQuestionProps, "until">) {
  const { t } = useText();
  const variant = leaning === "no" ? "secondary" : "primary";
  const [only, ...others] = inTheWay;
  if (!only)
    return (
      <ActionForm action={action} fields={{ intent: "accept" }} variant={variant} icon={Check}>
        {t("offers.yes")}
      </ActionForm>
    );
  if (others.length > 0 || !only.mayGiveUp) return null;
  return (
    <ActionForm
      action={action}
      fields={{ intent: "accept", givesUp: only.sessionId }}
      variant={variant}
      icon={ArrowLeftRight}
    >
      {t("offers.yesSwap", { title: only.title })}
    </ActionForm>
  );
}

function Obstacles({ offer: { inTheWay } }: { offer: Offer }) {
  const { t } = useText();
  const several = inTheWay.length > 1 ? inTheWay.filter(({ mayGiveUp }) => mayGiveUp) : [];
  return (
    <Notice tone="warning">
      {inTheWay.map((obstacle) => (
        <ObstacleSentence key={obstacle.sessionId} obstacle={obstacle} />
      ))}
      {several.length > 0 && (
        <>
          <p className="mt-3">{t("offers.severalInTheWay")}</p>
          <ul className="list-disc ps-5">
            {several.map(({ sessionId, title }) => (
              <li key={sessionId}>
                <TextLink to={`/sessions/${sessionId}/sign-up`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
