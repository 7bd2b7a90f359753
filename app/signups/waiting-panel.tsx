import { ArrowLeftRight } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, Notice } from "~/ui/index.ts";
import type { Obstacle } from "./decide.ts";
import { SignUpForm } from "./sign-up-form.tsx";

export interface WaitingPanelProps {
  sessionId: string;
  place: number;
  inTheWay: Obstacle[];
  givesUp: Obstacle | null;
}

/** A place in the queue, what would keep a seat from coming, and the way out. */
export function WaitingPanel({ sessionId, place, inTheWay, givesUp }: WaitingPanelProps) {
  const { t, format } = useText();
  const [only, ...others] = inTheWay;
  const swap = only?.mayGiveUp && others.length === 0 && !givesUp ? only : null;
  return (
    <>
      <Notice tone={inTheWay.length > 0 ? "warning" : "info"} title={t("signups.waiting", { place })}>
        {inTheWay.map((one) => (
          <p key={one.sessionId}>
            {t("signups.passedOver", { title: one.title, time: format.sessionTime(one) })}
          </p>
        ))}
        {givesUp && <p>{t("signups.givesUp", { title: givesUp.title })}</p>}
        {inTheWay.length === 0 && <p>{t("signups.waitingText")}</p>}
      </Notice>
      <Inline>
        {swap && (
          <SignUpForm
            sessionId={sessionId}
            givesUp={swap.sessionId}
            icon={ArrowLeftRight}
            label={t("signups.swapWhenFree", { title: swap.title })}
          />
        )}
        <ActionForm
          action={`/sessions/${sessionId}/sign-up`}
          fields={{ intent: "give-up" }}
          label={t("signups.leaveQueue")}
          variant="secondary"
        />
      </Inline>
    </>
  );
}
