import { ListOrdered, TicketCheck } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, LinkButton, Notice, SeatsMeter, Stack } from "~/ui/index.ts";
import { ClashNotice } from "./clashes/clash-notice.tsx";
import { TravelNotice } from "./clashes/travel-notice.tsx";
import { InTheWay } from "./in-the-way.tsx";
import { OfferedPanel } from "./offers/offered-panel.tsx";
import type { Panel } from "./panel.ts";
import { SignUpForm } from "./sign-up-form.tsx";
import { WaitingPanel } from "./waiting-panel.tsx";

export interface SignupPanelProps {
  panel: Panel;
  /** The path of the page it stands on, for coming back after signing in. */
  here: string;
}

/** Seats left, and the one thing this reader can do about it: every verb is a form of its own. */
export function SignupPanel({ panel, here }: SignupPanelProps) {
  const { t } = useText();
  if (panel.standing.is === "refused" && panel.standing.reason === "no-signup") return null;
  return (
    <section id="sign-up" aria-labelledby="sign-up-title" className="card w-full">
      <Stack>
        <h2 id="sign-up-title" className="text-xl">
          {t(panel.capacity === null ? "signups.titleOpen" : "signups.title")}
        </h2>
        <SeatsMeter taken={panel.seatsTaken} capacity={panel.capacity} waiting={panel.waiting} />
        <ClashNotice clashes={panel.clashes} />
        <StandingPart panel={panel} here={here} />
        <TravelNotice warnings={panel.travel} />
      </Stack>
    </section>
  );
}

function StandingPart({ panel, here }: SignupPanelProps) {
  const { t, format } = useText();
  const { standing, sessionId } = panel;
  const everybodyFits = panel.capacity === null;
  switch (standing.is) {
    case "anonymous":
      return (
        <Inline>
          <LinkButton variant="primary" to={`/login?to=${encodeURIComponent(`${here}#sign-up`)}`}>
            {t("signups.signIn")}
          </LinkButton>
        </Inline>
      );
    case "free":
      return standing.place === null ? (
        <SignUpForm
          sessionId={sessionId}
          icon={TicketCheck}
          label={t(everybodyFits ? "signups.come" : "signups.signUp")}
        />
      ) : (
        <>
          <p>{t("signups.full", { place: standing.place })}</p>
          <SignUpForm sessionId={sessionId} icon={ListOrdered} label={t("signups.joinQueue")} />
        </>
      );
    case "in-the-way":
      return <InTheWay sessionId={sessionId} {...standing} />;
    case "seated":
      if (!standing.mayLeave) return <p>{t("signups.seatedPast")}</p>;
      return (
        <>
          <Notice tone="success" title={t(everybodyFits ? "signups.coming" : "signups.seated")}>
            <p>{t("signups.seatedText")}</p>
          </Notice>
          <ActionForm
            action={`/sessions/${sessionId}/sign-up`}
            fields={{ intent: "give-up" }}
            label={t(everybodyFits ? "signups.notComing" : "signups.giveUp")}
            variant="secondary"
            confirm={everybodyFits ? undefined : t("signups.confirmGiveUp")}
          />
        </>
      );
    case "offered":
      return <OfferedPanel panel={panel} offer={standing.offer} />;
    case "waiting":
      return <WaitingPanel sessionId={sessionId} {...standing} />;
    case "refused":
      if (standing.reason === "not-open-yet" && panel.opensAt) {
        return <p>{t("signups.refused.opensAt", { when: format.moment(panel.opensAt) })}</p>;
      }
      if (standing.reason === "ballot") return <ByWishes here={here} />;
      return <p>{t(`signups.refused.${standing.reason}`)}</p>;
  }
}

/** Where seats go by wishes, the way to hand them in: the festival's page above this session's. */
function ByWishes({ here }: Pick<SignupPanelProps, "here">) {
  const { t } = useText();
  return (
    <>
      <p>{t("signups.refused.ballot")}</p>
      <Inline>
        <LinkButton variant="primary" to={here.replace(/\/sessions\/.*/, "/wishes")}>
          {t("ballot.wishes.link")}
        </LinkButton>
      </Inline>
    </>
  );
}
