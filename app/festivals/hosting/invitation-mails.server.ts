import { eq } from "drizzle-orm";
import { createElement } from "react";
import { hostInvitations, people } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { hashSecret } from "~/platform/ids.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import { dateIn, Temporal } from "~/platform/time.ts";
import { acceptedHosts, type Festival, leadOf } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";
import { mailOrganisers } from "../mail-organisers.server.ts";
import { linkLasts } from "./invitation.ts";

const namesOfHosts = (festival: Festival) =>
  acceptedHosts(festival)
    .map((host) => host.name)
    .join(" + ");

/** Asks the organisers of the invited organisation, unless somebody has answered or taken it back since. */
export const tellInvited: EventHandler = async (tx, event, deps) => {
  const festival = await findFestivalById(tx, event.subject);
  const host = festival?.hosts.find((one) => one.organisation.id === event.payload.organisationId);
  if (!festival || host?.status !== "invited") return;
  const { default: HostInvitation } = await import("#emails/host-invitation.tsx");
  const organisation = host.organisation.name;
  const names = {
    festival: festival.name,
    organisation,
    lead: leadOf(festival),
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
        hosts: t("hosting.mail.hosts", { hosts: namesOfHosts(festival) }),
        button: t("festivals.mail.invited.button"),
        url: `${deps.config.publicUrl}/festivals/${festival.slug}/organise/hosts`,
        note: t("festivals.mail.invited.note", values),
        footer: t("festivals.mail.footer", { organisation, product: product.name }),
      }),
    };
  });
};

/**
 * Mails the link to found an organisation, in the festival's language. The secret is made here, so that it stands
 * nowhere but in the mail; a link that was sent before stops working.
 */
export const mailFoundingLink: EventHandler = async (tx, event, deps) => {
  const [row] = await tx
    .select({ invitation: hostInvitations, inviter: people.name })
    .from(hostInvitations)
    .leftJoin(people, eq(people.id, hostInvitations.invitedBy))
    .where(eq(hostInvitations.id, event.subject));
  const festival = row && (await findFestivalById(tx, row.invitation.festivalId));
  if (!row || !festival || row.invitation.answer !== null) return;
  const { id, email, message, organisationName: organisation, invitedAt } = row.invitation;
  const token = deps.ids.secret();
  await tx
    .update(hostInvitations)
    .set({ tokenHash: hashSecret(token) })
    .where(eq(hostInvitations.id, id));
  const locale = isLocale(festival.language) ? festival.language : "en";
  const { t, format } = getText(locale, festival.timeZone);
  const values = {
    festival: festival.name,
    organisation,
    lead: leadOf(festival),
    name: row.inviter ?? "",
    dates: format.dateRange(festival.startsOn, festival.endsOn),
    until: format.date(dateIn(Temporal.Instant.from(invitedAt).add(linkLasts), festival.timeZone)),
    product: product.name,
  };
  const { default: HostInvitation } = await import("#emails/host-invitation.tsx");
  const mail = await renderMail(
    createElement(HostInvitation, {
      language: locale,
      heading: t("hosting.mail.byMail.heading", values),
      intro: t(row.inviter ? "hosting.mail.byMail.intro" : "hosting.mail.byMail.introNobody", values),
      message: message || null,
      outcome: t("festivals.mail.invited.outcome", { outcome: festival.outcome }),
      hosts: t("hosting.mail.hosts", { hosts: namesOfHosts(festival) }),
      button: t("hosting.mail.byMail.button"),
      url: `${deps.config.publicUrl}/host-invitations/${token}`,
      note: t("hosting.mail.byMail.note", values),
      footer: t("hosting.mail.footer", values),
    }),
  );
  const subject = t("hosting.mail.byMail.subject", values);
  await queueMail(tx, { kind: "founding-invitation", to: email, subject, ...mail }, deps);
};
