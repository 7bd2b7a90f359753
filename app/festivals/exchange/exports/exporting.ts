import type { Database } from "#db/connect.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import type { Standing } from "~/people/access.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Festival } from "../../festival.ts";

/** Who has or wants a seat: people of the asking organisation by name, those of others as a number. */
export interface SeatHolder {
  /** Null for somebody who has and wants nothing. */
  sessionId: string | null;
  status: SignupStatus | null;
  /** Null for the asking organisation's own people. */
  organisation: string | null;
  /** Null for a total. */
  name: string | null;
  email: string | null;
  /** The organiser who signed them up. */
  placedBy: string | null;
  reason: string;
  count: number;
}

/** Seats belong to sign-ups, which come after festivals: the route hands in their function. */
export type ListSeatHolders = (
  db: Database,
  sessionIds: string[],
  organisationId: string,
) => Promise<SeatHolder[]>;

export interface Exporting {
  db: Database;
  festival: Festival;
  publicUrl: string;
  viewer: Standing & { personId: string; organisationId: string; email: string };
  listSeatHolders: ListSeatHolders;
  t: Text["t"];
  format: Text["format"];
}
