import { Link } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, Notice, TextLink } from "~/ui/index.ts";
import type { MyProposal } from "./my-proposals.server.ts";
import { StandingBadge } from "./standing-badge.tsx";

export interface MyProposalsProps {
  proposals: MyProposal[];
  base: string;
  open: boolean;
}

/** What I proposed, how it stands, and the way into each. */
export function MyProposals({ proposals, base, open }: MyProposalsProps) {
  const { t, format } = useText();
  return (
    <ul className="border-t border-line">
      {proposals.map(({ id, title, language, standing, proposer, others }) => (
        <li key={id}>
          <Link
            to={`${base}/${id}`}
            className="flex flex-col gap-1 border-b border-line py-4 hover:bg-surface"
          >
            <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span lang={title ? language : undefined} className="text-lg font-semibold">
                {title || t("call.propose.untitled")}
              </span>
              <StandingBadge standing={standing} />
            </span>
            {(proposer || others.length > 0) && (
              <span className="text-soft">
                {proposer
                  ? t("call.propose.by", { name: proposer })
                  : t("call.propose.with", { names: format.list(others) })}
              </span>
            )}
            <span className="text-soft">
              {standing === "draft" && !open
                ? t("call.propose.lateDrafts")
                : t(`call.standingHints.${standing}`)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Proposals somebody wants to give with me, with both answers beside each. */
export function AskedToGive({ asked }: { asked: MyProposal[] }) {
  const { t } = useText();
  return asked.map(({ id, title, language, abstract, proposer }) => (
    <Notice key={id} title={t("call.propose.askedTitle", { name: proposer ?? "" })}>
      <p lang={language} className="mt-2 font-semibold">
        {title}
      </p>
      <p lang={language} className="mb-3 whitespace-pre-line">
        {abstract}
      </p>
      <Inline>
        <ActionForm fields={{ intent: "agreed", id }} variant="secondary" size="small">
          {t("call.speaking.agree")}
        </ActionForm>
        <ActionForm fields={{ intent: "declined", id }} variant="quiet" size="small">
          {t("call.speaking.decline")}
        </ActionForm>
      </Inline>
    </Notice>
  ));
}

/** Who may propose, for somebody who may not. */
export function OnlyForHosts({ hosts, email, lead }: { hosts: string[]; email: string; lead: string }) {
  const { t, format } = useText();
  return (
    <Notice title={t("call.propose.onlyHosts")}>
      <p>{t("call.propose.onlyHostsText", { hosts: format.list(hosts), email })}</p>
      <p className="mt-2">{t("call.propose.onlyHostsOther", { lead })}</p>
      <p className="mt-2">
        <TextLink to="/account">{email}</TextLink>
      </p>
    </Notice>
  );
}
