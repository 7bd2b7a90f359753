import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Table, TextLink, Time } from "~/ui/index.ts";
import type { OrganisedTurn } from "./roster-view.ts";
import { isUpcoming } from "./series.ts";
import { Speaker } from "./speaker.tsx";
import { TurnState } from "./turn-state.tsx";

interface OrganiseTurnsProps {
  caption: string;
  slug: string;
  turns: readonly OrganisedTurn[];
}

/** Weeks with who declined them and what an organiser can do. */
export function OrganiseTurns({ caption, slug, turns }: OrganiseTurnsProps) {
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
            <TextLink to={`/lectures/${slug}/organise/turns/${date}`}>
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
          cell: (turn) => <TurnState turn={turn} />,
        },
        {
          key: "actions",
          header: t("lectures.roster.column.actions"),
          headerHidden: true,
          align: "end",
          cell: (turn) => <Verb turn={turn} />,
        },
      ]}
    />
  );
}

function Who({ turn }: { turn: OrganisedTurn }) {
  const { t, format } = useText();
  return (
    <div>
      {turn.member ? (
        <Speaker speaker={turn.member} />
      ) : (
        <span className="text-soft">{t("lectures.roster.nobody")}</span>
      )}
      {turn.topic && <p className="text-sm text-soft">{turn.topic}</p>}
      {turn.declinedBy.length > 0 && (
        <p className="text-sm text-soft">
          {t("lectures.organise.declined", { names: format.list([...turn.declinedBy]) })}
        </p>
      )}
    </div>
  );
}

function Verb({ turn }: { turn: OrganisedTurn }) {
  const { t, format } = useText();
  const small = { variant: "quiet", size: "small" } as const;
  const fields = (intent: string) => ({ intent, turnId: turn.id });
  const date = format.date(turn.date);
  if (turn.isOver) {
    if (turn.status !== "held" && turn.status !== "no-show") return null;
    const [intent, label] =
      turn.status === "held"
        ? (["no-show", "lectures.organise.noShow"] as const)
        : (["came", "lectures.organise.came"] as const);
    return (
      <ActionForm {...small} fields={fields(intent)}>
        {t(label)}
      </ActionForm>
    );
  }
  if (isUpcoming(turn.status))
    return (
      <ActionForm
        {...small}
        fields={fields("call-off")}
        confirm={t("lectures.organise.confirmCallOff", { date })}
      >
        {t("lectures.organise.callOff")}
      </ActionForm>
    );
  return (
    <ActionForm {...small} fields={fields("reinstate")}>
      {t("lectures.organise.reinstate")}
    </ActionForm>
  );
}
