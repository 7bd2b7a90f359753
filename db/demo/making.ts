import type { Ids } from "~/platform/ids.ts";
import { type IsoInstant, Temporal } from "~/platform/time.ts";
import { sequentialIds } from "./ids.ts";

/** Where a factory takes ids and the present from. */
export interface Making {
  ids: Ids;
  now: Temporal.Instant;
}

/** Everything may be given; what is `Needed` must be. */
export type Given<Row, Needed extends keyof Row = never> = Partial<Row> & Pick<Row, Needed>;

const factoryIds = sequentialIds("facade00");
const fixedNow = Temporal.Instant.from("2026-11-23T09:00:00Z");

export function withDefaults(making: Partial<Making>): { ids: Ids; now: IsoInstant } {
  return { ids: making.ids ?? factoryIds, now: (making.now ?? fixedNow).toString() };
}

/** A number for what must be unique: slugs, addresses, names. */
let last = 0;
export function nextNumber(): number {
  last += 1;
  return last;
}

export function single<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}
