import { ListOrdered, TicketCheck } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, LinkButton, Notice, SeatsMeter, Stack } from "~/ui/index.ts";
import { DeedLines } from "./attendees/deed-lines.tsx";
import type { Deed } from "./attendees/deeds.ts";
import { ClashNotice } from "./clashes/clash-notice.tsx";
import { TravelNotice } from "./clashes/travel-notice.tsx";
import { KeptSeats } from "./guarantees/kept-seats.tsx";
import { QueueExplained } from "./guarantees/queue-explained.tsx";
import { InTheWay } from "./in-the-way.tsx";
import { OfferedPanel } from "./offers/offered-panel.tsx";
import type { Panel, Standing } from "./panel.ts";
import { TogetherButtons, TogetherLink, WaitingTogether } from "./parties/together-buttons.tsx";
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
        {panel.kept && <KeptSeats kept={panel.kept} />}
        <ClashNotice clashes={panel.clashes} />
        {panel.deed && <OrganiserNotice deed={panel.deed} />}
        <TravelNotice warnings={panel.travel} />
        <StandingPart panel={panel} here={here} />
        {panel.company && mayAsk.includes(panel.standing.is) && (
          <TogetherLink company={panel.company} base={here.replace(/\/sessions\/.*/, "")} />
        )}
      </Stack>
    </section>
  );
}

/** Where a word on coming together is of use. */
const mayAsk: Standing["is"][] = ["free", "waiting", "seated", "offered"];

/** What an organiser did about the reader's seat, and what to do if that is not right. */
function OrganiserNotice({ deed }: { deed: Deed }) {
  const { t } = useText();
  return (
    <Notice>
      <DeedLines deed={deed} />
      <p>{t(`attendees.deed.${deed.did}Help`, { name: deed.name })}</p>
    </Notice>
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
      return <FreePart panel={panel} place={standing.place} />;
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
      return (
        <WaitingPanel sessionId={sessionId} {...standing}>
          {panel.explained && <QueueExplained explained={panel.explained} />}
          {panel.company && <WaitingTogether company={panel.company} />}
        </WaitingPanel>
      );
    case "refused":
      if (standing.reason === "not-open-yet" && panel.opensAt) {
        return <p>{t("signups.refused.opensAt", { when: format.moment(panel.opensAt) })}</p>;
      }
      if (standing.reason === "ballot") return <ByWishes here={here} />;
      return <p>{t(`signups.refused.${standing.reason}`)}</p>;
  }
}

/** The button that asks for a seat or a place in the queue; first the one for all who come together. */
function FreePart({ panel, place }: { panel: Panel; place: number | null }) {
  const { t } = useText();
  const { sessionId, company } = panel;
  const together = company !== null && company.others.length > 0;
  const queue = place !== null;
  const alone = queue ? "signups.joinQueue" : panel.capacity === null ? "signups.come" : "signups.signUp";
  const byMyself = queue ? "parties.signUp.aloneQueue" : "parties.signUp.alone";
  return (
    <>
      {queue && <p>{t("signups.full", { place })}</p>}
      {together && <TogetherButtons sessionId={sessionId} company={company} queue={queue} />}
      <SignUpForm
        sessionId={sessionId}
        icon={queue ? ListOrdered : TicketCheck}
        label={t(together ? byMyself : alone)}
        variant={together ? "secondary" : "primary"}
      />
    </>
  );
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
