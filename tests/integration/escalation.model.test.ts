import fc from "fast-check";
import { describe, test, vi } from "vitest";
import { makePerson } from "#db/demo/factories.ts";
import { empty, testDatabase } from "#tests/support/database.ts";
import { anyAct, RosterModel } from "#tests/support/roster-model.ts";
import { depsAt, monday, startRoster } from "./lectures.support.ts";

const wanted = Number(process.env.MODEL_RUNS ?? 0);
/** Each history is some hundred statements; a fiftieth of what the pure rules are tried with. */
const numRuns = wanted > 0 ? Math.ceil(wanted / 50) : 10;

vi.setConfig({ testTimeout: wanted > 0 ? 3_600_000 : 120_000 });

const names = ["Ada", "Bo", "Cas", "Dee", "Eva", "Fay"];

describe("the escalation, whatever people, clocks and jobs do", () => {
  const db = testDatabase();

  test("ends by the lecture's time, asks nobody twice at once or in their absence, and has one speaker a turn", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: names.length }),
        fc.array(anyAct, { minLength: 10, maxLength: 40 }),
        async (size, acts) => {
          await empty(db());
          const { seriesId, organisationId, people } = await startRoster(db(), names.slice(0, size));
          const organiser = await makePerson(db(), { organisationId, role: "organiser" });
          const model = new RosterModel(
            db(),
            seriesId,
            Object.values(people),
            organiser.id,
            depsAt(monday).ids,
            monday,
          );
          for (const act of acts) await model.take(act);
          await model.finish();
        },
      ),
      { numRuns },
    );
  });
});
