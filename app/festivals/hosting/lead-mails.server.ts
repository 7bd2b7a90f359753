import { eq } from "drizzle-orm";
import { createElement } from "react";
import { people } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { product } from "~/platform/product.ts";
import { acceptedHosts, leadOf } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";
import { mailOrganisers } from "../mail-organisers.server.ts";

/** Asks the organisers of the other host, unless the offer was taken back or answered since. */
export const tellLeadOffer: EventHandler = async (tx, event, deps) => {
  const festival = await findFestivalById(tx, event.subject);
  const host = festival?.hosts.find((one) => one.organisation.id === event.payload.organisationId);
  if (!festival || !host?.leadOfferedAt) return;
  const { default: HostAnswer } = await import("#emails/host-answer.tsx");
  const organisation = host.organisation.name;
  const lead = leadOf(festival);
  const values = { festival: festival.name, organisation, lead, name: host.leadOfferedBy ?? lead };
  await mailOrganisers(tx, host.organisation.id, "lead-offer", deps, ({ t, locale }) => ({
    subject: t("hosting.mail.leadOffered.subject", values),
    mail: createElement(HostAnswer, {
      language: locale,
      heading: t("hosting.mail.leadOffered.heading", values),
      intro: t("hosting.mail.leadOffered.intro", values),
      message: null,
      button: t("hosting.mail.leadOffered.button"),
      url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/hosts`,
      footer: t("festivals.mail.footer", { organisation, product: product.name }),
    }),
  }));
};

/** A refusal is told to those who asked; a new lead to all other hosts. */
export const tellLeadAnswer: EventHandler = async (tx, event, deps) => {
  const festival = await findFestivalById(tx, event.subject);
  const { organisationId, before, takes, by } = event.payload as Record<string, string | boolean>;
  const all = festival?.hosts.map((host) => host.organisation) ?? [];
  const own = all.find((one) => one.id === organisationId);
  if (!festival || !own) return;
  const [person] = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, String(by)));
  const old = all.find((one) => one.id === before);
  const told = takes
    ? acceptedHosts(festival).filter((host) => host.id !== own.id)
    : all.filter((one) => one.id === before);
  const { default: HostAnswer } = await import("#emails/host-answer.tsx");
  const kind = takes ? "leadTaken" : "leadRefused";
  const organisation = own.name;
  const values = {
    festival: festival.name,
    organisation,
    name: person?.name ?? organisation,
    before: old?.name ?? "",
  };
  for (const reader of told) {
    await mailOrganisers(tx, reader.id, "lead-answer", deps, ({ t, locale }) => ({
      subject: t(`hosting.mail.${kind}.subject`, values),
      mail: createElement(HostAnswer, {
        language: locale,
        heading: t(`hosting.mail.${kind}.heading`, values),
        intro: t(`hosting.mail.${kind}.intro`, values),
        message: null,
        button: t(`hosting.mail.${kind}.button`),
        url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/hosts`,
        footer: t("festivals.mail.footer", { organisation: reader.name, product: product.name }),
      }),
    }));
  }
};
