import { createElement } from "react";
import type { Config } from "~/platform/config.ts";
import { getText, type Translate } from "~/platform/i18n/catalogue.ts";
import { type Locale, locales } from "~/platform/i18n/languages.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import type { Festival } from "../festival.ts";
import { fillLetter, type Letter, paragraphsOf } from "./letter.ts";
import type { Decision } from "./row.ts";

export interface DecisionMail {
  festival: Pick<Festival, "name" | "slug">;
  proposal: { id: string; title: string };
  decision: Decision;
  /** In the organisers' words; null: our usual text in the reader's language. */
  letter: Letter | null;
  to: { name: string; locale: Locale };
}

/** The mail as its reader gets it: the organisers' words as they wrote them, what is around them in the reader's language. */
export async function renderDecision(
  { festival, proposal, decision, letter, to }: DecisionMail,
  { publicUrl }: Pick<Config, "publicUrl">,
): Promise<{ subject: string; html: string; text: string }> {
  const { t } = getText(to.locale);
  const url = `${publicUrl}/festivals/${festival.slug}/propose/${proposal.id}`;
  const title = proposal.title;
  const words = { name: to.name.split(" ")[0] ?? to.name, title, festival: festival.name, link: url };
  const { subject, body } = fillLetter(letter ?? usualLetter(decision, t), words);
  const { default: DecisionTemplate } = await import("#emails/decision.tsx");
  const mail = createElement(DecisionTemplate, {
    language: to.locale,
    heading: title,
    preview: subject,
    paragraphs: paragraphsOf(body),
    button: t(decision === "accepted" ? "review.mail.confirm" : "review.mail.see"),
    url,
    footer: t("review.mail.footer", { festival: festival.name, product: product.name }),
  });
  return { subject, ...(await renderMail(mail)) };
}

export const usualLetter = (decision: Decision, t: Translate): Letter => ({
  subject: t(`review.letters.${decision}.subject`),
  body: t(`review.letters.${decision}.body`),
});

/** Our usual texts, to begin from, in every language. */
export const usualLetters = (decision: Decision) =>
  locales.map((locale) => ({ locale, ...usualLetter(decision, getText(locale).t) }));
