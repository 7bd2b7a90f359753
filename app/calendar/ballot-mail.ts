import type { NewsItem, NewsProps } from "#emails/news.tsx";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { product } from "~/platform/product.ts";
import type { MySlot } from "~/signups/ballot/mine.server.ts";

export interface BallotMail {
  festival: string;
  slots: MySlot[];
  publicUrl: string;
  /** Where it stands from then on. */
  myUrl: string;
}

/** The words of the mail that says what somebody got from their wishes and why, slot by slot. */
export function ballotMail({ festival, slots, publicUrl, myUrl }: BallotMail, text: Text) {
  const { t, locale } = text;
  const asked = slots.filter((slot) => slot.asked);
  const seats = asked.filter(({ got }) => got).length;
  const missed = asked.some((slot) => slot.missed.length > 0);
  const props: NewsProps = {
    language: locale,
    heading: t("ballot.mail.heading"),
    intro: t("ballot.mail.intro", { count: seats, festival }),
    message: missed ? t("ballot.mail.waiting") : null,
    items: asked.map((slot) => itemOf(slot, { publicUrl, myUrl }, text)),
    button: t("ballot.mail.button"),
    url: myUrl,
    note: seats > 0 ? t("ballot.mail.note") : null,
    clash: null,
    footer: t("ballot.mail.footer", { festival, product: product.name }),
  };
  return { subject: t("ballot.mail.subject", { festival }), props };
}

function itemOf(
  { key, span, got, why, missed }: MySlot,
  { publicUrl, myUrl }: Pick<BallotMail, "publicUrl" | "myUrl">,
  { t, format }: Text,
): NewsItem {
  const lines = missed.map(({ line, rank, sentence }) =>
    t("ballot.mail.missed", { title: line?.title ?? t("ballot.mine.gone"), rank, sentence }),
  );
  const fact = (label: string, value: string) => ({ label, value, also: null, before: null });
  return {
    heading: span ? format.sessionTime(got?.span ?? span) : format.moment(key),
    title: got ? got.title : t("ballot.mail.free"),
    intro: [why.sentence, ...lines].join(" "),
    facts: [
      ...(got?.place ? [fact(t("ballot.mail.where"), got.place)] : []),
      ...missed.flatMap(({ line }) =>
        line?.queue == null
          ? []
          : [fact(t("ballot.mail.queue"), `${line.title}: ${t("ballot.mine.queue", { place: line.queue })}`)],
      ),
    ],
    url: got ? publicUrl + got.path : `${myUrl}#${key}`,
  };
}
