import { inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { invites, people, signups } from "#db/schema/index.ts";
import { factsOf, type Part } from "~/calendar/invite.ts";
import { isBefore } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import type { Story } from "./alliance.server.ts";

export interface Sender {
  /** ORGANIZER of the invites. */
  mailFrom: string;
  uidDomain: string;
}

interface Telling {
  session: Session;
  personId: string;
  part: Extract<Part, "gives" | "attends" | "waits">;
  since: string;
}

/** Everybody has had the mails about what they give, attend and wait for, so that a change is told as a change. */
export async function fillTold(db: Database, { ids, now }: Story, sender: Sender): Promise<void> {
  const sessions = await listSessions(db, { endsAfter: now.toString() });
  const tellings = [...givenIn(sessions), ...(await chosenIn(db, sessions))];
  const rows = await db.select({ id: people.id, email: people.email }).from(people);
  const addresses = new Map(rows.map((row) => [row.id, row.email]));
  await db.insert(invites).values(
    tellings.map(({ session, personId, part, since }) => {
      const id = ids.uuid();
      return {
        id,
        uid: `invite-${id}@${sender.uidDomain}`,
        sessionId: session.id,
        personId,
        recipient: addresses.get(personId)!,
        organizer: sender.mailFrom,
        lastMethod: part === "waits" ? ("WAITING" as const) : ("REQUEST" as const),
        told: factsOf(session, part),
        toldAt: since,
      };
    }),
  );
}

function givenIn(sessions: Session[]): Telling[] {
  return sessions.flatMap((session) =>
    session.speakers.flatMap(({ personId }) =>
      personId ? [{ session, personId, part: "gives" as const, since: session.updatedAt }] : [],
    ),
  );
}

async function chosenIn(db: Database, sessions: Session[]): Promise<Telling[]> {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const rows = await db
    .select()
    .from(signups)
    .where(inArray(signups.sessionId, [...byId.keys()]))
    .orderBy(signups.position);
  return rows.map(({ sessionId, personId, status, updatedAt }) => {
    const session = byId.get(sessionId)!;
    const since = isBefore(updatedAt, session.updatedAt) ? session.updatedAt : updatedAt;
    return { session, personId, part: status === "waiting" ? "waits" : "attends", since };
  });
}
