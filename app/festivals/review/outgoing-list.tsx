import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Inline, OrganisationMark, TextLink } from "~/ui/index.ts";
import type { Outgoing } from "./outgoing.server.ts";

export interface OutgoingListProps {
  outgoing: (Outgoing & { mayEdit: boolean })[];
  base: string;
}

/** What goes out about each proposal, and to whom; each name leads to the mail as they get it. */
export function OutgoingList({ outgoing, base }: OutgoingListProps) {
  const { t } = useText();
  return (
    <ul className="flex flex-col">
      {outgoing.map(({ proposal, decision, addressees, ownWords, mayEdit }) => (
        <li key={proposal.id} className="flex flex-col gap-1 border-b border-line py-3 last:border-0">
          <Inline>
            <span className="font-semibold">{proposal.title}</span>
            <OrganisationMark organisation={proposal.organisation} size="small" />
            {ownWords && <Badge tone="info">{t("review.mails.ownWords")}</Badge>}
          </Inline>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <span>
              {t("review.mails.to")}{" "}
              {addressees.map((to, index) => (
                <span key={to.email}>
                  {index > 0 && ", "}
                  <TextLink to={`${base}?preview=${proposal.id}&to=${index}#preview`}>{to.name}</TextLink>
                </span>
              ))}
            </span>
            {mayEdit && (
              <TextLink to={`${base}?edit=${decision}&of=${proposal.id}#words`}>
                {t("review.mails.editOne")}
                <span className="sr-only">: {proposal.title}</span>
              </TextLink>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
