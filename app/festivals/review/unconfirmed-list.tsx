import { BellRing } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Section, TextLink } from "~/ui/index.ts";
import type { Unconfirmed } from "./remind.server.ts";

/** Who was told that they are accepted and has not confirmed, with one button that reminds them all. */
export function UnconfirmedList({
  unconfirmed,
  maySend,
  base,
}: {
  unconfirmed: Unconfirmed[];
  maySend: boolean;
  base: string;
}) {
  const { t, format } = useText();
  const due = unconfirmed.flatMap((one) => (one.due ? one.speakers : [])).length;
  return (
    <Section id="unconfirmed" title={t("review.mails.unconfirmed")} intro={t("review.mails.unconfirmedHint")}>
      {unconfirmed.length === 0 ? (
        <p className="text-soft">{t("review.mails.allConfirmed")}</p>
      ) : (
        <ul className="flex flex-col">
          {unconfirmed.map(({ proposal, speakers, toldAt, remindedAt }) => (
            <li key={proposal.id} className="flex flex-col gap-1 border-b border-line py-3 last:border-0">
              <TextLink to={`${base}/${proposal.id}`}>{proposal.title}</TextLink>
              <span className="text-sm text-soft">
                {[
                  format.list(speakers.map(({ name }) => name)),
                  toldAt && t("review.mails.toldOn", { when: format.moment(toldAt) }),
                  remindedAt && t("review.mails.remindedOn", { when: format.moment(remindedAt) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {maySend && unconfirmed.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {due > 0 && (
            <ActionForm fields={{ intent: "remind" }} variant="secondary" icon={BellRing}>
              {t("review.mails.remind", { count: due })}
            </ActionForm>
          )}
          <span className="text-sm text-soft">
            {t(due > 0 ? "review.mails.remindHint" : "review.mails.nobodyDue")}
          </span>
        </div>
      )}
    </Section>
  );
}
