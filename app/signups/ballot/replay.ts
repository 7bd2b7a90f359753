import { z } from "zod";
import { ballotModes } from "#db/schema/ballots.ts";
import { allocate } from "../allocation/allocate.ts";
import type { AllocationResult, BallotInputs } from "../allocation/allocation.ts";
import type { Allocation } from "./allocations.server.ts";
import { canonical, fingerprint } from "./canonical.ts";

export const replayFormat = "percolate-ballot/1";

/** What anyone can work out again: everything an allocation stood on, and what came of it. */
export interface ReplayFile {
  format: typeof replayFormat;
  festival: string;
  mode: Allocation["mode"];
  seed: string;
  inputs: BallotInputs;
  inputsHash: string;
  result: AllocationResult;
}

export function replayFileOf(
  allocation: Pick<Allocation, "mode" | "seed" | "inputs" | "inputsHash" | "result">,
  festival: string,
): ReplayFile {
  const { mode, seed, inputs, inputsHash, result } = allocation;
  return { format: replayFormat, festival, mode, seed, inputs, inputsHash, result };
}

/** Its bytes: the same for the same allocation, always. */
export const asBytes = (file: ReplayFile) => `${canonical(file)}\n`;

const session = z.strictObject({
  id: z.string(),
  slot: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  capacity: z.number().nullable(),
  workshop: z.string().nullable(),
  guarantees: z.record(z.string(), z.number()),
});

const person = z.strictObject({
  id: z.string(),
  organisation: z.string().nullable(),
  party: z.string().nullable(),
  wishes: z.record(z.string(), z.number().int().min(1).max(8)),
  vetoes: z.array(z.string()),
  ratherFree: z.array(z.string()),
  busy: z.array(z.strictObject({ from: z.number(), until: z.number() })),
});

const file = z.object({
  format: z.literal(replayFormat),
  festival: z.string(),
  mode: z.enum(ballotModes),
  seed: z.string(),
  inputs: z.strictObject({ sessions: z.array(session), people: z.array(person) }),
  inputsHash: z.string(),
  result: z.looseObject({ cutShort: z.boolean() }),
});

export type Replayed =
  | { same: true; people: number; seats: number }
  /** `inputs`: they were changed; `cut-short`: the time ran out then, so another run may find something else. */
  | { same: false; because: "no-ballot" | "inputs" | "result" | "cut-short" };

/** Works an allocation out again from its file, and compares every byte of what comes of it. */
export function replay(text: string): Replayed {
  const read = parsed(text);
  if (!read) return { same: false, because: "no-ballot" };
  const { inputs, inputsHash, mode, seed, result } = read;
  if (fingerprint(inputs) !== inputsHash) return { same: false, because: "inputs" };
  const again = allocate(inputs, { mode, seed });
  if (canonical(again) === canonical(result))
    return { same: true, people: inputs.people.length, seats: again.seats.length };
  return { same: false, because: result.cutShort ? "cut-short" : "result" };
}

function parsed(text: string) {
  try {
    return file.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
