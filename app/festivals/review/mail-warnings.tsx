import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";
import type { MailPlan, Outgoing } from "./outgoing.server.ts";
import { decisionOf } from "./row.ts";

export interface MailWarningsProps {
  undecided: number;
  reopened: MailPlan["reopened"];
  changed: Outgoing[];
  proposals: string;
}

/** What the mails leave out, and whom they tell something else than before. */
export function MailWarnings({ undecided, reopened, changed, proposals }: MailWarningsProps) {
  const { t } = useText();
  const state = (status: Outgoing["proposal"]["toldStatus"]) =>
    status ? t(`review.states.${decisionOf(status) ?? status}`) : "";
  return (
    <>
      {changed.length > 0 && (
        <Notice tone="warning" title={t("review.mails.changedSince")}>
          <ul className="list-disc ps-5">
            {changed.map(({ proposal, decision }) => (
              <li key={proposal.id}>
                {t("review.mails.changedOne", {
                  title: proposal.title,
                  told: state(proposal.toldStatus),
                  now: state(decision),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {reopened.map(({ id, title, toldStatus }) => (
        <Notice key={id} tone="warning">
          {t("review.mails.reopened", { title, told: state(toldStatus) })}
        </Notice>
      ))}
      {undecided > 0 && (
        <Notice>
          <TextLink to={`${proposals}?state=undecided`}>
            {t("review.mails.undecided", { count: undecided })}
          </TextLink>
        </Notice>
      )}
    </>
  );
}
