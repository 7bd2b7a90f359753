import type { Text } from "~/platform/i18n/catalogue.ts";
import { product } from "~/platform/product.ts";
import type { Instant } from "~/platform/time.ts";
import { placeOf, type Session } from "~/sessions/session.ts";
import { type Offer, untilWords } from "./offer.ts";
import type { SeatLetter } from "./send-seat-mail.server.ts";

interface About {
  name: string;
  session: Session;
  now: Instant;
}

/** "A seat is yours until 14:30: yes / no." */
export function offeredLetter(
  { name, session, offer, link, now }: About & { offer: Offer; link: string },
  text: Text,
): SeatLetter {
  const { t, format } = text;
  const until = untilWords(offer.until, now, text);
  const { title } = session;
  return {
    subject: t("offers.mail.subject", { until, title }),
    props: {
      heading: t("offers.mail.heading", { until }),
      title,
      intro: t("offers.mail.intro", { name }),
      facts: factsOf(session, text),
      lines: [
        ...(offer.together ? [t("offers.onYesTogether")] : []),
        ...(offer.givesUp ? [t("offers.onYesGivesUp", { title: offer.givesUp.title })] : []),
        ...(offer.drops.length > 0
          ? [t("offers.onYesDrops", { titles: format.list(offer.drops.map((one) => `“${one}”`)) })]
          : []),
        t("offers.mail.silence", { until }),
      ],
      buttons: [
        { label: t("offers.yes"), url: link },
        { label: t("offers.no"), url: `${link}?answer=no` },
      ],
      note: t("offers.mail.note"),
      footer: t("offers.mail.footer", { product: product.name }),
    },
  };
}

/** "The seat went to the next", and what can still be done. */
export function lapsedLetter(
  { name, session, url, mayAsk }: Pick<About, "name" | "session"> & { url: string; mayAsk: boolean },
  text: Text,
): SeatLetter {
  const { t } = text;
  return {
    subject: t("offers.mail.lapsed.subject", { title: session.title }),
    props: {
      heading: t("offers.mail.lapsed.heading"),
      title: session.title,
      intro: t("offers.mail.lapsed.intro", { name }),
      facts: factsOf(session, text),
      lines: [t(mayAsk ? "offers.page.askAgain" : "offers.page.atTheDoor")],
      buttons: [{ label: t(mayAsk ? "offers.mail.lapsed.askAgain" : "offers.mail.lapsed.open"), url }],
      note: null,
      footer: t("offers.mail.footer", { product: product.name }),
    },
  };
}

export interface StillWaiting {
  title: string;
  url: string;
  place: number;
}

/** Sign-up has closed: whoever waits reads what becomes of the queues. */
export function closedLetter(
  {
    name,
    festival,
    waits,
    agendaUrl,
  }: { name: string; festival: string; waits: StillWaiting[]; agendaUrl: string },
  { t }: Text,
): SeatLetter {
  return {
    subject: t("offers.mail.closed.subject", { festival }),
    props: {
      heading: t("offers.mail.closed.heading"),
      title: null,
      intro: t("offers.mail.closed.intro", { name }),
      facts: waits.map(({ title, url, place }) => ({
        label: title,
        value: t("offers.mail.closed.place", { place }),
        url,
      })),
      lines: [t("offers.mail.closed.line")],
      buttons: [{ label: t("offers.mail.closed.button"), url: agendaUrl }],
      note: null,
      footer: t("offers.mail.closed.footer", { festival, product: product.name }),
    },
  };
}

function factsOf(session: Session, { t, format }: Text) {
  const facts = [
    { label: t("offers.when"), value: format.sessionTime(session), url: null },
    { label: t("offers.where"), value: placeOf(session), url: null },
  ];
  return facts.filter(({ value }) => value);
}
