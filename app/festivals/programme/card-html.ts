import type { Text } from "~/platform/i18n/catalogue.ts";
import { escapeHtml as esc } from "~/ui/html.ts";
import { type Phase, phaseOf } from "./days.ts";
import { type Item, takesSignups } from "./item.ts";

/** The parts of a card between which what changes from reader to reader and hour to hour is put. */
interface Card {
  open: string;
  body: string;
  close: string;
}

export interface CardFrame {
  /** `/festivals/deell-spring`, or with the site in front where the programme is shown elsewhere. */
  base: string;
  timeZone: string;
  multilingual: boolean;
  /** The place of each host's colour among those of the programme. */
  colours: Map<string, number>;
  /** Shown on somebody else's page: links open our site beside it, and nothing is marked. */
  framed: boolean;
}

/** Writes cards in one language; what a release fixes of each is written once. */
export function cardWriter(frame: CardFrame, text: Text) {
  const cards: Card[] = [];
  const seatWords = new Map<number, string>();
  const { t } = text;
  const seats = (left: number) => {
    const known =
      seatWords.get(left) ??
      (left === 0
        ? `<b>${esc(t("programme.session.full"))}</b>`
        : `<span>${esc(t("programme.session.left", { count: left }))}</span>`);
    seatWords.set(left, known);
    return known;
  };
  const badge = (tone: string, word: string) => `<b class="badge" data-tone="${tone}">${esc(word)}</b>`;
  const words = {
    cancelled: badge("danger", t("programme.session.cancelled")),
    tentative: badge("warning", t("programme.session.tentative")),
    now: badge("accent", t("programme.session.now")),
    in: badge("success", t("programme.session.in")),
    offered: badge("accent", t("programme.session.offered")),
    waiting: badge("info", t("programme.session.waiting")),
  };
  const stateOf = (item: Item, phase: Phase) => {
    const { cancelled, standing } = item;
    let state = cancelled ? words.cancelled : "";
    if (item.tentative) state += words.tentative;
    if (phase === "now" && !cancelled) state += words.now;
    if (standing && !cancelled) state += words[standing];
    if (phase === "to-come" && standing !== "in" && item.seatsLeft !== null && takesSignups(item))
      state += seats(item.seatsLeft);
    return state && `<p class="state">${state}</p>`;
  };
  return (item: Item, at: number): string => {
    cards[item.index] ??= item.kind === "break" ? breakOf(item, frame, text) : cardOf(item, frame, text);
    const card = cards[item.index] as Card;
    if (item.kind === "break") return card.open;
    const phase = phaseOf(item, at);
    const look = item.cancelled || phase === "past" ? " quiet" : "";
    const button = card.close && (item.favourite ? marked : unmarked) + card.close;
    return `${card.open}${look}${card.body}${stateOf(item, phase)}${button}</article>`;
  };
}

const star = `<button class="favourite" form="favourites" name="session"`;
const unmarked = `${star} aria-pressed="false" value="`;
/** With a minus it takes the mark away. */
const marked = `${star} aria-pressed="true" value="-`;

const timesOf = (item: Item, { timeZone }: CardFrame, { format }: Text) =>
  `<time datetime="${item.startsAt}">${format.time(item.startsAt, timeZone)}–${format.time(item.endsAt, timeZone)}</time>`;

const langOf = (item: Item, { locale }: Text) =>
  item.language === locale ? "" : ` lang="${esc(item.language)}"`;

function cardOf(item: Item, frame: CardFrame, text: Text): Card {
  const { t, format } = text;
  const place = item.room?.name ?? item.place;
  const details = [
    item.host.name,
    item.track,
    item.level !== "all" && t(`programme.levels.${item.level}`),
    frame.multilingual && format.language(item.language),
  ].filter((one) => typeof one === "string");
  const when = item.allDay ? esc(t("programme.days.allDay")) : timesOf(item, frame, text);
  const where = place && `<span${item.room ? ' class="room"' : ""}> · ${esc(place)}</span>`;
  const beside = frame.framed ? ' target="_blank" rel="noopener"' : "";
  const struck = item.cancelled ? ' class="off"' : "";
  const link = `<a href="${frame.base}/sessions/${item.id}"${beside}${struck}>${esc(item.title)}</a>`;
  const who = item.speakers.length > 0 ? `<p>${esc(item.speakers.join(", "))}</p>` : "";
  const colour = `--o:var(--h${frame.colours.get(item.host.slug) ?? 0})`;
  const label = esc(t("programme.favourite.of", { title: item.title }));
  return {
    open: `<article id="s${item.number}" style="${colour}" class="session`,
    body: `"><p>${when}${where}</p><h5${langOf(item, text)}>${link}</h5>${who}<p><i></i>${esc(details.join("\u00a0· "))}</p>`,
    close: frame.framed
      ? ""
      : `${item.number}" aria-label="${label}">${esc(t("programme.favourite.word"))}</button>`,
  };
}

/** A break: when and where, and nothing to sign up for. */
function breakOf(item: Item, frame: CardFrame, text: Text): Card {
  const place = item.room?.name ?? item.place;
  const struck = item.cancelled ? ' class="off"' : "";
  const title = `<h5${langOf(item, text)}><span${struck}>${esc(item.title)}</span></h5>`;
  const when = `<p>${timesOf(item, frame, text)}${place && ` · ${esc(place)}`}</p>`;
  return { open: `<div class="break">${title}${when}</div>`, body: "", close: "" };
}
