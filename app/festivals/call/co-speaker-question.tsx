import { Form } from "@remix-run/react";
import type { ProposalSpeakerStatus } from "#db/schema/proposals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoDate } from "~/platform/time.ts";
import { Paragraphs } from "~/sessions/paragraphs.tsx";
import { Button, Card, Inline, Notice, Page, TextField, TextLink } from "~/ui/index.ts";

export interface CoSpeakerQuestionProps {
  festival: { name: string; slug: string; startsOn: IsoDate; endsOn: IsoDate };
  proposal: { id: string; title: string; abstract: string; language: string; withdrawn: boolean };
  proposer: string;
  organisation: string;
  /** `fixed`: they answered, and the hosts have decided since. `isHere`: has an account with that address. */
  speaker: { status: ProposalSpeakerStatus; fixed: boolean; name: string; isHere: boolean };
}

/** What somebody is asked to give, by whom, and both answers. */
export function CoSpeakerQuestion({
  festival,
  proposal,
  proposer,
  organisation,
  speaker,
}: CoSpeakerQuestionProps) {
  const { t, format } = useText();
  const dates = format.dateRange(festival.startsOn, festival.endsOn);
  const name = proposer;
  return (
    <Page
      width="narrow"
      title={t(proposal.withdrawn ? "call.speaking.withdrawn" : "call.speaking.title")}
      intro={
        proposal.withdrawn
          ? t("call.speaking.withdrawnText", { name })
          : t("call.speaking.intro", { name, organisation, festival: festival.name, dates })
      }
    >
      <Card>
        <div lang={proposal.language}>
          <h2>{proposal.title}</h2>
          <div className="mt-3">
            <Paragraphs text={proposal.abstract} />
          </div>
        </div>
      </Card>
      {!proposal.withdrawn && (
        <>
          <Answered speaker={speaker} name={name} to={`/festivals/${festival.slug}/propose/${proposal.id}`} />
          {!speaker.fixed && <Answers speaker={speaker} />}
        </>
      )}
    </Page>
  );
}

function Answered({
  speaker,
  name,
  to,
}: {
  speaker: CoSpeakerQuestionProps["speaker"];
  name: string;
  to: string;
}) {
  const { t } = useText();
  if (speaker.status === "invited") return <p className="max-w-prose">{t("call.speaking.what")}</p>;
  if (speaker.status === "declined")
    return <Notice title={t("call.speaking.declined")}>{t("call.speaking.declinedText", { name })}</Notice>;
  return (
    <Notice tone="success" title={t("call.speaking.agreed")}>
      <p>{t(speaker.isHere ? "call.speaking.agreedText" : "call.speaking.agreedGuest", { name })}</p>
      {speaker.isHere && (
        <p className="mt-2">
          <TextLink to={to}>{t("call.speaking.see")}</TextLink>
        </p>
      )}
      {speaker.fixed && <p className="mt-2">{t("call.speaking.decided", { name })}</p>}
    </Notice>
  );
}

function Answers({ speaker: { status, name, isHere } }: Pick<CoSpeakerQuestionProps, "speaker">) {
  const { t } = useText();
  return (
    <Form method="post" className="flex flex-col gap-6">
      {status !== "agreed" && !isHere && (
        <TextField id="name" name="name" value={name} label={t("call.speaking.name")} autoComplete="name" />
      )}
      <Inline>
        {status !== "agreed" && (
          <Button name="answer" value="agreed" variant={status === "invited" ? "primary" : "secondary"}>
            {t(status === "invited" ? "call.speaking.agree" : "call.speaking.agreeAfter")}
          </Button>
        )}
        {status !== "declined" && (
          <Button name="answer" value="declined" variant={status === "invited" ? "secondary" : "quiet"}>
            {t(status === "invited" ? "call.speaking.decline" : "call.speaking.after")}
          </Button>
        )}
      </Inline>
    </Form>
  );
}
