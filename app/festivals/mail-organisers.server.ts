import { and, eq, inArray } from "drizzle-orm";
import type { ReactElement } from "react";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import type { HandlerDeps } from "~/platform/events.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";

/** One mail to each organiser and admin of an organisation, in their own language. */
export async function mailOrganisers(
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
