import { ArrowLeftRight, TicketCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, Notice } from "~/ui/index.ts";
import { QueueRules } from "./offers/queue-rules.tsx";
import type { Waiting } from "./panel.ts";
import { SignUpForm } from "./sign-up-form.tsx";

export interface WaitingPanelProps extends Omit<Waiting, "is"> {
  sessionId: string;
  /** What else a place depends on, and on whom. */
  children?: ReactNode;
}

/** A place in the queue, what would keep a seat from coming, and the way out. */
export function WaitingPanel({
  sessionId,
  place,
  inTheWay,
  givesUp,
  atOnce,
  queue,
  children,
}: WaitingPanelProps) {
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
        {inTheWay.length === 0 && queue.now !== "whoever" && <p>{t("signups.waitingText")}</p>}
      </Notice>
      {children}
      <QueueRules queue={queue} atOnce={atOnce} />
      <Inline>
        {queue.mayTake && inTheWay.length === 0 && (
          <SignUpForm sessionId={sessionId} icon={TicketCheck} label={t("offers.waiting.take")} />
        )}
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
