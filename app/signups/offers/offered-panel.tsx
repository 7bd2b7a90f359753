import { useText } from "~/platform/i18n/text.tsx";
import { Temporal } from "~/platform/time.ts";
import { Notice } from "~/ui/index.ts";
import type { Panel } from "../panel.ts";
import { type Offer, untilWords } from "./offer.ts";
import { OfferQuestion } from "./offer-question.tsx";

/** On a session's page: a seat is held, say yes or no. */
export function OfferedPanel({ panel, offer }: { panel: Pick<Panel, "sessionId" | "asOf">; offer: Offer }) {
  const text = useText();
  const until = untilWords(offer.until, Temporal.Instant.from(panel.asOf), text);
  return (
    <>
      <Notice tone="success" title={text.t("offers.heading", { until })} />
      <OfferQuestion offer={offer} until={until} action={`/sessions/${panel.sessionId}/offer`} />
    </>
  );
}
