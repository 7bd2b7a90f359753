import { useText } from "~/platform/i18n/text.tsx";
import { Badge, OrganisationMark } from "~/ui/index.ts";
import { useStateWords } from "./member-state.tsx";
import type { MemberLine } from "./roster-view.ts";

interface MemberListProps {
  members: readonly MemberLine[];
  /** The reader, marked among the others. */
  personId: string;
}

/** Everybody who takes part: where they stand, in words first and in figures after. */
export function MemberList({ members, personId }: MemberListProps) {
  const { t } = useText();
  return (
    <ul>
      {members.map((member) => (
        <li
          key={member.id}
          className="grid gap-x-6 gap-y-0.5 border-b border-line py-3 last:border-0 sm:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,4fr)] sm:items-baseline"
        >
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span>
              <span className="font-semibold">{member.name}</span>
              {member.personId === personId && (
                <span className="text-soft"> ({t("lectures.roster.you")})</span>
              )}
            </span>
            {member.organisation && <OrganisationMark organisation={member.organisation} size="small" />}
          </span>
          <Where member={member} />
          <Figures member={member} />
        </li>
      ))}
    </ul>
  );
}

function Where({ member }: { member: MemberLine }) {
  const { t, format } = useText();
  const words = useStateWords();
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {member.state === "present" ? t(`lectures.roster.word.${member.word}`) : <Badge>{words(member)}</Badge>}
      {member.weekdays && member.state !== "left" && (
        <span className="text-sm text-soft">
          {format.list(member.weekdays.map((day) => format.weekday(day)))}
        </span>
      )}
    </span>
  );
}

function Figures({ member: { share, given, lastSpokeOn } }: { member: MemberLine }) {
  const { t, format } = useText();
  const figures = t("lectures.why.figures", { share: format.number(share, 2), given });
  const last = lastSpokeOn
    ? t("lectures.roster.lastOn", { date: format.date(lastSpokeOn) })
    : t("lectures.why.neverSpoke");
  return (
    <span className="text-sm text-soft tabular-nums">
      {figures}, {last}
    </span>
  );
}
