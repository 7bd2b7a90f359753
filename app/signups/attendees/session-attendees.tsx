import { UserPlus, Users } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Badge, LinkButton, Section, TextLink } from "~/ui/index.ts";
import { tones } from "./attendee-table.tsx";
import { attendeeQuery, listedStatuses } from "./filter.ts";
import type { OrganisationTotal } from "./select.ts";
import type { SessionAttendees as Found } from "./session-attendees.server.ts";

export interface SessionAttendeesProps {
  attendees: Found;
  sessionId: string;
  /** May sign anybody up for it. */
  mayEdit: boolean;
  /** `/festivals/x/organise`. */
  base: string;
}

/** Who comes to one session: one's own people by name, those of others as totals. */
export function SessionAttendees({ attendees, sessionId, mayEdit, base }: SessionAttendeesProps) {
  const { t } = useText();
  const { people, own, others, totals } = attendees;
  const query = attendeeQuery({ session: sessionId });
  return (
    <Section
      title={t("attendees.session.title")}
      intro={t("attendees.session.summary", { own, others })}
      actions={
        <>
          <LinkButton to={`${base}/attendees${query}`} icon={Users}>
            {t("attendees.session.all")}
          </LinkButton>
          {mayEdit && (
            <LinkButton to={`${base}/attendees/new${query}`} icon={UserPlus}>
              {t("attendees.byAddress")}
            </LinkButton>
          )}
        </>
      }
    >
      {(own > 0 || others > 0) && (
        <ul className="flex max-w-prose flex-col gap-1.5">
          {people.map(({ personId, name, status }) => (
            <li key={personId} className="flex flex-wrap items-baseline gap-2">
              <TextLink to={`${base}/attendees/${personId}`}>{name}</TextLink>
              <Badge tone={tones[status]}>{t(`attendees.statuses.${status}`)}</Badge>
            </li>
          ))}
          {own > people.length && <li>{t("attendees.session.more", { count: own - people.length })}</li>}
          {totals.map((total) => (
            <li key={total.organisation}>
              <TotalLine total={total} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function TotalLine({ total: { organisation, counts } }: { total: OrganisationTotal }) {
  const { t, format } = useText();
  const said = listedStatuses
    .filter((status) => counts[status])
    .map((status) => `${t(`attendees.statuses.${status}`)} ${format.number(counts[status] ?? 0)}`);
  return (
    <>
      {organisation || t("attendees.noOrganisation")}: <span className="text-soft">{said.join(" · ")}</span>
    </>
  );
}
