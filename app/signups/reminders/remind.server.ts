import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { dayReminders, festivals, organisations, people, signups } from "#db/schema/index.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import type { Platform } from "~/platform/context.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import type { Instant, IsoDate } from "~/platform/time.ts";
import { listSessions } from "~/sessions/find.server.ts";
import { notComingPurpose } from "../door/not-coming.server.ts";
import { daysAround, dayToRemind } from "./day.ts";
import { type OwnSession, ownDays } from "./own-days.ts";
import { renderReminder } from "./reminder-mail.server.ts";

export interface ReminderDeps extends Pick<Platform, "db" | "config" | "ids" | "log"> {
  /** Where somebody's code for the door is. */
  codeUrl(code: { festivalId: string; personId: string }): string;
}

/**
 * Mails everybody their own day of a festival, from four in the afternoon before; once a person and day, however often
 * and by however many workers it runs. Returns how many people were reminded.
 */
export async function remindOfDays(platform: ReminderDeps, now: Instant): Promise<number> {
  const { db, log } = platform;
  const { from, to } = daysAround(now);
  const near = await db
    .select({ id: festivals.id, timeZone: festivals.timeZone })
    .from(festivals)
    .where(
      and(
        eq(festivals.status, "released"),
        isNull(festivals.postponedAt),
        lte(festivals.startsOn, to),
        gte(festivals.endsOn, from),
      ),
    )
    .orderBy(asc(festivals.startsOn), asc(festivals.id));
  let reminded = 0;
  for (const { id, timeZone } of near) {
    const day = dayToRemind(now, timeZone);
    if (day === null) continue;
    try {
      reminded += await remindOfDay(platform, id, day, now);
    } catch (error) {
      log.error({ err: error, festival: id }, "day not reminded of");
    }
  }
  return reminded;
}

async function remindOfDay(
  platform: ReminderDeps,
  festivalId: string,
  day: IsoDate,
  now: Instant,
): Promise<number> {
  const { db } = platform;
  const festival = await findFestivalById(db, festivalId);
  if (!festival) return 0;
  const all = await listSessions(db, { festivalId, statuses: ["confirmed", "tentative"] });
  const sessions = all.filter(({ startsLocal, kind }) => startsLocal.startsWith(day) && kind !== "break");
  const days = ownDays(
    sessions,
    await listSignupsOf(
      db,
      sessions.map(({ id }) => id),
      now,
    ),
  );
  const readers = await listUnreminded(db, festival, day, [...days.keys()]);
  let reminded = 0;
  for (const reader of readers) {
    const own = days.get(reader.id) ?? [];
    const given = { festival, day, reader, own };
    if (await db.transaction((tx) => remind(tx, given, { ...platform, now }))) reminded += 1;
  }
  return reminded;
}

/** Seats, offers that still hold and places in the queue, each queue in its order. */
async function listSignupsOf(db: Database, sessionIds: string[], now: Instant) {
  if (sessionIds.length === 0) return [];
  return db
    .select({
      sessionId: signups.sessionId,
      personId: signups.personId,
      status: signups.status,
      offeredUntil: signups.offeredUntil,
    })
    .from(signups)
    .where(
      and(
        inArray(signups.sessionId, sessionIds),
        or(
          inArray(signups.status, ["confirmed", "attended", "waiting"]),
          and(eq(signups.status, "offered"), sql`${signups.offeredUntil} > ${now.toString()}`),
        ),
      ),
    )
    .orderBy(asc(signups.position));
}

interface Reader {
  id: string;
  name: string;
  email: string;
  locale: Locale;
}

async function listUnreminded(
  db: Database,
  festival: Festival,
  day: IsoDate,
  personIds: string[],
): Promise<Reader[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      home: organisations.language,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(
      dayReminders,
      and(
        eq(dayReminders.personId, people.id),
        eq(dayReminders.festivalId, festival.id),
        eq(dayReminders.day, day),
      ),
    )
    .where(and(inArray(people.id, personIds), isNull(dayReminders.personId)))
    .orderBy(asc(people.id));
  return rows.map(({ language, home, ...reader }) => ({
    ...reader,
    locale: [language, home, festival.language].find(isLocale) ?? "en",
  }));
}

interface Given {
  festival: Festival;
  day: IsoDate;
  reader: Reader;
  own: OwnSession[];
}

type Deps = ReminderDeps & { now: Instant };

/** Writes down that a person was reminded and queues their mail, unless somebody did so already. */
async function remind(tx: Database, { festival, day, reader, own }: Given, deps: Deps): Promise<boolean> {
  const { config, codeUrl, now } = deps;
  const fresh = await tx
    .insert(dayReminders)
    .values({ festivalId: festival.id, personId: reader.id, day, remindedAt: now.toString() })
    .onConflictDoNothing()
    .returning({ personId: dayReminders.personId });
  if (fresh.length === 0) return false;
  const mail = await renderReminder(
    {
      ...{ festival, day, own, name: reader.name, publicUrl: config.publicUrl },
      notComing: await mintNotComing(tx, reader.id, own, deps),
      codeUrl: codeUrl({ festivalId: festival.id, personId: reader.id }),
    },
    getText(reader.locale, festival.timeZone),
  );
  await queueMail(tx, { kind: "day-reminder", to: reader.email, toName: reader.name, ...mail }, deps);
  return true;
}

/** A link of its own for each seat, to the page that asks before it gives the seat back. */
async function mintNotComing(
  tx: Database,
  personId: string,
  own: OwnSession[],
  deps: Deps,
): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  for (const { session, part } of own) {
    if (part.is !== "attends" && part.is !== "offered") continue;
    const token = await mintLink(tx, { purpose: notComingPurpose, subject: session.id, personId }, deps);
    links.set(session.id, `${deps.config.publicUrl}/not-coming/${token}`);
  }
  return links;
}
