import { useText } from "~/platform/i18n/text.tsx";
import { type Kept, sameForEach } from "./kept.ts";

/** For attendees: which seats are kept for whom, and until when. */
export function KeptSeats({ kept }: { kept: Kept }) {
  const { t, format } = useText();
  const each = sameForEach(kept.hosts);
  const until = kept.endsAt ? format.moment(kept.endsAt) : null;
  const list = format.list(
    kept.hosts.map(({ name, seats }) => t("guarantees.shown.host", { count: seats, name })),
  );
  return (
    <p className="text-sm text-soft">
      {each === null
        ? t(until ? "guarantees.shown.kept" : "guarantees.shown.keptToTheEnd", { list, until: until ?? "" })
        : t(until ? "guarantees.shown.each" : "guarantees.shown.eachToTheEnd", {
            count: each,
            hosts: format.list(kept.hosts.map((host) => host.name)),
            until: until ?? "",
          })}
    </p>
  );
}
