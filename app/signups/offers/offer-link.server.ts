import type { Database } from "#db/connect.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { findLink } from "~/platform/mailed-links.server.ts";
import type { Instant } from "~/platform/time.ts";
import { placeOf, sessionPath } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { type AcceptAnswer, acceptOffer } from "../accept-offer.server.ts";
import { findOffer } from "./find-offer.server.ts";
import { untilWords } from "./offer.ts";
import { mayAskAgain, offerPurpose } from "./offer-jobs.server.ts";
import { findSeatReader } from "./send-seat-mail.server.ts";
import { declineOffer } from "./step-back.server.ts";

/** What the secret of an offer's mail opens, for whoever has it; null when it was never one. */
export async function openOffer(db: Database, token: string, now: Instant) {
  const link = await findLink(db, offerPurpose, token);
  const session = link && (await findSession(db, link.subject));
  const reader = session && (await findSeatReader(db, link.personId, session));
  if (!session || !reader) return null;
  const answerable = await findOffer(db, { session, personId: reader.id }, now);
  return { session, reader, answerable, mayAsk: await mayAskAgain(db, session, { now }) };
}

export type OpenedOffer = NonNullable<Awaited<ReturnType<typeof openOffer>>>;

/** The page of a link: the session, whose offer it is, and nothing else of anybody. */
export function offerPageOf(
  { session, reader, answerable, mayAsk }: OpenedOffer,
  { text, now }: { text: Text; now: Instant },
) {
  const { title, language, startsAt, endsAt, timeZone, allDay } = session;
  return {
    firstName: reader.firstName,
    session: {
      ...{ title, language, startsAt, endsAt, timeZone, allDay },
      place: placeOf(session),
      path: sessionPath(session),
      band: session.organisation.colour,
    },
    answerable,
    until: answerable.state === "open" ? untilWords(answerable.offer.until, now, text) : null,
    mayAsk,
  };
}

export type OfferPage = ReturnType<typeof offerPageOf>;

/** Says yes for whoever the link was mailed to. */
export function acceptByLink(
  db: Database,
  { session, reader }: OpenedOffer,
  givesUp: string | undefined,
  now: Instant,
): Promise<AcceptAnswer> {
  return acceptOffer(db, { personId: reader.id, sessionId: session.id, givesUp }, { now });
}

export function declineByLink(
  db: Database,
  { session, reader }: OpenedOffer,
  now: Instant,
): Promise<boolean> {
  return declineOffer(db, { personId: reader.id, sessionId: session.id }, { now });
}
