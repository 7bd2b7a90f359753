import { expect, test } from "vitest";
import { allocate } from "./allocate.ts";
import type { BallotInputs } from "./allocation.ts";
import { allocateInWorker } from "./run.server.ts";

const inputs: BallotInputs = {
  sessions: [
    {
      ...{ id: "bread", slot: "morning", startsAt: 0, endsAt: 60, workshop: null },
      ...{ capacity: 1, guarantees: {} },
    },
  ],
  people: ["a", "b", "c"].map((id) => ({
    ...{ id, organisation: null, party: null, wishes: { bread: 1 } },
    ...{ vetoes: [], ratherFree: [], busy: [] },
  })),
};

test("a thread of its own answers the same, also when asked twice at once", async () => {
  const options = { mode: "fewest-without", seed: "seed" } as const;
  const here = allocate(inputs, options);
  expect(here.seats).toEqual([{ personId: here.lottery[0], sessionId: "bread", rank: 1 }]);
  const there = await Promise.all([allocateInWorker(inputs, options), allocateInWorker(inputs, options)]);
  expect(there).toEqual([here, here]);
}, 60_000);
