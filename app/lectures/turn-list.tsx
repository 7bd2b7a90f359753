import { useText } from "~/platform/i18n/text.tsx";
import { classNames, TextLink, Time } from "~/ui/index.ts";
import type { TurnLine } from "./roster-view.ts";
import { Speaker } from "./speaker.tsx";
import { TurnState } from "./turn-state.tsx";
import { whyWords } from "./why-words.ts";

interface TurnListProps {
  slug: string;
  turns: readonly TurnLine[];
  /** The reader, whose own weeks lead to an answer; null when they are not on the roster. */
  personId: string | null;
}

/** Weeks with who is pencilled in, asked or confirmed, and why. */
export function TurnList({ slug, turns, personId }: TurnListProps) {
  const { t, format } = useText();
  const isMine = ({ member }: TurnLine) => personId !== null && member?.personId === personId;
  return (
    <ul>
      {turns.map((turn) => (
        <li
          key={turn.id}
          className={classNames(
            "grid gap-x-6 gap-y-2 border-b border-line py-4 last:border-0 sm:grid-cols-[9rem_minmax(0,1fr)_auto]",
            isMine(turn) && "-mx-3 rounded-lg bg-sunken px-3",
          )}
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 sm:flex-col sm:items-start">
            <TextLink to={`/lectures/${slug}/${turn.date}`}>
              <Time at={turn.date}>{format.date(turn.date)}</Time>
            </TextLink>
            <TurnState turn={turn} />
            {turn.movedFrom && (
              <span className="text-sm text-soft">
                {t("roster.week.movedFrom", { date: format.date(turn.movedFrom) })}
              </span>
            )}
          </div>
          {turn.status === "cancelled" ? <div /> : <Who turn={turn} />}
          <div>
            <Verb slug={slug} turn={turn} personId={personId} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Who({ turn }: { turn: TurnLine }) {
  const text = useText();
  const { t } = text;
  const { member, guest, explanation, topic, status, date } = turn;
  if (guest || !member)
    return (
      <div className="flex flex-col gap-1">
        {topic && <p className="font-serif text-lg">{topic}</p>}
        {guest ? <GuestName guest={guest} /> : <p className="text-soft">{t("lectures.roster.nobody")}</p>}
        {!guest && status === "open" && (
          <p className="text-sm text-soft">
            {t(turn.isOpenCall ? "roster.week.openCall" : "lectures.roster.noOneCanBeAsked")}
          </p>
        )}
      </div>
    );
  return (
    <div className="flex flex-col gap-1">
      {topic && <p className="font-serif text-lg">{topic}</p>}
      <Speaker speaker={member} />
      {explanation && (
        <p className="max-w-prose text-sm text-soft tabular-nums">{whyWords(explanation, date, text)}</p>
      )}
    </div>
  );
}

function GuestName({ guest }: { guest: NonNullable<TurnLine["guest"]> }) {
  const { t } = useText();
  return (
    <p>{guest.is === "guest" ? t("roster.week.guest", { name: guest.name }) : t("roster.week.openFloor")}</p>
  );
}

/** What the reader can do about a week: answer, swap their own, or take a free one. */
function Verb({ slug, turn, personId }: { slug: string; turn: TurnLine; personId: string | null }) {
  const { t } = useText();
  if (personId === null || turn.isOver || turn.guest) return null;
  const label = verbOf(turn, personId);
  if (!label) return null;
  return <TextLink to={`/lectures/${slug}/${turn.date}#answer`}>{t(label)}</TextLink>;
}

function verbOf({ member, status, askedPersonIds }: TurnLine, personId: string) {
  const isMine = member?.personId === personId;
  if (askedPersonIds.includes(personId) || (isMine && status === "offered"))
    return "lectures.roster.mineTurn" as const;
  if (isMine && status === "confirmed") return "roster.mine.change" as const;
  return status === "open" ? ("lectures.roster.openTurn" as const) : null;
}
