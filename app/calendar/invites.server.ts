import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import type { HandlerDeps } from "~/platform/events.server.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { inviteMail } from "./invite-mail.ts";
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

interface Concerned {
  sessionId: string;
  personId: string;
  fromQueue?: boolean;
  /** Titles of what they no longer wait for because of it. */
  dropped?: string[];
}

/**
 * Compares what a person was last told of a session with what is true, and queues one mail when they differ. Only
 * writes rows, in the sweep's transaction; again, it finds nothing to tell.
 */
export async function tellPerson(
  tx: Database,
  { sessionId, personId, fromQueue, dropped }: Concerned,
  deps: HandlerDeps,
): Promise<void> {
  const recipient = await findRecipient(tx, personId);
  if (!recipient) return;
  const [news] = await takeNews(tx, recipient, { sessionIds: [sessionId], fromQueue }, deps);
  if (news) await mailOne(tx, { news, recipient, dropped }, deps);
}

/** The mail about one session, with its invite. */
export async function mailOne(
  tx: Database,
  { news, recipient, dropped }: { news: News; recipient: Recipient; dropped?: string[] },
  deps: HandlerDeps,
): Promise<void> {
  const clashes = await findClashesToTell(tx, [news], recipient, deps);
  const words = wordsFor(news, deps, { dropped, clashes });
  if (!words) return;
  const { subject, props } = inviteMail(words, textFor(recipient, [news.session]));
  const { default: Invite } = await import("#emails/invite.tsx");
  const { html, text } = await renderMail(createElement(Invite, props));
  const card = cardFor(news, recipient, deps);
  await queueMail(
    tx,
    {
      kind: `invite-${words.reason}`,
      to: recipient.email,
      toName: recipient.name,
      subject,
      html,
      text,
      calendar: card ? [card] : [],
    },
    deps,
  );
}
