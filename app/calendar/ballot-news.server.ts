import { and, eq } from "drizzle-orm";
import { createElement } from "react";
import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { festivals, sessions, signups } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { uuidOf } from "~/platform/ids.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { findMyResult } from "~/signups/ballot/mine.server.ts";
import { ballotMail } from "./ballot-mail.ts";
import { cardFor, findRecipient, takeNews, textFor } from "./telling.server.ts";

const payload = z.object({ festivalId: z.uuid(), allocationId: z.uuid() });

/**
 * Tells a person in one mail what they got from their wishes and why, with the invites of all their seats. It brings the
 * invites up to date, so that the events of each seat and queue, which come after it, find nothing to tell.
 */
export const tellBallot: EventHandler = async (tx, event, deps) => {
  const { festivalId, allocationId } = payload.parse(event.payload);
  const personId = event.subject;
  const recipient = await findRecipient(tx, personId);
  const [festival] = await tx.select().from(festivals).where(eq(festivals.id, festivalId));
  if (!recipient || !festival) return;
  const sessionIds = await listOwn(tx, festivalId, personId);
  const news = await takeNews(tx, recipient, { sessionIds }, deps);
  const about = news.length > 0 ? news.map(({ session }) => session) : [festival];
  const text = textFor(recipient, about);
  const result = await findMyResult(tx, { festivalId, personId }, text.t);
  if (!result?.slots) return;
  const home = `${deps.config.publicUrl}/festivals/${festival.slug}`;
  const { subject, props } = ballotMail(
    { festival: festival.name, slots: result.slots, publicUrl: deps.config.publicUrl, myUrl: `${home}/my` },
    text,
  );
  const { default: News } = await import("#emails/news.tsx");
  await queueMail(
    tx,
    {
      id: uuidOf(`ballot ${allocationId} ${personId}`),
      kind: "ballot-result",
      to: recipient.email,
      toName: recipient.name,
      subject,
      ...(await renderMail(createElement(News, props))),
      calendar: news.flatMap((one) => cardFor(one, recipient, deps) ?? []),
    },
    deps,
  );
};

/** Everything this person has, waits for or gave up in a festival. */
async function listOwn(tx: Database, festivalId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: signups.sessionId })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(and(eq(sessions.festivalId, festivalId), eq(signups.personId, personId)));
  return rows.map(({ id }) => id);
}
