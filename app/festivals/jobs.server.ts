import { and, eq, inArray } from "drizzle-orm";
import { createElement, type ReactElement } from "react";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import type { EventHandler, HandlerDeps } from "~/platform/events.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import type { FestivalHost } from "./festival.ts";
import { findFestivalById } from "./festivals.server.ts";

/** Asks the organisers of the invited organisation, unless somebody has answered or taken it back since. */
const tellInvited: EventHandler = async (tx, event, deps) => {
  const festival = await findFestivalById(tx, event.subject);
  const host = festival?.hosts.find((one) => one.organisation.id === event.payload.organisationId);
  if (!festival || host?.status !== "invited") return;
  const { default: HostInvitation } = await import("#emails/host-invitation.tsx");
  const organisation = host.organisation.name;
  const names = {
    festival: festival.name,
    organisation,
    lead: leadOf(festival.hosts),
    name: host.invitedBy ?? "",
  };
  await mailOrganisers(tx, host.organisation.id, "host-invitation", deps, ({ t, format, locale }) => {
    const values = { ...names, dates: format.dateRange(festival.startsOn, festival.endsOn) };
    return {
      subject: t("festivals.mail.invited.subject", values),
      mail: createElement(HostInvitation, {
        language: locale,
        heading: t("festivals.mail.invited.heading", values),
        intro: t(
          host.invitedBy ? "festivals.mail.invited.intro" : "festivals.mail.invited.introNobody",
          values,
        ),
        message: host.message || null,
        outcome: t("festivals.mail.invited.outcome", { outcome: festival.outcome }),
        button: t("festivals.mail.invited.button"),
        url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/hosts`,
        note: t("festivals.mail.invited.note", values),
        footer: t("festivals.mail.footer", { organisation, product: product.name }),
      }),
    };
  });
};

const answers = ["accepted", "declined", "left"] as const;

/** Tells the lead's organisers what the other organisation decided. */
const tellLead: EventHandler = async (tx, event, deps) => {
  const festival = await findFestivalById(tx, event.subject);
  const host = festival?.hosts.find((one) => one.organisation.id === event.payload.organisationId);
  const answer = answers.find((one) => one === event.payload.answer);
  if (!festival || !host || !answer || host.status !== answer) return;
  const { default: HostAnswer } = await import("#emails/host-answer.tsx");
  const organisation = host.organisation.name;
  const path = answer === "left" ? `sessions?host=${host.organisation.slug}` : "hosts";
  await mailOrganisers(tx, festival.leadOrganisationId, "host-answer", deps, ({ t, locale }) => {
    const values = { festival: festival.name, organisation, name: host.decidedBy ?? organisation };
    return {
      subject: t(`festivals.mail.${answer}.subject`, values),
      mail: createElement(HostAnswer, {
        language: locale,
        heading: t(`festivals.mail.${answer}.heading`, values),
        intro: t(`festivals.mail.${answer}.intro`, values),
        button: t(`festivals.mail.${answer}.button`),
        url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/${path}`,
        footer: t("festivals.mail.footer", { organisation: leadOf(festival.hosts), product: product.name }),
      }),
    };
  });
};

export const festivalHandlers: Record<string, EventHandler> = {
  "festival.host-invited": tellInvited,
  "festival.host-answered": tellLead,
};

const leadOf = (hosts: FestivalHost[]) => hosts.find((host) => host.leads)?.organisation.name ?? "";

/** One mail to each organiser and admin of an organisation, in their own language. */
async function mailOrganisers(
  tx: Database,
  organisationId: string,
  kind: string,
  deps: HandlerDeps,
  write: (text: Text) => { subject: string; mail: ReactElement },
): Promise<void> {
  const readers = await tx
    .select({
      name: people.name,
      email: people.email,
      language: people.language,
      home: organisations.language,
      timeZone: organisations.timeZone,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(people.organisationId, organisationId), inArray(people.role, ["organiser", "admin"])));
  for (const { name, email, language, home, timeZone } of readers) {
    const locale = [language, home].find(isLocale) ?? "en";
    const { subject, mail } = write(getText(locale, timeZone));
    await queueMail(tx, { kind, to: email, toName: name, subject, ...(await renderMail(mail)) }, deps);
  }
}
