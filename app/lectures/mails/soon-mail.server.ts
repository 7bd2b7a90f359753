import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers } from "#db/schema/index.ts";
import type { EventHandler, HandlerDeps } from "~/platform/events.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { isBefore } from "~/platform/time.ts";
import { findTurn, listReaders, type TurnFacts, type TurnReader } from "./facts.server.ts";
import { absolute, firstName, lectureFacts, relativeDay, sendLetters } from "./letter.server.ts";

/** A word to the speaker shortly before: what, where, by which rules, and how to change the topic or hand it over. */
export const mailSoon: EventHandler = async (tx, event, deps) => {
  const turn = await findTurn(tx, event.subject);
  if (turn?.status !== "confirmed" || !turn.memberId || !isBefore(deps.now, turn.startsAt)) return;
  const readers = await listReaders(tx, [turn.memberId]);
  const write = async (reader: TurnReader, text: Text) => {
    const { t, format } = text;
    const when = relativeDay(turn, deps, text);
    const values = { name: firstName(reader), series: turn.series.name, date: format.date(turn.date), when };
    const topic = { label: t("turnMails.fact.topic"), value: turn.topic };
    return {
      subject: t("turnMails.soon.subject", values),
      heading: t("turnMails.soon.heading", values),
      intro: t("turnMails.soon.intro", values),
      facts: [...(turn.topic ? [topic] : []), ...lectureFacts(turn, text)],
      lines: turn.topic ? [] : [t("turnMails.soon.noTopic")],
      buttons: [{ label: t("turnMails.soon.button"), url: await speakersPage(tx, turn, reader, deps) }],
      notes: [t("turnMails.soon.otherwise"), t("turnMails.why.speaker")],
      footer: t("turnMails.footer.member", values),
    };
  };
  await sendLetters(tx, { kind: "turn-soon", turn, readers, event, write }, deps);
};

/** Where they change it without signing in; who was put there without an offer signs in. */
async function speakersPage(tx: Database, turn: TurnFacts, { personId }: TurnReader, deps: HandlerDeps) {
  const [agreed] = await tx
    .select({ id: offers.id })
    .from(offers)
    .where(
      and(
        eq(offers.turnId, turn.id),
        eq(offers.memberId, turn.memberId ?? ""),
        eq(offers.status, "accepted"),
      ),
    )
    .orderBy(desc(offers.offeredAt))
    .limit(1);
  if (!agreed) return absolute(`/lectures/${turn.series.slug}/${turn.date}`, deps);
  const token = await mintLink(tx, { purpose: "offer", subject: agreed.id, personId }, deps);
  return absolute(`/turns/${token}`, deps);
}
