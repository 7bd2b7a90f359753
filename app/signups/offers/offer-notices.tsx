import { useText } from "~/platform/i18n/text.tsx";
import { type IsoInstant, Temporal } from "~/platform/time.ts";
import { LinkButton, Notice } from "~/ui/index.ts";
import { untilWords } from "./offer.ts";

export interface HeldSeat {
  id: string;
  title: string;
  path: string;
  until: IsoInstant;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
}

/** Seats that are held for this reader, each with the way to its answer. */
export function OfferNotices({ held, asOf }: { held: HeldSeat[]; asOf: IsoInstant }) {
  const text = useText();
  const { t, format } = text;
  return held.map((seat) => {
    const until = untilWords(seat.until, Temporal.Instant.from(asOf), text);
    return (
      <Notice key={seat.id} tone="success" title={t("offers.title", { until, title: seat.title })}>
        <p className="mb-3">{t("offers.agenda.open", { session: format.sessionTime(seat) })}</p>
        <LinkButton to={`${seat.path}#sign-up`} variant="primary" size="small">
          {t("offers.answer")}
        </LinkButton>
      </Notice>
    );
  });
}
