import type { Database } from "#db/connect.ts";
import type { NewMail, QueueDeps } from "./queue.server.ts";

/** What is added to a mail that its reader can be rid of. */
export interface MailFoot {
  /** Where one click stops mail of this sort (RFC 8058). */
  unsubscribeUrl: string;
  html: string;
  text: string;
}

/** `refused`: its reader wants none of this sort. Null: it goes as it is. */
export type MailVerdict = "refused" | MailFoot | null;

export type MailRule = (tx: Database, mail: NewMail, deps: QueueDeps) => Promise<MailVerdict>;

let rule: MailRule = async () => null;

/** The product says once what its readers may refuse; the queue itself knows no sort of mail. */
export function setMailRule(given: MailRule): void {
  rule = given;
}

export const judgeMail: MailRule = (tx, mail, deps) => rule(tx, mail, deps);

const place = '<div id="mail-foot"></div>';

/** The mail with the foot where its paper keeps a place for it, else at its end. */
export function withFoot<T extends Pick<NewMail, "html" | "text">>(mail: T, foot: MailFoot | null): T {
  if (!foot) return mail;
  const end = mail.html.includes(place) ? place : "</body>";
  const html = mail.html.includes(end)
    ? mail.html.replace(end, () => (end === place ? foot.html : foot.html + end))
    : mail.html + foot.html;
  return { ...mail, html, text: `${mail.text.trimEnd()}\n\n${foot.text}\n` };
}
