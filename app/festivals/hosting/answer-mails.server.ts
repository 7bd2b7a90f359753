import { eq, inArray } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { hostInvitations, organisations, people } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { product } from "~/platform/product.ts";
import { leadOf } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";
import { mailOrganisers } from "../mail-organisers.server.ts";

const answers = ["accepted", "declined", "left"] as const;

/** Tells the lead's organisers what the other organisation decided. */
export const tellLead: EventHandler = async (tx, event, deps) => {
  const festival = await findFestivalById(tx, event.subject);
  const host = festival?.hosts.find((one) => one.organisation.id === event.payload.organisationId);
  const answer = answers.find((one) => one === event.payload.answer);
  if (!festival || !host || !answer || host.status !== answer) return;
  const { default: HostAnswer } = await import("#emails/host-answer.tsx");
  const organisation = host.organisation.name;
  const path = answer === "left" ? `hosts/${host.organisation.slug}` : "hosts";
  const { stay = 0, handOver = 0, cancel = 0, sessions = 0 } = event.payload as Record<string, number>;
  await mailOrganisers(tx, festival.leadOrganisationId, "host-answer", deps, ({ t, locale }) => {
    const values = { festival: festival.name, organisation, name: host.decidedBy ?? organisation };
    const intro = t(`festivals.mail.${answer}.intro`, values);
    const fates = sessions > 0 ? ` ${t("hosting.mail.fates", { stay, handOver, cancel })}` : "";
    return {
      subject: t(`festivals.mail.${answer}.subject`, values),
      mail: createElement(HostAnswer, {
        language: locale,
        heading: t(`festivals.mail.${answer}.heading`, values),
        intro: intro + (answer === "left" ? fates : ""),
        message: host.reason || null,
        button: t(`festivals.mail.${answer}.button`),
        url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/${path}`,
        footer: t("festivals.mail.footer", { organisation: leadOf(festival), product: product.name }),
      }),
    };
  });
};

/** Tells the lead's organisers that somebody said no by the link of their mail. */
export const tellMailDeclined: EventHandler = async (tx, event, deps) => {
  const [row] = await tx.select().from(hostInvitations).where(eq(hostInvitations.id, event.subject));
  const festival = row && (await findFestivalById(tx, row.festivalId));
  if (!row || !festival) return;
  const { default: HostAnswer } = await import("#emails/host-answer.tsx");
  await mailOrganisers(tx, festival.leadOrganisationId, "host-answer", deps, ({ t, locale }) => {
    const values = { festival: festival.name, organisation: row.organisationName, name: row.email };
    return {
      subject: t("festivals.mail.declined.subject", values),
      mail: createElement(HostAnswer, {
        language: locale,
        heading: t("festivals.mail.declined.heading", values),
        intro: t("festivals.mail.declined.intro", values),
        message: row.reason || null,
        button: t("festivals.mail.declined.button"),
        url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/hosts`,
        footer: t("festivals.mail.footer", { organisation: leadOf(festival), product: product.name }),
      }),
    };
  });
};

/** Tells the organisers of a host how many sessions have become theirs. */
export const tellHeirs: EventHandler = async (tx, event, deps) => {
  const festival = await findFestivalById(tx, event.subject);
  const { from, to, count, by } = event.payload as { from: string; to: string; count: number; by: string };
  const names = await namesOf(tx, [from, to]);
  const heir = festival?.hosts.find((host) => host.organisation.id === to);
  if (!festival || heir?.status !== "accepted") return;
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, by));
  const { default: HostAnswer } = await import("#emails/host-answer.tsx");
  await mailOrganisers(tx, to, "sessions-handed-over", deps, ({ t, locale }) => {
    const organisation = heir.organisation.name;
    const leaving = names.get(from) ?? "";
    const values = { festival: festival.name, organisation, from: leaving, count };
    return {
      subject: t("hosting.mail.handedOver.subject", values),
      mail: createElement(HostAnswer, {
        language: locale,
        heading: t("hosting.mail.handedOver.heading", values),
        intro: t("hosting.mail.handedOver.intro", { ...values, name: person?.name ?? leaving }),
        message: null,
        button: t("hosting.mail.handedOver.button"),
        url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/sessions?host=${heir.organisation.slug}`,
        footer: t("festivals.mail.footer", { organisation, product: product.name }),
      }),
    };
  });
};

async function namesOf(tx: Database, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}
