import { and, count, eq, lte } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { invites, organisations, people, signups } from "#db/schema/index.ts";
import type { HandlerDeps } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import { isBefore } from "~/platform/time.ts";
import { type Session, sessionPath } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { entryOf } from "./entry.ts";
import { renderInvite } from "./ics/invite.ts";
import { decideTelling, factsOf, type Part, type Telling } from "./invite.ts";
import { inviteMail } from "./invite-mail.ts";
import { localeOf, wordsOf } from "./words.ts";

interface Concerned {
  sessionId: string;
  personId: string;
  fromQueue?: boolean;
}

type Recipient = NonNullable<Awaited<ReturnType<typeof findRecipient>>>;
type InviteRow = typeof invites.$inferSelect;

/**
 * Compares what a person was last told of a session with what is true, and queues one mail when they differ. Only
 * writes rows, in the sweep's transaction; again, it finds nothing to tell. Nothing is told of the past.
 */
export async function tellPerson(
  tx: Database,
  { sessionId, personId, fromQueue = false }: Concerned,
  deps: HandlerDeps,
): Promise<void> {
  const row = await lockInvite(tx, sessionId, personId);
  const session = await findSession(tx, sessionId);
  if (!session || !isBefore(deps.now, session.endsAt)) return;
  const recipient = await findRecipient(tx, personId);
  if (!recipient) return;
  const { part, place } = await findPart(tx, session, personId);
  const facts = factsOf(session, part);
  const told = row && { lastMethod: row.lastMethod, sequence: row.sequence, facts: row.told };
  const telling = decideTelling(told, { facts, cancelled: session.status === "cancelled", fromQueue });
  if (!telling) return;
  const id = row?.id ?? deps.ids.uuid();
  const invite: InviteRow = {
    id,
    uid: row?.uid ?? `invite-${id}@${deps.uidDomain}`,
    sessionId,
    personId,
    recipient: recipient.email,
    organizer: row?.organizer ?? deps.config.mailFrom,
    sequence: telling.sequence,
    lastMethod: telling.lastMethod,
    told: facts,
    partstat: facts.tentative ? "NEEDS-ACTION" : "ACCEPTED",
    toldAt: deps.now.toString(),
  };
  await tx.insert(invites).values(invite).onConflictDoUpdate({ target: invites.id, set: invite });
  await mailTelling(tx, { telling, invite, before: row?.told ?? null, session, recipient, place }, deps);
}

/** Two sweeps that tell the same person at the same time come one after the other. */
async function lockInvite(tx: Database, sessionId: string, personId: string): Promise<InviteRow | null> {
  const [row] = await tx
    .select()
    .from(invites)
    .where(and(eq(invites.sessionId, sessionId), eq(invites.personId, personId)))
    .for("update");
  return row ?? null;
}

async function findRecipient(tx: Database, personId: string) {
  const [person] = await tx
    .select({
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

async function findPart(
  tx: Database,
  session: Session,
  personId: string,
): Promise<{ part: Part; place: number | null }> {
  if (session.speakers.some((speaker) => speaker.personId === personId))
    return { part: "gives", place: null };
  const [own] = await tx
    .select()
    .from(signups)
    .where(and(eq(signups.sessionId, session.id), eq(signups.personId, personId)));
  if (own?.status === "confirmed" || own?.status === "attended") return { part: "attends", place: null };
  if (own?.status !== "waiting" && own?.status !== "offered") return { part: "none", place: null };
  const [ahead] = await tx
    .select({ place: count() })
    .from(signups)
    .where(
      and(
        eq(signups.sessionId, session.id),
        eq(signups.status, "waiting"),
        lte(signups.position, own.position),
      ),
    );
  return { part: own.passedOverAt ? "passed-over" : "waits", place: ahead?.place ?? 1 };
}

interface News {
  telling: Telling;
  invite: InviteRow;
  before: InviteRow["told"] | null;
  session: Session;
  recipient: Recipient;
  place: number | null;
}

async function mailTelling(tx: Database, news: News, deps: HandlerDeps): Promise<void> {
  const { telling, invite, before, session, recipient, place } = news;
  const { reason, changes, calendar } = telling;
  if (!reason) return;
  const locale = localeOf(recipient.language, recipient.homeLanguage, session.language);
  const text = getText(locale, recipient.timeZone ?? recipient.homeZone ?? session.timeZone);
  const url = `${deps.config.publicUrl}${sessionPath(session)}`;
  const { subject, props } = inviteMail({ reason, changes, facts: invite.told, before, place, url }, text);
  const { default: Invite } = await import("#emails/invite.tsx");
  const { html, text: plain } = await renderMail(createElement(Invite, props));
  await queueMail(
    tx,
    {
      kind: `invite-${reason}`,
      to: recipient.email,
      toName: recipient.name,
      subject,
      html,
      text: plain,
      ...(calendar && { calendar: { method: calendar, ics: inviteOf(news, calendar, deps) } }),
    },
    deps,
  );
}

function inviteOf(
  { invite, session, recipient }: News,
  method: "REQUEST" | "CANCEL",
  { config, uidDomain, now }: HandlerDeps,
): string {
  const words = wordsOf(recipient.language ?? recipient.homeLanguage);
  const entry = entryOf(session, { publicUrl: config.publicUrl, uidDomain, words }, { busy: true });
  return renderInvite({
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
}
