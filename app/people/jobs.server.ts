import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { organisations, people, personInvitations } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";

/** Mails an invitation, unless it was withdrawn or accepted in the meantime. */
export const mailInvitation: EventHandler = async (tx, event, { config, ids, now }) => {
  const invitation = await findInvitation(tx, event.subject);
  if (!invitation || invitation.acceptedAt) return;
  const { email, organisation, language } = invitation;
  const { t } = getText(isLocale(language) ? language : "en");
  const inviter = invitation.inviter ?? t("people.mail.invitation.somebody");
  const url = new URL("/login", config.publicUrl);
  url.searchParams.set("email", email);
  const { default: PersonInvitation } = await import("#emails/person-invitation.tsx");
  const mail = await renderMail(
    createElement(PersonInvitation, {
      language,
      heading: t("people.mail.invitation.heading", { organisation }),
      intro: t("people.mail.invitation.intro", { inviter, organisation, product: product.name }),
      what: t("people.mail.invitation.what"),
      button: t("people.mail.invitation.button", { organisation }),
      url: url.href,
      how: t("people.mail.invitation.how"),
      footer: t("people.mail.invitation.footer", { inviter, email }),
    }),
  );
  const subject = t("people.mail.invitation.subject", { inviter, organisation });
  await queueMail(tx, { kind: "person-invitation", to: email, subject, ...mail }, { config, ids, now });
};

async function findInvitation(tx: Database, id: string) {
  const [invitation] = await tx
    .select({
      email: personInvitations.email,
      acceptedAt: personInvitations.acceptedAt,
      organisation: organisations.name,
      language: organisations.language,
      inviter: people.name,
    })
    .from(personInvitations)
    .innerJoin(organisations, eq(organisations.id, personInvitations.organisationId))
    .leftJoin(people, eq(people.id, personInvitations.invitedBy))
    .where(eq(personInvitations.id, id));
  return invitation ?? null;
}

export const peopleEvents: Record<string, EventHandler> = { "person.invited": mailInvitation };
