import { z } from "zod";
import { type CheckInKind, checkInKinds } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { Refused } from "./rules.ts";

/** What came of something that happened at the door; `unknown`: nobody we know, or nobody of a host. */
export type Outcome = "done" | "already" | "overtaken" | "unknown" | Refused;

export interface Result {
  id: string;
  kind: CheckInKind;
  outcome: Outcome;
  personId: string | null;
  name: string | null;
  /** Since when they are in, and whether this device said so. */
  since: IsoInstant | null;
  here: boolean;
  /** Their seat had gone to somebody else. */
  cameBack: boolean;
  /** What is in the way, by its title. */
  inTheWay: string[];
}

const instant = z.iso.datetime({ offset: true });
/** One of the three says who it is; a code wins, since it was shown. */
const checkIn = z
  .object({
    id: z.uuid(),
    kind: z.enum(checkInKinds),
    happenedAt: instant,
    personId: z.uuid().optional(),
    code: z.string().max(100).optional(),
    address: z.string().max(254).optional(),
    givesUp: z.boolean().default(false),
    anyway: z.boolean().default(false),
  })
  .refine(({ personId, code, address }) => personId ?? code ?? address);

/** The same from a form, which knows people by their row alone. */
export const formSchema = z.object({
  id: z.uuid(),
  kind: z.enum(checkInKinds),
  personId: z.uuid(),
  givesUp: z.literal("yes").optional().transform(Boolean),
  anyway: z.literal("yes").optional().transform(Boolean),
});

export const mostInABatch = 100;

/** What a device sends: what happened at the door since it last reached us, and its own clock. */
export const batchSchema = z.object({
  device: z.string().min(1).max(64),
  now: instant,
  checkIns: z.array(checkIn).max(mostInABatch),
});

export type CheckIn = z.output<typeof checkIn>;
export type Batch = z.output<typeof batchSchema>;
