import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { nominations, people } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { requireSeries } from "../series.server.ts";
import { nominationPurpose } from "./nominations.server.ts";

/** Asks a colleague whether they would like to be on the roster, unless it was answered or withdrawn by now. */
export const mailNomination: EventHandler = async (tx, { subject: id }, deps) => {
  const found = await find(tx, id);
  if (found?.status !== "open") return;
  const { series, asked, nominator } = found;
  const { t, format, locale } = textOf(asked, series.timeZone);
  const token = await mintLink(tx, { purpose: nominationPurpose, subject: id, personId: asked.id }, deps);
  const { default: Nomination } = await import("#emails/nomination.tsx");
  const values = { name: nominator.name, series: series.name };
  const mail = await renderMail(
    createElement(Nomination, {
      language: locale,
      heading: t("roster.mail.nominated.heading", values),
      intro: t("roster.mail.nominated.intro", {
        ...values,
        weekday: format.weekday(series.weekday),
        time: series.localTime,
      }),
      message: found.message,
      what: t("roster.mail.nominated.what"),
      button: t("roster.mail.nominated.button"),
      url: new URL(`/nominations/${token}`, deps.config.publicUrl).href,
      how: t("roster.mail.nominated.how", values),
      footer: t("roster.mail.nominated.footer", values),
    }),
  );
  const subject = t("roster.mail.nominated.subject", values);
  await queueMail(tx, { kind: "nomination", to: asked.email, toName: asked.name, subject, ...mail }, deps);
};

/** Tells who nominated what became of it, kindly either way. */
export const mailNominationAnswer: EventHandler = async (tx, { subject: id }, deps) => {
  const found = await find(tx, id);
  if (found?.status !== "accepted" && found?.status !== "declined") return;
  const { series, asked, nominator, status } = found;
  const { t, locale } = textOf(nominator, series.timeZone);
  const { default: Nomination } = await import("#emails/nomination.tsx");
  const values = { name: asked.name, series: series.name };
  const mail = await renderMail(
    createElement(Nomination, {
      language: locale,
      heading: t(`roster.mail.${status}.heading`, values),
      intro: t(`roster.mail.${status}.intro`, values),
      message: "",
      what: "",
      button: t("roster.mail.answerButton"),
      url: new URL(`/lectures/${series.slug}/roster`, deps.config.publicUrl).href,
      how: "",
      footer: t("roster.mail.answerFooter", values),
    }),
  );
  const subject = t(`roster.mail.${status}.subject`, values);
  const recipient = { to: nominator.email, toName: nominator.name };
  await queueMail(tx, { kind: "nomination-answered", ...recipient, subject, ...mail }, deps);
};

function textOf({ language, timeZone }: typeof people.$inferSelect, seriesZone: string) {
  return getText(isLocale(language) ? language : "en", timeZone ?? seriesZone);
}

async function find(tx: Database, id: string) {
  const [row] = await tx.select().from(nominations).where(eq(nominations.id, id));
  if (!row) return null;
  const personOf = async (personId: string) =>
    (await tx.select().from(people).where(eq(people.id, personId)))[0]!;
  return {
    status: row.status,
    message: row.message,
    series: await requireSeries(tx, row.seriesId),
    asked: await personOf(row.personId),
    nominator: await personOf(row.nominatedBy),
  };
}
