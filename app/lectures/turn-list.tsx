import { useText } from "~/platform/i18n/text.tsx";
import { TextLink, Time } from "~/ui/index.ts";
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
  const { format } = useText();
  return (
    <ul>
      {turns.map((turn) => (
        <li
          key={turn.id}
          className="grid gap-x-6 gap-y-2 border-b border-line py-4 last:border-0 sm:grid-cols-[9rem_minmax(0,1fr)_auto]"
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 sm:flex-col sm:items-start">
            <TextLink to={`/lectures/${slug}/${turn.date}`}>
              <Time at={turn.date}>{format.date(turn.date)}</Time>
            </TextLink>
            <TurnState turn={turn} />
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
  const { member, explanation, topic, status, date } = turn;
  if (!member)
    return (
      <div>
        <p className="text-soft">{text.t("lectures.roster.nobody")}</p>
        {status === "open" && (
          <p className="text-sm text-soft">{text.t("lectures.roster.noOneCanBeAsked")}</p>
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

function Verb({ slug, turn, personId }: { slug: string; turn: TurnLine; personId: string | null }) {
  const { t } = useText();
  const isMine = turn.member?.personId === personId && turn.status === "offered";
  if (personId === null || turn.isOver || (!isMine && turn.status !== "open")) return null;
  return (
    <TextLink to={`/lectures/${slug}/${turn.date}#answer`}>
      {t(isMine ? "lectures.roster.mineTurn" : "lectures.roster.openTurn")}
    </TextLink>
  );
}
