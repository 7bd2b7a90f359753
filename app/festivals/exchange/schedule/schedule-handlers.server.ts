import { eq, max } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { releases, sessions, tracks } from "#db/schema/index.ts";
import { keptBytes, sendBytes, sendNotFound } from "~/platform/http/kept-bytes.server.ts";
import type { RawHandler } from "~/platform/http/raw.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { preferredLocale } from "~/platform/i18n/languages.ts";
import { isBefore } from "~/platform/time.ts";
import { findRevision } from "~/sessions/revision.server.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { mayAnyoneReadSchedule } from "../../access.ts";
import { findFestival } from "../../festivals.server.ts";
import { listFestivalRooms } from "../../venues.server.ts";
import { type Schedule, scheduleOf } from "./schedule.ts";
import { scheduleJson } from "./schedule-json.ts";
import { scheduleXml } from "./schedule-xml.ts";

const handlerOf =
  (name: string, type: string, render: (schedule: Schedule) => string): RawHandler =>
  async (request, response, { festival: slug = "" }, { db, config }) => {
    const festival = await findFestival(db, slug);
    if (!festival || !mayAnyoneReadSchedule(festival)) {
      const { t } = getText(preferredLocale(request.headers["accept-language"] ?? null));
      sendNotFound(response, t("exchange.schedule.notFound"));
      return;
    }
    const rooms = await listFestivalRooms(db, festival.id);
    const { revision, changed, release } = await stateOf(db, festival.id);
    const { publicUrl } = config;
    const lastModified = isBefore(changed, festival.updatedAt) ? festival.updatedAt : changed;
    const { name: title, startsOn, endsOn, timeZone } = festival;
    const facts = { festival, rooms, release, lastModified, publicUrl };
    const bytes = await keptBytes(
      {
        key: `${name} ${festival.id}`,
        revision: JSON.stringify([
          revision,
          slug,
          title,
          startsOn,
          endsOn,
          timeZone,
          rooms,
          lastModified,
          release,
        ]),
      },
      async () => {
        const statuses: ["tentative", "confirmed"] = ["tentative", "confirmed"];
        const found = await listSessions(db, { festivalId: festival.id, statuses });
        return render(scheduleOf({ ...facts, sessions: found }));
      },
    );
    response.setHeader("Cache-Control", "public, max-age=300");
    // Readers in a browser of another site may show a public programme.
    response.setHeader("Access-Control-Allow-Origin", "*");
    sendBytes(request, response, bytes, { type, lastModified });
  };

/** What differs whenever the programme as apps see it does. */
async function stateOf(db: Database, festivalId: string) {
  const { revision, lastModified } = await findRevision(db, eq(sessions.festivalId, festivalId));
  const [last] = await db
    .select({ number: max(releases.number) })
    .from(releases)
    .where(eq(releases.festivalId, festivalId));
  const colours = await db.select().from(tracks).where(eq(tracks.festivalId, festivalId)).orderBy(tracks.id);
  return {
    revision: JSON.stringify([revision, colours]),
    changed: lastModified,
    release: last?.number ?? 0,
  };
}

export const schedules = {
  json: handlerOf("schedule.json", "application/json; charset=utf-8", scheduleJson),
  xml: handlerOf("schedule.xml", "application/xml; charset=utf-8", scheduleXml),
};
