import { useText } from "~/platform/i18n/text.tsx";
import { Meter, SeatsMeter, Table, TextLink } from "~/ui/index.ts";
import { attendeeQuery } from "./filter.ts";
import type { SeatsOverview } from "./overview.server.ts";

type Row = SeatsOverview["rows"][number];

/** Each session with its seats, and whose they are in words and as bars. */
export function SeatsTable({
  rows,
  organisations,
  base,
}: Pick<SeatsOverview, "rows" | "organisations"> & { base: string }) {
  const { t, format } = useText();
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return (
    <Table
      caption={t("attendees.overview.count", { count: rows.length })}
      rows={rows}
      rowKey={({ sessionId }) => sessionId}
      columns={[
        {
          key: "session",
          header: t("attendees.overview.session"),
          rowHeader: true,
          cell: (row) => (
            <span className="flex flex-col gap-0.5">
              <TextLink to={`${base}/attendees${attendeeQuery({ session: row.sessionId })}`}>
                {row.title}
              </TextLink>
              <span className="text-sm font-normal text-soft">{format.sessionTime(row)}</span>
            </span>
          ),
        },
        {
          key: "seats",
          header: t("attendees.overview.seats"),
          cell: (row) => <SeatsCell row={row} />,
        },
        {
          key: "whose",
          header: t("attendees.overview.whose"),
          cell: ({ shares, capacity, taken }) =>
            shares.length === 0 ? (
              <span className="text-soft italic">{t("attendees.overview.nobody")}</span>
            ) : (
              <ul className="flex flex-col gap-1">
                {shares.map(({ organisationId, seats, kept }) => (
                  <li
                    key={organisationId ?? ""}
                    className="grid max-w-72 grid-cols-[1fr_5rem] items-center gap-x-3 text-sm"
                  >
                    <span>
                      {names.get(organisationId ?? "") ?? t("attendees.noOrganisation")}{" "}
                      <strong className="tabular-nums">{format.number(seats)}</strong>
                      {kept > 0 && ` · ${t("attendees.overview.keptFor", { count: kept })}`}
                    </span>
                    <Meter value={seats} max={capacity ?? taken} />
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function SeatsCell({ row: { taken, capacity, waiting, offered, kept } }: { row: Row }) {
  const { t } = useText();
  return (
    <div className="flex flex-col gap-1">
      {capacity === null ? (
        <p className="text-sm">{t("attendees.overview.open", { count: taken })}</p>
      ) : (
        <SeatsMeter taken={taken} capacity={capacity} waiting={waiting} />
      )}
      {offered > 0 && <p className="text-sm">{t("attendees.overview.offered", { count: offered })}</p>}
      {kept > 0 && <p className="text-sm">{t("attendees.overview.kept", { count: kept })}</p>}
    </div>
  );
}
