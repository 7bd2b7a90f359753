import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { festivals, parties, people } from "#db/schema/index.ts";
import type { EventHandler, HandlerDeps } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { partyPurpose } from "./find.server.ts";
import { giveUpPlaces } from "./leave.server.ts";
import { listMembers } from "./locks.server.ts";

type News = "agreed" | "left";

/** Asks somebody whether they come together, unless they have answered by now. */
const mailAsk: EventHandler = async (tx, event, deps) => {
  const found = await find(tx, event.subject, String(event.payload.personId));
  if (found?.member.status !== "asked" || found.agreed.length === 0) return;
  const { person, festival, member } = found;
  const { t, format, locale } = textOf(person, festival.timeZone);
  const asker = found.agreed.find((one) => one.personId === member.askedBy) ?? found.agreed[0]!;
  const link = { purpose: partyPurpose, subject: event.subject, personId: person.id };
  const token = await mintLink(tx, link, deps);
  const values = {
    name: asker.name,
    festival: festival.name,
    dates: format.dateRange(festival.startsOn, festival.endsOn),
  };
  await send(
    tx,
    person,
    {
      kind: "party-asked",
      subject: t("parties.mail.asked.subject", values),
      language: locale,
      heading: t("parties.mail.asked.heading", values),
      intro: t("parties.mail.asked.intro", values),
      what: t("parties.meaning"),
      button: t("parties.mail.asked.button"),
      url: new URL(`/together/${token}`, deps.config.publicUrl).href,
      how: t("parties.mail.asked.how"),
      footer: t("parties.mail.asked.footer", values),
    },
    deps,
  );
};

/** Tells the others who came to them, or who left. */
function mailNews(news: News): EventHandler {
  return async (tx, event, deps) => {
    const found = await find(tx, event.subject, String(event.payload.personId));
    if (found?.member.status !== news) return;
    const { festival } = found;
    for (const { personId } of found.agreed) {
      if (personId === found.person.id) continue;
      const [person] = await tx.select().from(people).where(eq(people.id, personId));
      if (!person) continue;
      const { t, locale } = textOf(person, festival.timeZone);
      const values = { name: found.person.name, festival: festival.name };
      await send(
        tx,
        person,
        {
          kind: `party-${news}`,
          subject: t(`parties.mail.${news}.subject`, values),
          language: locale,
          heading: t(`parties.mail.${news}.heading`, values),
          intro: t(`parties.mail.${news}.intro`, values),
          what: news === "agreed" ? t("parties.meaning") : "",
          button: t("parties.mail.button"),
          url: new URL(`/festivals/${festival.slug}/together`, deps.config.publicUrl).href,
          how: "",
          footer: t("parties.mail.footer", values),
        },
        deps,
      );
    }
  };
}

export const partyHandlers: Record<string, EventHandler> = {
  "party.asked": mailAsk,
  "party.agreed": mailNews("agreed"),
  "party.left": async (tx, event, deps) => {
    const gone = { partyId: event.subject, personId: String(event.payload.personId) };
    // Again, for a server that stopped between leaving and giving up the places.
    const found = await find(tx, gone.partyId, gone.personId);
    if (found?.member.status === "left") await giveUpPlaces(tx, gone, deps);
    await mailNews("left")(tx, event, deps);
  },
};

interface Words {
  kind: "party-asked" | "party-agreed" | "party-left" | `party-${News}`;
  subject: string;
  language: string;
  heading: string;
  intro: string;
  what: string;
  button: string;
  url: string;
  how: string;
  footer: string;
}

async function send(
  tx: Database,
  person: { email: string; name: string },
  { kind, subject, ...words }: Words,
  deps: HandlerDeps,
): Promise<void> {
  const { default: Party } = await import("#emails/party.tsx");
  const mail = await renderMail(createElement(Party, words));
  await queueMail(tx, { kind, to: person.email, toName: person.name, subject, ...mail }, deps);
}

function textOf({ language, timeZone }: typeof people.$inferSelect, festivalZone: string) {
  return getText(isLocale(language) ? language : "en", timeZone ?? festivalZone);
}

async function find(tx: Database, partyId: string, personId: string) {
  const [row] = await tx
    .select({ festival: festivals })
    .from(parties)
    .innerJoin(festivals, eq(festivals.id, parties.festivalId))
    .where(eq(parties.id, partyId));
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  const members = await listMembers(tx, partyId);
  const member = members.find((one) => one.personId === personId);
  if (!row || !person || !member) return null;
  return {
    ...row,
    person,
    member,
    agreed: members.filter((one) => one.status === "agreed"),
  };
}
