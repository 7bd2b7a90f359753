import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import type { HandlerDeps } from "~/platform/events.server.ts";
import { uuidOf } from "~/platform/ids.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { type Announcement, announcedOf } from "./announcement.server.ts";
import { mailOne } from "./invites.server.ts";
import { newsMail } from "./news-mail.ts";
import {
  cardFor,
  findClashesToTell,
  findRecipient,
  type News,
  type Recipient,
  takeNews,
  textFor,
  wordsFor,
} from "./telling.server.ts";

/**
 * Tells a person in one mail all they do not know of these sessions, and what was decided for a whole festival. One
 * session alone is told as ever. Again, it finds nothing to tell, and an announcement is mailed to a person once.
 */
export async function tellNews(
  tx: Database,
  {
    personId,
    sessionIds,
    announcement,
  }: { personId: string; sessionIds: string[]; announcement: Announcement | null },
  deps: HandlerDeps,
): Promise<void> {
  const recipient = await findRecipient(tx, personId);
  if (!recipient) return;
  const taken = await takeNews(tx, recipient, { sessionIds }, deps);
  const news = taken.filter(({ telling }) => telling.reason !== null);
  const [only] = news;
  if (announcement === null && news.length < 2) {
    if (only) await mailOne(tx, { news: only, recipient }, deps);
    return;
  }
  await mailAll(tx, { news, announcement, recipient }, deps);
}

async function mailAll(
  tx: Database,
  {
    news,
    announcement,
    recipient,
  }: { news: News[]; announcement: Announcement | null; recipient: Recipient },
  deps: HandlerDeps,
): Promise<void> {
  const text = textFor(
    recipient,
    news.map(({ session }) => session),
  );
  const clashes = await findClashesToTell(tx, news, recipient, deps);
  const { subject, props } = newsMail(
    {
      news: news.flatMap((one) => wordsFor(one, deps, { clashes }) ?? []),
      announced: announcement && announcedOf(announcement, deps),
      agendaUrl: `${deps.config.publicUrl}/agenda`,
    },
    text,
  );
  const { default: NewsTemplate } = await import("#emails/news.tsx");
  await queueMail(
    tx,
    {
      id: announcement ? uuidOf(`announcement ${announcement.decisionId} ${recipient.id}`) : undefined,
      kind: announcement ? `festival-${announcement.what}` : "invite-news",
      to: recipient.email,
      toName: recipient.name,
      subject,
      ...(await renderMail(createElement(NewsTemplate, props))),
      calendar: news.flatMap((one) => cardFor(one, recipient, deps) ?? []),
    },
    deps,
  );
}
