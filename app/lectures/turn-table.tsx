import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, StatusBadge, Table, TextLink, Time } from "~/ui/index.ts";
import type { TurnLine } from "./roster-view.ts";
import { Speaker } from "./speaker.tsx";
import { whyWords } from "./why-words.ts";

interface TurnTableProps {
  caption: string;
  slug: string;
  turns: readonly TurnLine[];
  /** The reader, whose own weeks lead to an answer. */
  personId: string;
}

/** Weeks with who is pencilled in, asked or confirmed, and why. */
export function TurnTable({ caption, slug, turns, personId }: TurnTableProps) {
  const { t, format } = useText();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={turns}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "week",
          header: t("lectures.roster.column.week"),
          cell: ({ date }) => (
            <TextLink to={`/lectures/${slug}/${date}`}>
              <Time at={date}>{format.date(date)}</Time>
            </TextLink>
          ),
        },
        {
          key: "who",
          header: t("lectures.roster.column.who"),
          cell: (turn) => <Who turn={turn} />,
        },
        {
          key: "state",
          header: t("lectures.roster.column.state"),
          cell: (turn) => <State turn={turn} />,
        },
        {
          key: "why",
          header: t("lectures.roster.column.why"),
          headerHidden: true,
          cell: (turn) => <Why turn={turn} />,
        },
        {
          key: "actions",
          header: t("lectures.roster.column.actions"),
          headerHidden: true,
          cell: ({ date, status, member }) => {
            const isMine = member?.personId === personId && status === "offered";
            if (!isMine && status !== "open") return null;
            return (
              <TextLink to={`/lectures/${slug}/${date}#answer`}>
                {t(isMine ? "lectures.roster.mineTurn" : "lectures.roster.openTurn")}
              </TextLink>
            );
          },
        },
      ]}
    />
  );
}

function Who({ turn }: { turn: TurnLine }) {
  const { t } = useText();
  if (turn.status === "cancelled") return null;
  if (!turn.member) return <span className="text-soft">{t("lectures.roster.nobody")}</span>;
  return (
    <div>
      <Speaker speaker={turn.member} />
      {turn.topic && <p className="text-sm text-soft">{turn.topic}</p>}
    </div>
  );
}

export function State({ turn }: { turn: Pick<TurnLine, "status" | "member"> }) {
  const { t } = useText();
  const words = turn.status === "open" && !turn.member ? "free" : turn.status;
  return <StatusBadge status={turn.status}>{t(`lectures.status.${words}`)}</StatusBadge>;
}

function Why({ turn }: { turn: TurnLine }) {
  const text = useText();
  if (turn.status === "cancelled") return null;
  if (!turn.explanation || !turn.member) {
    return turn.status === "open" ? (
      <span className="text-sm text-soft">{text.t("lectures.roster.noOneCanBeAsked")}</span>
    ) : null;
  }
  return (
    <Disclosure summary={text.t("lectures.roster.column.why")}>
      <p className="max-w-prose text-sm">{whyWords(turn.explanation, turn.date, text)}</p>
    </Disclosure>
  );
}
