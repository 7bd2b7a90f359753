import type { RequestArgs } from "~/platform/context.ts";
import { readerOf } from "~/platform/http/reader.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { firstName, textFor } from "../mails/letter.server.ts";
import type { LinkedTurn } from "./linked.server.ts";

/** In the language of the linked person, whom nobody needs to have signed in; a language chosen here goes first. */
export function readByLink(args: Pick<RequestArgs, "request">, { reader, turn }: LinkedTurn) {
  const { locale, timeZone } = textFor(reader, turn.series);
  const reads = readerOf(args, { language: locale, timeZone });
  return { reads, text: getText(reads.locale, reads.timeZone) };
}

/** What the page of a link shows: the turn and its reader's part in it, nothing of anybody else. */
export function linkPageOf(linked: LinkedTurn) {
  const { reader, turn, offer, waiting, standing } = linked;
  const { series } = turn;
  const isTheirs = standing === "yours" || standing === "asked";
  return {
    standing,
    name: reader.name,
    firstName: firstName(reader),
    asked: offer?.kind === "stand-in" ? ("stand-in" as const) : ("offered" as const),
    saidNo: offer?.status === "declined",
    until: standing === "asked" ? (offer?.deadlineAt ?? null) : null,
    why: isTheirs && offer?.member.id === turn.memberId ? turn.why : null,
    topic: standing === "yours" ? turn.topic : waiting,
    lecture: {
      date: turn.date,
      startsAt: turn.startsAt,
      endsAt: turn.endsAt,
      timeZone: turn.timeZone,
      place: turn.place,
    },
    series: { name: series.name, slug: series.slug, rules: series.houseRules },
    isPublic: series.visibility === "public",
    band: series.hosts.map(({ colour }) => colour),
  };
}
export type LinkPage = ReturnType<typeof linkPageOf>;
