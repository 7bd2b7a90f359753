import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { type Aspect, fieldsOf, type ProgrammeSession } from "../diff.ts";
import { spanIn } from "../when.ts";

export interface DifferenceProps {
  aspect: Aspect;
  session: ProgrammeSession;
  before: ProgrammeSession;
}

/** One thing about a session, as it is and as it was. */
export function Difference({ aspect, session, before }: DifferenceProps): ReactNode {
  const { t, format } = useText();
  const when = (one: ProgrammeSession) => format.sessionTime(spanIn(one, one.timeZone));
  const where = (one: ProgrammeSession) => one.roomName ?? (one.place || t("festivals.releases.noPlace"));
  const seats = (one: ProgrammeSession) =>
    one.capacity === null ? t("festivals.releases.noLimit") : format.number(one.capacity);
  const who = (one: ProgrammeSession) =>
    one.speakers.length > 0
      ? format.list(one.speakers.map((speaker) => speaker.name))
      : t("festivals.releases.nobody");
  switch (aspect) {
    case "title":
      return t("festivals.releases.wasTitled", { title: before.title });
    case "time":
      return `${when(session)}, ${t("festivals.releases.movedFrom", { when: when(before) })}`;
    case "room":
      return t("festivals.releases.roomFrom", { place: where(session), before: where(before) });
    case "speakers":
      return t("editions.changes.speakersFrom", { names: who(session), before: who(before) });
    case "capacity":
      return t("festivals.releases.seatsNow", { seats: seats(session), before: seats(before) });
    case "details":
      return <Details session={session} before={before} />;
  }
}

const silent: readonly (keyof ProgrammeSession)[] = ["proposalId"];

/** Which of the other fields differ, each by its name; the texts themselves would be too long. */
function Details({ session, before }: Omit<DifferenceProps, "aspect">) {
  const { t, format } = useText();
  const fields = fieldsOf.details.filter(
    (field) => session[field] !== before[field] && !silent.includes(field),
  );
  if (fields.length === 0) return t("festivals.aspects.details");
  const names = fields.map((field) => t(`editions.changes.fields.${field as DetailField}`));
  return t("editions.changes.mended", { what: format.list(names) });
}

type DetailField = "organisationId" | "kind" | "abstract" | "language" | "trackId" | "level";
