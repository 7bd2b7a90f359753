/** What an organiser did about somebody's seat, as that person reads it. */
export interface Deed {
  did: "placed" | "removed";
  name: string;
  /** Empty for an organiser who has left theirs. */
  organisation: string;
  reason: string;
}
