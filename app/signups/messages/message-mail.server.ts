import { createElement } from "react";
import type { Festival } from "~/festivals/festival.ts";
import { previewFoot } from "~/people/mail-preferences/rule.server.ts";
import type { Config } from "~/platform/config.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import type { Locale } from "~/platform/i18n/languages.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { withFoot } from "~/platform/mail/rule.ts";
import { product } from "~/platform/product.ts";
import type { Message } from "./messages.server.ts";
import { targetWords } from "./target-words.ts";
import type { Target } from "./targets.ts";
import { bodyOf } from "./text.ts";

export interface MessageMail {
  message: Pick<Message, "subject" | "body" | "author" | "audience">;
  festival: Pick<Festival, "name" | "slug" | "timeZone">;
  target: Target;
}

type Rendered = { subject: string; html: string; text: string };

/** The mail as a reader of this language gets it: the organisers' words as they wrote them, what is around in theirs. */
export async function renderMessage(
  { message, festival, target }: MessageMail,
  locale: Locale,
  { publicUrl }: Pick<Config, "publicUrl">,
): Promise<Rendered> {
  const text = getText(locale, festival.timeZone);
  const { t } = text;
  const { author, audience } = message;
  const values = { festival: festival.name, audience: targetWords(target, text), product: product.name };
  const page = `${publicUrl}/festivals/${festival.slug}`;
  const ofSession = audience.kind === "session" && target.kind === "session";
  const { default: MessageTemplate } = await import("#emails/message.tsx");
  const mail = createElement(MessageTemplate, {
    language: locale,
    heading: message.subject,
    paragraphs: bodyOf(message.body),
    button: t(ofSession ? "messages.mail.session" : "messages.mail.festival"),
    url: ofSession ? `${page}/sessions/${audience.sessionId}` : page,
    answer: author && { words: t("messages.mail.answer", { name: author.name }), address: author.email },
    footer: author?.organisation
      ? t("messages.mail.footer", { ...values, name: author.name, organisation: author.organisation })
      : t("messages.mail.footerUnsigned", values),
  });
  return { subject: message.subject, ...(await renderMail(mail)) };
}

/** The same with the lines about unsubscribing that the queue adds. */
export async function previewMessage(
  mail: MessageMail,
  locale: Locale,
  config: Pick<Config, "publicUrl">,
): Promise<Rendered> {
  const foot = await previewFoot(locale, "messages", config);
  return withFoot(await renderMessage(mail, locale, config), { unsubscribeUrl: "", ...foot });
}
