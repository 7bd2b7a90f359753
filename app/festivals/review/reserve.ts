import type { IsoInstant } from "~/platform/time.ts";
import type { ReviewRow } from "./row.ts";

export interface FreePlace {
  /** What was taken back after its speakers had heard that it is accepted. */
  withdrawn: ReviewRow;
  /** Reserves for it, the likeliest first. */
  reserves: ReviewRow[];
}

/** Places that came free because speakers took an accepted proposal back, and that nothing accepted since has filled. */
export function freePlaces(rows: readonly ReviewRow[]): FreePlace[] {
  const reserves = rows.filter(({ status }) => status === "reserve");
  const accepted = rows
    .filter((row) => row.status === "accepted" || row.status === "confirmed")
    .flatMap(({ decidedAt }) => decidedAt ?? [])
    .sort(inTime);
  const places = rows
    .filter((row): row is ReviewRow & { withdrawnAt: IsoInstant } => row.withdrawnAt !== null && row.freed)
    .sort((a, b) => inTime(a.withdrawnAt, b.withdrawnAt));
  return places
    .filter(({ withdrawnAt }) => {
      const filledBy = accepted.findIndex((decidedAt) => inTime(withdrawnAt, decidedAt) < 0);
      if (filledBy >= 0) accepted.splice(filledBy, 1);
      return filledBy < 0;
    })
    .map((withdrawn) => ({ withdrawn, reserves: [...reserves].sort(likeliest(withdrawn)) }));
}

/** Of the same length, host and track first, then by score. */
function likeliest(place: ReviewRow) {
  const fits = (row: ReviewRow) =>
    Number(row.minutes !== null && row.minutes <= (place.minutes ?? 0)) +
    Number(row.organisation.id === place.organisation.id) +
    Number(row.track !== null && row.track.id === place.track?.id);
  return (a: ReviewRow, b: ReviewRow) => fits(b) - fits(a) || (b.mean ?? 0) - (a.mean ?? 0);
}

const inTime = (a: IsoInstant, b: IsoInstant) => Date.parse(a) - Date.parse(b);
