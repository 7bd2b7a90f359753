import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { signups } from "#db/schema/index.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import type { EventHandler, EventRow, HandlerDeps } from "~/platform/events.server.ts";
import { uuidOf } from "~/platform/ids.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { type Session, sessionPath } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { festivalAdmission, openAdmission } from "../admission.server.ts";
import { describeOffer } from "./find-offer.server.ts";
import { isOpen } from "./offer.ts";
import { lapsedLetter, offeredLetter } from "./offer-mails.ts";
import { findSeatReader, sendSeatMail } from "./send-seat-mail.server.ts";

/** What the secret in an offer's mail is for; its subject is the session. */
export const offerPurpose = "seat-offer";

const payload = z.object({ personId: z.uuid(), change: z.string().optional() });

/** Mails what is held for somebody, and that it is held no longer. Handles `signup.changed`. */
export const tellOffers: EventHandler = async (tx, event, deps) => {
  const { personId, change } = payload.parse(event.payload);
  if (change !== "offered" && change !== "lapsed") return;
  const session = await findSession(tx, event.subject);
  if (!session || session.status === "cancelled") return;
  if (change === "offered") await mailOffer(tx, { event, session, personId }, deps);
  else await mailLapse(tx, { event, session, personId }, deps);
};

interface Told {
  event: EventRow;
  session: Session;
  personId: string;
}

/** An offer that was answered, or ran out, before its mail was written is not mailed. */
async function mailOffer(tx: Database, { event, session, personId }: Told, deps: HandlerDeps): Promise<void> {
  const own = await findOwn(tx, session.id, personId);
  if (!isOpen(own, deps.now)) return;
  const reader = await findSeatReader(tx, personId, session);
  if (!reader) return;
  const offer = await describeOffer(tx, { session, personId, own }, deps.now);
  const token = await mintLink(tx, { purpose: offerPurpose, subject: session.id, personId }, deps);
  const link = `${deps.config.publicUrl}/offers/${token}`;
  const letter = offeredLetter({ name: reader.firstName, session, offer, link, now: deps.now }, reader.text);
  await sendSeatMail(
    tx,
    { kind: "seat-offered", id: uuidOf(`seat-offered ${event.id}`), reader, letter },
    deps,
  );
}

/** Whoever has asked again since needs no word of it. */
async function mailLapse(tx: Database, { event, session, personId }: Told, deps: HandlerDeps): Promise<void> {
  const own = await findOwn(tx, session.id, personId);
  if (own && own.status !== "cancelled") return;
  const reader = await findSeatReader(tx, personId, session);
  if (!reader) return;
  const letter = lapsedLetter(
    {
      name: reader.firstName,
      session,
      url: `${deps.config.publicUrl}${sessionPath(session)}#sign-up`,
      mayAsk: await mayAskAgain(tx, session, deps),
    },
    reader.text,
  );
  await sendSeatMail(
    tx,
    { kind: "seat-lapsed", id: uuidOf(`seat-lapsed ${event.id}`), reader, letter },
    deps,
  );
}

/** Whether sign-up is open still, so that asking once more is of use. */
export async function mayAskAgain(
  db: Database,
  session: Pick<Session, "festivalId">,
  { now }: Pick<HandlerDeps, "now">,
): Promise<boolean> {
  const festival = session.festivalId ? await findFestivalById(db, session.festivalId) : null;
  const { window } = festival ? festivalAdmission(festival, now) : openAdmission;
  return window === "open";
}

async function findOwn(tx: Database, sessionId: string, personId: string) {
  const [own = null] = await tx
    .select()
    .from(signups)
    .where(and(eq(signups.sessionId, sessionId), eq(signups.personId, personId)));
  return own;
}
