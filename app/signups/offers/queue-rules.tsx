import { useText } from "~/platform/i18n/text.tsx";
import type { QueueMoves } from "./queue-moves.ts";

/** What becomes of a seat that comes free, now and later, and what one seat means for the other queues. */
export function QueueRules({ queue, atOnce }: { queue: QueueMoves; atOnce: number }) {
  const { t, format } = useText();
  const from = format.moment(queue.offersFrom);
  const stands = format.moment(queue.standsAt);
  return (
    <>
      {queue.mayTake && <p className="font-semibold">{t("offers.waiting.free")}</p>}
      {atOnce > 1 && <p>{t("offers.waiting.several", { count: atOnce })}</p>}
      <ul className="list-disc space-y-1 ps-5 text-sm text-soft">
        {queue.now === "give" && (
          <>
            <li>{t("offers.waiting.give", { from })}</li>
            <li>{t("offers.waiting.offer", { from })}</li>
          </>
        )}
        {queue.now === "offer" && <li>{t("offers.waiting.offerNow")}</li>}
        {queue.now === "whoever" ? (
          <li>{t("offers.waiting.standsNow")}</li>
        ) : (
          <li>{t("offers.waiting.stands", { from: stands })}</li>
        )}
      </ul>
    </>
  );
}
