import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { invites, organisations, people } from "#db/schema/index.ts";
import type { HandlerDeps } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { product } from "~/platform/product.ts";
import { isBefore } from "~/platform/time.ts";
import { type Session, sessionPath } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { findDeeds } from "~/signups/attendees/deeds.server.ts";
import type { Deed } from "~/signups/attendees/deeds.ts";
import type { Clash } from "~/signups/clashes/clash.ts";
import { listClashes } from "~/signups/clashes/clashes.server.ts";
import { type OwnSignup, signupStates } from "~/signups/states.server.ts";
import { entryOf } from "./entry.ts";
import { renderInvite } from "./ics/invite.ts";
import { decideTelling, factsOf, type Part, type Telling } from "./invite.ts";
import type { InviteNews } from "./invite-mail.ts";
import { localeOf, wordsOf } from "./words.ts";

type InviteRow = typeof invites.$inferSelect;
export type Recipient = NonNullable<Awaited<ReturnType<typeof findRecipient>>>;

/** Something a person does not know yet of one session. */
export interface News {
  telling: Telling;
  invite: InviteRow;
  before: InviteRow["told"] | null;
  session: Session;
  /** The place in the queue, from 1; null when not in one. */
  place: number | null;
  /** What an organiser did about it. */
  deed: Deed | null;
}

export async function findRecipient(tx: Database, personId: string) {
  const [person] = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      timeZone: people.timeZone,
      homeLanguage: organisations.language,
      homeZone: organisations.timeZone,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId));
  return person ?? null;
}

/**
 * What a person does not know of these sessions, in order of time; the invites are locked and brought up to date, so
 * that asking again finds nothing. Nothing is told of the past.
 */
export async function takeNews(
  tx: Database,
  recipient: Recipient,
  { sessionIds, fromQueue = false }: { sessionIds: string[]; fromQueue?: boolean },
  deps: HandlerDeps,
): Promise<News[]> {
  const rows = await lockInvites(tx, recipient.id, sessionIds);
  const sessions = await listSessions(tx, { ids: sessionIds });
  const own = await signupStates(tx, recipient.id, sessionIds);
  const deeds = await findDeeds(tx, recipient.id, sessionIds);
  const found = sessions
    .filter((session) => isBefore(deps.now, session.endsAt))
    .flatMap((session) => {
      const row = rows.get(session.id) ?? null;
      const deed = deeds.get(session.id) ?? null;
      return newsOf(
        { row, session, recipient, fromQueue, deed, ...partOf(session, recipient.id, own) },
        deps,
      );
    });
  for (const { invite } of found) {
    await tx.insert(invites).values(invite).onConflictDoUpdate({ target: invites.id, set: invite });
  }
  return found;
}

/** Two sweeps that tell the same person at the same time come one after the other. */
async function lockInvites(
  tx: Database,
  personId: string,
  sessionIds: string[],
): Promise<Map<string, InviteRow>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(invites)
    .where(and(eq(invites.personId, personId), inArray(invites.sessionId, sessionIds)))
    .orderBy(asc(invites.id))
    .for("update");
  return new Map(rows.map((row) => [row.sessionId, row]));
}

function partOf(
  session: Session,
  personId: string,
  own: Record<string, OwnSignup>,
): { part: Part; place: number | null } {
  if (session.speakers.some((speaker) => speaker.personId === personId))
    return { part: "gives", place: null };
  const signup = own[session.id];
  if (signup?.status === "confirmed" || signup?.status === "attended")
    return { part: "attends", place: null };
  if (signup?.status === "offered") return { part: "offered", place: null };
  if (signup?.status !== "waiting") return { part: "none", place: null };
  return { part: signup.passedOverAt ? "passed-over" : "waits", place: signup.place ?? 1 };
}

interface Compared {
  row: InviteRow | null;
  session: Session;
  recipient: Recipient;
  part: Part;
  place: number | null;
  fromQueue: boolean;
  deed: Deed | null;
}

