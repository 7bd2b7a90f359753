import { useText } from "~/platform/i18n/text.tsx";
import type { PlaceExplained } from "./explain.ts";

/** What a place in the queue depends on, in a few sentences. */
export function QueueExplained({ explained }: { explained: PlaceExplained }) {
  const { t, format } = useText();
  const { place, endsAt, isFree, hosts } = explained;
  const until = endsAt ? format.moment(endsAt) : t("guarantees.untilItBegins");
  return (
    <div className="mt-2 flex flex-col gap-1">
      {hosts.map(({ name, seats, ahead, isOwn }) => (
        <p key={name}>
          {t(keyOf(isOwn, isFree), { count: seats, name, until })}
          {place > 1 && ` ${t("guarantees.queue.ahead", { count: ahead, name })}`}
        </p>
      ))}
      <p>{t("guarantees.queue.rule")}</p>
    </div>
  );
}

function keyOf(isOwn: boolean, isFree: boolean) {
  if (isFree) return isOwn ? "guarantees.queue.keptForYou" : "guarantees.queue.kept";
  return isOwn ? "guarantees.queue.owedToYou" : "guarantees.queue.owed";
}
