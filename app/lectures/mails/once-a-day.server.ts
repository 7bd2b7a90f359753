import { and, eq, notExists, or } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { mails, turnMails } from "#db/schema/index.ts";
import { type EventRow, type HandlerDeps, recordEvent } from "~/platform/events.server.ts";
import { dateIn } from "~/platform/time.ts";
import { isStronger, keepsUntilTomorrow, nextMorning, type TurnMailKind } from "./once-a-day.ts";

export interface DayAsked {
  kind: TurnMailKind;
  turnId: string;
  personId: string;
  /** Of the series: where its days begin. */
  timeZone: string;
  /** What happened, to be told again tomorrow. */
  event: Pick<EventRow, "kind" | "payload">;
}

type Row = typeof turnMails.$inferSelect;

/**
 * Takes the day for a mail about a turn to one person and returns its id. Null where the day is taken: the mail is
 * told tomorrow if it then still holds, unless it is a courtesy. A weaker one that has not left yet gives way.
 */
export async function takeDay(
  tx: Database,
  { timeZone, ...asked }: DayAsked,
  deps: Pick<HandlerDeps, "ids" | "now">,
): Promise<string | null> {
  const mailId = deps.ids.uuid();
  const event = { kind: asked.event.kind, payload: asked.event.payload };
  const row: Row = { ...asked, event, mailId, day: dateIn(deps.now, timeZone) };
  const [taken] = await tx.insert(turnMails).values(row).onConflictDoNothing().returning();
  if (taken) return mailId;
  const [before] = await tx.select().from(turnMails).where(dayOf(row)).for("update");
  if (before && isStronger(asked.kind, before.kind as TurnMailKind) && (await takeBack(tx, before, deps))) {
    await tx.update(turnMails).set(row).where(dayOf(row));
    await tellTomorrow(tx, before, timeZone, deps);
    return mailId;
  }
  await tellTomorrow(tx, row, timeZone, deps);
  return null;
}

/** A mail that its reader wants none of was not queued, and leaves the day to others. */
export async function giveBackUnused(tx: Database, mailId: string): Promise<void> {
  const queued = tx.select({ id: mails.id }).from(mails).where(eq(mails.id, mailId));
  await tx.delete(turnMails).where(and(eq(turnMails.mailId, mailId), notExists(queued)));
}

const dayOf = ({ turnId, personId, day }: Row) =>
  and(eq(turnMails.turnId, turnId), eq(turnMails.personId, personId), eq(turnMails.day, day));

/** Whether the mail had not left: it is gone from the queue. One that is kept has left as soon as time moves on. */
async function takeBack(tx: Database, { mailId }: Row, { now }: Pick<HandlerDeps, "now">): Promise<boolean> {
  const waits = and(eq(mails.status, "queued"), eq(mails.attempts, 0));
  const justKept = and(eq(mails.status, "kept"), eq(mails.createdAt, now.toString()));
  const gone = await tx
    .delete(mails)
    .where(and(eq(mails.id, mailId), or(waits, justKept)))
    .returning({ id: mails.id });
  return gone.length > 0;
}

async function tellTomorrow(
  tx: Database,
  { turnId, personId, mailId, kind, event }: Row,
  timeZone: string,
  { now }: Pick<HandlerDeps, "now">,
): Promise<void> {
  if (!keepsUntilTomorrow(kind as TurnMailKind)) return;
  await recordEvent(tx, {
    kind: "turn.mail-due",
    // Each is news of its own; events about one subject are gathered.
    subject: mailId,
    payload: { turnId, event: { ...event, payload: { ...event.payload, onlyTo: personId } } },
    now,
    delay: now.until(nextMorning(now, timeZone)),
  });
}
