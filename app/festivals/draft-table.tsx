import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Inline, OrganisationMark, Table, TextLink } from "~/ui/index.ts";
import { type Draft, lacksSpeaker } from "./draft.ts";
import { spanIn } from "./when.ts";

export interface DraftTableProps {
  drafts: Draft[];
  inConflict: string[];
  timeZone: string;
  /** Where a session is edited: this and its id. */
  base: string;
}

export function DraftTable({ drafts, inConflict, timeZone, base }: DraftTableProps) {
  const { t, format } = useText();
  const missing = (text: string) => <span className="text-soft italic">{text}</span>;
  return (
    <Table
      caption={t("festivals.sessions.count", { count: drafts.length })}
      rows={drafts}
      rowKey={(draft) => draft.id}
      columns={[
        {
          key: "when",
          header: t("festivals.sessions.when"),
          cell: (draft) =>
            draft.startsLocal === null ? (
              <Badge tone="warning">{t("festivals.sessions.noTime")}</Badge>
            ) : (
              <span className="tabular-nums sm:whitespace-nowrap">
                {format.sessionTime(spanIn({ ...draft, startsLocal: draft.startsLocal }, timeZone))}
              </span>
            ),
        },
        {
          key: "session",
          header: t("festivals.sessions.session"),
          rowHeader: true,
          cell: (draft) => (
            <span className="flex flex-col items-start gap-1">
              <TextLink to={`${base}/${draft.id}`}>{draft.title}</TextLink>
              <Inline gap="tight">
                <span className="text-sm font-normal text-soft">
                  {[t(`festivals.kinds.${draft.kind}`), draft.trackName].filter(Boolean).join(" · ")}
                </span>
                {inConflict.includes(draft.id) && (
                  <Badge tone="danger">{t("festivals.sessions.conflict")}</Badge>
                )}
                {draft.cancelled && <Badge>{t("festivals.sessions.takenOut")}</Badge>}
              </Inline>
            </span>
          ),
        },
        {
          key: "where",
          header: t("festivals.sessions.where"),
          cell: (draft) => draft.roomName ?? (draft.place || missing(t("festivals.sessions.noRoom"))),
        },
        {
          key: "speakers",
          header: t("festivals.sessions.speakers"),
          cell: (draft) =>
            draft.speakers.length > 0
              ? format.list(draft.speakers.map((speaker) => speaker.name))
              : lacksSpeaker(draft) && missing(t("festivals.sessions.noSpeaker")),
        },
        {
          key: "host",
          header: t("festivals.sessions.host"),
          cell: (draft) => <OrganisationMark organisation={draft.organisation} size="small" />,
        },
        {
          key: "seats",
          header: t("festivals.sessions.seats"),
          align: "end",
          cell: (draft) => (
            <span className="tabular-nums">
              {draft.capacity === null
                ? t("festivals.sessions.noLimit")
                : draft.released
                  ? `${draft.seatsTaken}/${draft.capacity}`
                  : format.number(draft.capacity)}
            </span>
          ),
        },
      ]}
    />
  );
}
