import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Badge, type Tone } from "~/ui/index.ts";
import type { Aspect, Change, ProgrammeSession } from "./diff.ts";
import { spanIn } from "./when.ts";

const tones: Record<Change["kind"], Tone> = { added: "success", changed: "info", cancelled: "danger" };

/** What a release changes, in words: what is new, what was, what is off. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const { t } = useText();
  return (
    <ul className="flex max-w-3xl flex-col">
      {changes.map((change) => (
        <li
          key={change.session.id}
          className="grid gap-x-4 gap-y-1 border-b border-line py-3 last:border-0 sm:grid-cols-[7rem_1fr]"
        >
          <span>
            <Badge tone={tones[change.kind]}>{t(`festivals.releases.${change.kind}Label`)}</Badge>
          </span>
          <div className="min-w-0">
            <p className="font-semibold">{change.session.title}</p>
            <Facts change={change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Facts({ change }: { change: Change }) {
  const { format } = useText();
  const { session } = change;
  if (change.kind !== "changed") {
    const place = session.roomName ?? session.place;
    const parts = [format.sessionTime(spanIn(session, session.timeZone)), place];
    return <p className="text-soft">{parts.filter(Boolean).join(" · ")}</p>;
  }
  return (
    <ul className="text-soft">
      {change.aspects.map((aspect) => (
        <li key={aspect}>
          <Difference aspect={aspect} session={session} before={change.before} />
        </li>
      ))}
    </ul>
  );
}

interface DifferenceProps {
  aspect: Aspect;
  session: ProgrammeSession;
  before: ProgrammeSession;
}

function Difference({ aspect, session, before }: DifferenceProps): ReactNode {
  const { t, format } = useText();
  const when = (one: ProgrammeSession) => format.sessionTime(spanIn(one, one.timeZone));
  const where = (one: ProgrammeSession) => one.roomName ?? (one.place || t("festivals.releases.noPlace"));
  const seats = (one: ProgrammeSession) =>
    one.capacity === null ? t("festivals.releases.noLimit") : format.number(one.capacity);
  switch (aspect) {
    case "title":
      return t("festivals.releases.wasTitled", { title: before.title });
    case "time":
      return `${when(session)}, ${t("festivals.releases.movedFrom", { when: when(before) })}`;
    case "room":
      return t("festivals.releases.roomFrom", { place: where(session), before: where(before) });
    case "speakers": {
      const names = session.speakers.map((speaker) => speaker.name);
      return t("festivals.releases.speakersNow", {
        names: names.length > 0 ? format.list(names) : t("festivals.releases.nobody"),
      });
    }
    case "capacity":
      return t("festivals.releases.seatsNow", { seats: seats(session), before: seats(before) });
    case "details":
      return t("festivals.aspects.details");
  }
}
