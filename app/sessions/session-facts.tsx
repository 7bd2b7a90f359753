import { useText } from "~/platform/i18n/text.tsx";
import {
  DescriptionList,
  type MarkedOrganisation,
  OrganisationMark,
  Stack,
  TextLink,
  Time,
} from "~/ui/index.ts";
import { languageName } from "./language.ts";
import { placeOf, type Session, sessionPath } from "./session.ts";

/** Where, whose, in which language, and at which other times; on the reader's clock where that differs. */
export function SessionFacts({
  session,
  again,
  host = session.organisation,
}: {
  session: Session;
  again: Session[];
  /** Whose it is, with the logo where there is one. */
  host?: MarkedOrganisation;
}) {
  const { t, format, locale, timeZone } = useText();
  const { room, track } = session;
  const elsewhere = !session.allDay && !format.sameZone(session.timeZone, session.startsAt);
  const facts = [
    elsewhere && {
      term: t("sessions.yourTime"),
      description: <Time at={session.startsAt}>{format.sessionTime({ ...session, timeZone })}</Time>,
    },
    (room || session.place) && {
      term: t("sessions.where"),
      description: (
        <>
          {placeOf(session)}
          {room?.venue.address && <span className="block text-soft">{room.venue.address}</span>}
          {room?.accessibility && <span className="block text-sm text-soft">{room.accessibility}</span>}
        </>
      ),
    },
    {
      term: t("sessions.host"),
      description: <OrganisationMark organisation={host} link logo />,
    },
    session.level !== "all" && {
      term: t("sessions.level"),
      description: t(`sessions.levels.${session.level}`),
    },
    room?.equipment && { term: t("sessions.equipment"), description: room.equipment },
    track && { term: t("sessions.track"), description: track.name },
    { term: t("sessions.language"), description: languageName(session.language, locale) },
    again.length > 0 && {
      term: t("sessions.again"),
      description: (
        <Stack gap="tight">
          {again.map((other) => (
            <TextLink key={other.id} to={sessionPath(other)}>
              {format.sessionTime(other)}
            </TextLink>
          ))}
        </Stack>
      ),
    },
  ];
  return <DescriptionList items={facts.filter((fact) => typeof fact === "object" && fact !== null)} />;
}
