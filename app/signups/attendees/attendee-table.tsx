import type { SignupStatus } from "#db/schema/signups.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Table, TextLink, type Tone } from "~/ui/index.ts";
import type { Attendee, NamedSeat } from "./select.ts";

export const tones: Record<SignupStatus, Tone> = {
  confirmed: "success",
  attended: "success",
  offered: "info",
  waiting: "warning",
  absent: "neutral",
  "not-coming": "neutral",
  cancelled: "neutral",
};

export interface AttendeeTableProps {
  people: Attendee[];
  count: number;
  /** By id. */
  titles: ReadonlyMap<string, string>;
  /** Where one person's page is: this and their id. */
  base: string;
}

/** One's own people, each with what they have; on a phone a card a person. */
export function AttendeeTable({ people, count, titles, base }: AttendeeTableProps) {
  const { t } = useText();
  return (
    <Table
      caption={t("attendees.count", { count })}
      rows={people}
      rowKey={({ personId }) => personId}
      columns={[
        {
          key: "person",
          header: t("attendees.person"),
          rowHeader: true,
          cell: ({ personId, name, email }) => (
            <span className="flex min-w-0 flex-col gap-0.5">
              <TextLink to={`${base}/${personId}`}>{name}</TextLink>
              <span className="text-sm font-normal break-words text-soft">{email}</span>
            </span>
          ),
        },
        {
          key: "sessions",
          header: t("attendees.sessions"),
          cell: ({ seats }) =>
            seats.length === 0 ? (
              <span className="text-soft italic">{t("attendees.nothing")}</span>
            ) : (
              <ul className="flex flex-col gap-1.5">
                {seats.map((seat) => (
                  <SeatLine key={seat.sessionId} seat={seat} title={titles.get(seat.sessionId) ?? ""} />
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function SeatLine({ seat, title }: { seat: NamedSeat; title: string }) {
  const { t } = useText();
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Badge tone={tones[seat.status]}>{t(`attendees.statuses.${seat.status}`)}</Badge>
      <span className="min-w-0">{title}</span>
      {seat.placedBy && (
        <span className="text-sm text-soft">{t("attendees.placedBy", { name: seat.placedBy })}</span>
      )}
    </li>
  );
}
