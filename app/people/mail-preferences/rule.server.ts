import { and, eq } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { mailRefusals, people } from "#db/schema/index.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import type { MailRule } from "~/platform/mail/rule.ts";
import { mintUnsubscribe } from "./refusals.server.ts";
import { isRefusable, type Refusable, topicOfMail } from "./topics.ts";

/**
 * What a reader has refused is not queued; everything else that can be refused says how. Login and invites always go,
 * and so does mail to an address without an account, which has nowhere to keep a wish.
 */
export const mailRule: MailRule = async (tx, mail, deps) => {
  const topic = topicOfMail(mail);
  if (!isRefusable(topic)) return null;
  const reader = await findByAddress(tx, mail.to, topic);
  if (!reader) return null;
  if (reader.refused !== null) return "refused";
  const token = await mintUnsubscribe(tx, { personId: reader.id, topic }, deps);
  const unsubscribeUrl = new URL(`/unsubscribe/${token}`, deps.config.publicUrl).href;
  return { unsubscribeUrl, ...(await footOf(unsubscribeUrl, languageOf(mail.html), topic, deps.config)) };
};

async function findByAddress(tx: Database, address: string, topic: Refusable) {
  const [reader] = await tx
    .select({ id: people.id, refused: mailRefusals.topic })
    .from(people)
    .leftJoin(mailRefusals, and(eq(mailRefusals.personId, people.id), eq(mailRefusals.topic, topic)))
    .where(eq(people.email, address.toLowerCase()));
  return reader ?? null;
}

/** The foot speaks the language of its mail. */
function languageOf(html: string): Locale {
  const named = /<html[^>]*\blang="([a-z]+)/i.exec(html)?.[1];
  return isLocale(named) ? named : "en";
}

async function footOf(stopUrl: string, locale: Locale, topic: Refusable, config: { publicUrl: string }) {
  const { t } = getText(locale);
  const stop = t("mailPreferences.foot.stop", { topic: t(`mailPreferences.topics.${topic}.name`) });
  const all = t("mailPreferences.foot.all");
  const allUrl = new URL("/account/mail", config.publicUrl).href;
  const { default: MailFoot } = await import("#emails/foot.tsx");
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = renderToStaticMarkup(createElement(MailFoot, { stop, stopUrl, all, allUrl }));
  return { html, text: `${stop}: ${stopUrl}\n${all}: ${allUrl}` };
}
