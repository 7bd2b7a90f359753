import { createElement } from "react";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import type { MailRule } from "~/platform/mail/rule.ts";
import { findMailReader } from "./refusals.server.ts";
import { isRefusable, type Refusable, topicOfMail } from "./topics.ts";
import { mintUnsubscribe } from "./unsubscribe.server.ts";

/**
 * What a reader has refused is not queued; everything else that can be refused says how. Login and invites always
 * go.
 */
export const mailRule: MailRule = async (tx, mail, deps) => {
  const topic = topicOfMail(mail);
  if (!isRefusable(topic)) return null;
  const { refused, ...reader } = await findMailReader(tx, mail.to, topic);
  if (refused) return "refused";
  const token = await mintUnsubscribe(tx, { ...reader, topic }, deps);
  const unsubscribeUrl = new URL(`/unsubscribe/${token}`, deps.config.publicUrl).href;
  return { unsubscribeUrl, ...(await footOf(unsubscribeUrl, languageOf(mail.html), topic, deps.config)) };
};

/** The foot speaks the language of its mail. */
function languageOf(html: string): Locale {
  const named = /<html[^>]*\blang="([a-z]+)/i.exec(html)?.[1];
  return isLocale(named) ? named : "en";
}

/** The foot as readers get it, for a preview: its links lead whoever looks to their own choices. */
export function previewFoot(locale: Locale, topic: Refusable, config: { publicUrl: string }) {
  return footOf(new URL("/account/mail", config.publicUrl).href, locale, topic, config);
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
