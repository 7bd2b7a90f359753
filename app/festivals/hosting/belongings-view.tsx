import { useText } from "~/platform/i18n/text.tsx";
import { Section, Stack, Table } from "~/ui/index.ts";
import type { LentRoom } from "./belongings.server.ts";
import { type FateSession, SessionLine } from "./fates-fields.tsx";

export interface BelongingsViewProps {
  sessions: FateSession[];
  rooms: LentRoom[];
  proposals: number;
}

/** What a host brings into a festival, and who depends on it. */
export function BelongingsView({ sessions, rooms, proposals }: BelongingsViewProps) {
  const { t, format } = useText();
  const released = sessions.filter((session) => session.released);
  const seats = released.reduce((sum, session) => sum + session.seatsTaken, 0);
  return (
    <>
      <Section
        title={t("hosting.brings.sessionsTitle")}
        intro={
          <p>
            {t("hosting.brings.sessions", { count: sessions.length })}
            {sessions.length > 0 && `, ${t("hosting.brings.released", { count: released.length })}.`}
            {released.length > 0 && ` ${t("hosting.brings.seats", { count: seats })}`}{" "}
            {t("hosting.brings.proposals", { count: proposals })}
          </p>
        }
      >
        {sessions.length > 0 && (
          <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
            {sessions.map((session) => (
              <li key={session.id}>
                {session.title}
                <span className="block text-sm text-soft">
                  <SessionLine session={session} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("hosting.brings.rooms")}>
        {rooms.length === 0 ? (
          <p className="text-soft">{t("hosting.brings.noRooms")}</p>
        ) : (
          <Table
            caption={t("hosting.brings.rooms")}
            captionHidden
            rows={rooms}
            rowKey={(room) => room.id}
            columns={[
              {
                key: "room",
                header: t("hosting.brings.room"),
                cell: (room) => (
                  <Stack gap="tight">
                    {room.name}
                    <span className="text-sm font-normal text-soft">{room.venueName}</span>
                  </Stack>
                ),
              },
              {
                key: "use",
                header: t("hosting.brings.usedBy"),
                cell: (room) =>
                  room.usedBy.length === 0
                    ? t("hosting.brings.unused")
                    : format.list(
                        room.usedBy.map(({ name, count }) =>
                          t("hosting.brings.use", { organisation: name, count }),
                        ),
                      ),
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}
