import { and, eq, inArray, ne } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { offers, people, rosterMembers, sessions, turns } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { isBefore } from "~/platform/time.ts";
import type { Explanation } from "./explain.ts";
import { houseRules } from "./house-rules.ts";
import { requireSeries } from "./series.server.ts";
import { whyWords } from "./why-words.ts";

/** Asks a member for a turn, unless the offer was answered, withdrawn or overtaken by the day itself. */
export const mailOffer: EventHandler = async (tx, { payload }, deps) => {
  const asked = await findOffer(tx, payload.offerId);
  if (asked?.status !== "open" || !isBefore(deps.now, asked.startsAt)) return;
  const { config, ids, now } = deps;
  const series = await requireSeries(tx, asked.seriesId);
  const text = textFor(asked, series.timeZone);
  const { t, format, locale } = text;
  const rules = houseRules(series.houseRules, t).map(({ words }) => words);
  const why = asked.explanation as Explanation | null;
  const { default: TurnOffered } = await import("#emails/turn-offered.tsx");
  const mail = await renderMail(
    createElement(TurnOffered, {
      language: locale,
      heading: t("lectures.mail.offered.heading", { name: asked.name.split(" ")[0] }),
      intro: t("lectures.mail.offered.intro", {
        series: series.name,
        when: format.sessionTime({ ...asked, timeZone: asked.sessionZone }),
        place: asked.place,
      }),
      what: t("lectures.mail.offered.what"),
      rules: rules.length > 0 ? t("lectures.mail.offered.rules", { rules: rules.join(", ") }) : "",
      why: why ? t("lectures.mail.offered.why", { why: whyWords(why, asked.heldOn, text) }) : "",
      button: t("lectures.mail.offered.button"),
      url: new URL(`/lectures/${series.slug}/${asked.heldOn}`, config.publicUrl).href,
      how: t("lectures.mail.offered.how"),
      footer: t("lectures.mail.offered.footer", { series: series.name }),
    }),
  );
  const subject = t("lectures.mail.offered.subject", { date: format.date(asked.heldOn) });
  const recipient = { to: asked.email, toName: asked.name };
  await queueMail(tx, { kind: "turn-offered", ...recipient, subject, ...mail }, { config, ids, now });
};

/** Tells the organisers of the hosts that somebody was paused, so that a human asks why. */
export const mailPause: EventHandler = async (tx, { payload }, { config, ids, now }) => {
  if (payload.paused !== true) return;
  const answered = await findOffer(tx, payload.offerId);
  if (!answered) return;
  const series = await requireSeries(tx, answered.seriesId);
  const { default: TurnPaused } = await import("#emails/turn-paused.tsx");
  for (const organiser of await listOrganisers(tx, series.hosts)) {
    const { t, locale } = textFor(organiser, series.timeZone);
    const values = { name: answered.name, series: series.name };
    const mail = await renderMail(
      createElement(TurnPaused, {
        language: locale,
        heading: t("lectures.mail.paused.heading", values),
        intro: t("lectures.mail.paused.intro", values),
        reason: answered.reason ? t("lectures.mail.paused.reason", { reason: answered.reason }) : "",
        what: t("lectures.mail.paused.what"),
        button: t("lectures.mail.paused.button"),
        url: new URL(`/lectures/${series.slug}/organise/members`, config.publicUrl).href,
        footer: t("lectures.mail.paused.footer", values),
      }),
    );
    const subject = t("lectures.mail.paused.subject", values);
    const recipient = { to: organiser.email, toName: organiser.name };
    await queueMail(tx, { kind: "turn-paused", ...recipient, subject, ...mail }, { config, ids, now });
  }
};

function textFor(reader: { language: string | null; timeZone: string | null }, seriesZone: string): Text {
  return getText(isLocale(reader.language) ? reader.language : "en", reader.timeZone ?? seriesZone);
}

async function findOffer(tx: Database, id: unknown) {
  if (typeof id !== "string") return null;
  const [offer] = await tx
    .select({
      status: offers.status,
      reason: offers.reason,
      seriesId: turns.seriesId,
      heldOn: turns.heldOn,
      explanation: turns.explanation,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      place: sessions.place,
      sessionZone: sessions.timeZone,
      name: people.name,
      email: people.email,
      language: people.language,
      timeZone: people.timeZone,
    })
    .from(offers)
    .innerJoin(turns, eq(turns.id, offers.turnId))
    .innerJoin(sessions, eq(sessions.id, turns.sessionId))
    .innerJoin(rosterMembers, eq(rosterMembers.id, offers.memberId))
    .innerJoin(people, eq(people.id, rosterMembers.personId))
    .where(eq(offers.id, id));
  return offer ?? null;
}

function listOrganisers(tx: Database, hosts: readonly { id: string }[]) {
  const ids = hosts.map(({ id }) => id);
  return tx
    .select({ name: people.name, email: people.email, language: people.language, timeZone: people.timeZone })
    .from(people)
    .where(and(inArray(people.organisationId, ids), ne(people.role, "member")));
}