function newsOf(
  { row, session, recipient, part, place, fromQueue, deed }: Compared,
  deps: HandlerDeps,
): News[] {
  const facts = factsOf(session, part);
  const told = row && { lastMethod: row.lastMethod, sequence: row.sequence, facts: row.told };
  const telling = decideTelling(told, {
    facts,
    cancelled: session.status === "cancelled",
    fromQueue,
    byOrganiser: deed?.did,
  });
  if (!telling) return [];
  const id = row?.id ?? deps.ids.uuid();
  const invite: InviteRow = {
    id,
    uid: row?.uid ?? `invite-${id}@${deps.uidDomain}`,
    sessionId: session.id,
    personId: recipient.id,
    recipient: recipient.email,
    organizer: row?.organizer ?? deps.config.mailFrom,
    sequence: telling.sequence,
    lastMethod: telling.lastMethod,
    told: facts,
    partstat: facts.tentative ? "NEEDS-ACTION" : "ACCEPTED",
    toldAt: deps.now.toString(),
  };
  return [{ telling, invite, before: row?.told ?? null, session, place, deed }];
}

/** The language and zone to write to somebody in, about these sessions. */
export function textFor(recipient: Recipient, sessions: Pick<Session, "language" | "timeZone">[]) {
  const [first] = sessions;
  const locale = localeOf(recipient.language, recipient.homeLanguage, first?.language);
  return getText(locale, recipient.timeZone ?? recipient.homeZone ?? first?.timeZone);
}

/** What a mail says of one piece of news; null when only the state was to be kept. */
export function wordsFor(
  { telling, invite, before, session, place, deed }: News,
  { config }: Pick<HandlerDeps, "config">,
  { dropped = [], clashes = [] }: Partial<Pick<InviteNews, "dropped" | "clashes">> = {},
): InviteNews | null {
  const { reason, changes } = telling;
  const url = `${config.publicUrl}${sessionPath(session)}`;
  const joinUrl = session.series && `${config.publicUrl}/lectures/${session.series.slug}/join`;
  const choiceUrl = `${config.publicUrl}/agenda/clashes`;
  const own = clashes.filter((pair) => pair.some(({ sessionId }) => sessionId === session.id));
  const facts = invite.told;
  return (
    reason && { reason, changes, facts, before, place, url, joinUrl, deed, dropped, clashes: own, choiceUrl }
  );
}

const takesTime = ["gives", "attends"];

/** What a person has to choose between now, where some of this news is of their own time. */
export async function findClashesToTell(
  tx: Database,
  news: News[],
  recipient: Recipient,
  { now }: Pick<HandlerDeps, "now">,
): Promise<Clash[]> {
  const matters = news.some(({ telling, invite }) => telling.reason && takesTime.includes(invite.told.part));
  return matters ? listClashes(tx, recipient.id, now) : [];
}

/** The calendar part that belongs to it; null for a plain mail. */
export function cardFor(
  { telling, invite, session }: News,
  recipient: Recipient,
  { config, uidDomain, now }: HandlerDeps,
): { method: "REQUEST" | "CANCEL"; ics: string } | null {
  const method = telling.calendar;
  if (!method) return null;
  const words = wordsOf(recipient.language ?? recipient.homeLanguage);
  const entry = entryOf(session, { publicUrl: config.publicUrl, uidDomain, words }, { busy: true });
  const ics = renderInvite({
    method,
    entry: {
      ...entry,
      uid: invite.uid,
      sequence: invite.sequence,
      // The title stands alone: mail programs say "Cancelled" themselves, in their own words.
      title: session.title,
      // What decides between two invites of one SEQUENCE: when this one was put together.
      updatedAt: now.toString(),
    },
    organizer: { name: product.name, email: invite.organizer },
    attendee: {
      name: recipient.name,
      email: invite.recipient,
      partstat: invite.partstat === "ACCEPTED" ? "ACCEPTED" : "NEEDS-ACTION",
    },
  });
  return { method, ics };
}
