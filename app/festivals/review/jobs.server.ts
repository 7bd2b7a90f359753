import { and, eq, inArray } from "drizzle-orm";
import { createElement } from "react";
import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { organisations, people, proposals } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import type { Proposal } from "../call/proposal.ts";
import { findProposal } from "../call/proposals.server.ts";
import type { Festival } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";
import { renderDecision } from "./decision-mail.server.ts";
import { localeOf } from "./outgoing.server.ts";
import { decisions } from "./row.ts";
import { unconfirmedOf, withdrawScopes } from "./standing.ts";

const letter = z.object({ subject: z.string(), body: z.string() });
const reader = { personId: z.string().nullable(), name: z.string(), email: z.string() };
const toldPayload = z.object({ ...reader, decision: z.enum(decisions), letter: letter.nullable() });
const remindedPayload = z.object(reader);
const withdrawnPayload = z.object({
  personId: z.string(),
  scope: z.enum(withdrawScopes),
  reason: z.string(),
});

/** Tells one reader what was decided, in the words that were shown when it was sent. */
const tellSpeaker: EventHandler = async (tx, event, deps) => {
  const { decision, letter, ...to } = toldPayload.parse(event.payload);
  const about = await findAbout(tx, event.subject);
  if (!about || about.proposal.status === "withdrawn") return;
  const locale = await localeFor(tx, to.personId, about.festival);
  const mail = await renderDecision({ ...about, decision, letter, to: { ...to, locale } }, deps.config);
  await queueMail(tx, { kind: "proposal-decision", to: to.email, toName: to.name, ...mail }, deps);
};

/** Unless they answered since. */
const remindSpeaker: EventHandler = async (tx, event, deps) => {
  const to = remindedPayload.parse(event.payload);
  const about = await findAbout(tx, event.subject);
  if (!about || !unconfirmedOf(about.proposal).some(({ email }) => email === to.email)) return;
  const { festival, proposal } = about;
  const locale = await localeFor(tx, to.personId, festival);
  const { t } = getText(locale);
  const values = { name: to.name.split(" ")[0] ?? "", title: proposal.title, festival: festival.name };
  const { default: SpeakersNews } = await import("#emails/speakers-news.tsx");
  const mail = createElement(SpeakersNews, {
    language: locale,
    heading: t("review.mail.reminder.heading", values),
    intro: t("review.mail.reminder.intro", values),
    reason: "",
    what: t("review.mail.reminder.what"),
    button: t("review.mail.confirm"),
    url: `${deps.config.publicUrl}/festivals/${festival.slug}/propose/${proposal.id}`,
    footer: t("review.mail.footer", { ...values, product: product.name }),
  });
  const subject = t("review.mail.reminder.subject", values);
  const head = { kind: "proposal-reminder", to: to.email, toName: to.name, subject };
  await queueMail(tx, { ...head, ...(await renderMail(mail)) }, deps);
};

/** Tells the organisers of the host and of the lead that a place comes free, or that a speaker steps out. */
const tellOrganisers: EventHandler = async (tx, event, deps) => {
  const { personId, scope, reason } = withdrawnPayload.parse(event.payload);
  const about = await findAbout(tx, event.subject);
  if (!about) return;
  const { festival, proposal } = about;
  const [speaker] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  const reserves = await tx.$count(
    proposals,
    and(eq(proposals.festivalId, festival.id), eq(proposals.status, "reserve")),
  );
  const values = { title: proposal.title, festival: festival.name, name: speaker?.name ?? "" };
  const hosts = [...new Set([proposal.organisation.id, festival.leadOrganisationId])];
  const { default: SpeakersNews } = await import("#emails/speakers-news.tsx");
  for (const organiser of await listOrganisers(tx, hosts)) {
    const { t } = getText(organiser.locale);
    const mail = createElement(SpeakersNews, {
      language: organiser.locale,
      heading: t(`review.mail.withdrawn.${scope}.heading`, values),
      intro: t(`review.mail.withdrawn.${scope}.intro`, values),
      reason: reason && t("review.mail.withdrawn.reason", { reason }),
      what:
        scope === "me"
          ? t("review.mail.withdrawn.me.what")
          : t("review.mail.withdrawn.all.what", { count: reserves }),
      button: t("review.mail.withdrawn.button"),
      url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/proposals`,
      footer: t("review.mail.withdrawn.footer", { ...values, product: product.name }),
    });
    const subject = t(`review.mail.withdrawn.${scope}.subject`, values);
    const head = { kind: "proposal.given-up", to: organiser.email, toName: organiser.name, subject };
    await queueMail(tx, { ...head, ...(await renderMail(mail)) }, deps);
  }
};

export const reviewHandlers: Record<string, EventHandler> = {
  "proposal.told": tellSpeaker,
  "proposal.reminded": remindSpeaker,
  "proposal.given-up": tellOrganisers,
};

async function findAbout(
  tx: Database,
  proposalId: string,
): Promise<{ festival: Festival; proposal: Proposal } | null> {
  const [row] = await tx
    .select({ festivalId: proposals.festivalId })
    .from(proposals)
    .where(eq(proposals.id, proposalId));
  const festival = row && (await findFestivalById(tx, row.festivalId));
  const proposal = row && (await findProposal(tx, row.festivalId, proposalId));
  return festival && proposal ? { festival, proposal } : null;
}

/** Their own language, else that of their organisation, else that of the festival. */
async function localeFor(tx: Database, personId: string | null, festival: Festival): Promise<Locale> {
  if (personId === null) return localeOf(festival.language);
  const [row] = await tx
    .select({ language: people.language, home: organisations.language })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId));
  return [row?.language, row?.home].find(isLocale) ?? localeOf(festival.language);
}

async function listOrganisers(tx: Database, hosts: string[]) {
  const rows = await tx
    .select({
      name: people.name,
      email: people.email,
      language: people.language,
      home: organisations.language,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(inArray(people.organisationId, hosts), inArray(people.role, ["organiser", "admin"])));
  return rows.map(({ name, email, language, home }) => ({
    ...{ name, email },
    locale: [language, home].find(isLocale) ?? ("en" as const),
  }));
}
