import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { type ModelOptions, type ModelSession, SignupModel } from "#tests/support/signup-model.ts";
import { makeSignupScene, type SignupScene } from "#tests/support/signup-scene.ts";

/** Two times of one workshop with something across both, and two that overlap a day from now. */
const programme: ModelSession[] = [
  { capacity: 1, from: 3000, until: 3060, workshop: "sketching", kept: [0, 0] },
  { capacity: 1, from: 3030, until: 3090, workshop: null, kept: [0, 0] },
  { capacity: 2, from: 3060, until: 3120, workshop: "sketching", kept: [0, 0] },
  { capacity: 2, from: 1500, until: 1560, workshop: null, kept: [0, 0] },
  { capacity: 1, from: 1530, until: 1590, workshop: null, kept: [0, 0] },
];
const options: ModelOptions = { organisations: [0, 0, 1, 1, 0], party: [0, 2], keptUntil: 2000 };

type Step =
  | { do: "ask"; person: number; session: number; givesUp: number | null; together: boolean }
  | { do: "accept"; which: number; givesUp: number | null }
  /** One of those who have or wait for something, counted around. */
  | { do: "leave" | "remove"; which: number }
  | { do: "resize"; session: number; capacity: number | null }
  | { do: "keep"; session: number; kept: number[] }
  | { do: "place"; person: number; session: number; over: boolean }
  | { do: "move"; session: number; by: number }
  | { do: "pass"; minutes: number };

const person = fc.nat(options.organisations.length - 1);
const session = fc.nat(programme.length - 1);
const which = fc.nat(100);
const capacity = fc.option(fc.integer({ min: 1, max: 3 }), { freq: 9 });
const givesUp = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: session });
const together = fc.oneof(
  { weight: 4, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);
const kept = fc.tuple(fc.nat(2), fc.nat(1));
const is = <T extends string>(name: T) => fc.constant(name);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: is("ask"), person, session, givesUp, together }) },
  { weight: 4, arbitrary: fc.record({ do: is("accept"), which, givesUp }) },
  { weight: 4, arbitrary: fc.record({ do: is("leave"), which }) },
  { weight: 1, arbitrary: fc.record({ do: is("remove"), which }) },
  { weight: 2, arbitrary: fc.record({ do: is("resize"), session, capacity }) },
  { weight: 2, arbitrary: fc.record({ do: is("keep"), session, kept }) },
  { weight: 1, arbitrary: fc.record({ do: is("place"), person, session, over: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: is("move"), session, by: fc.constantFrom(-45, 30, 60) }) },
  { weight: 3, arbitrary: fc.record({ do: is("pass"), minutes: fc.constantFrom(70, 130, 700) }) },
);

async function takeBoth(scene: SignupScene, model: SignupModel, step: Step): Promise<void> {
  const pick = (state?: "offer") => {
    const all = model.everybody().filter((one) => !state || one.state === state);
    return all.length > 0 && "which" in step ? all[step.which % all.length] : undefined;
  };
  switch (step.do) {
    case "ask": {
      const asked = [step.person, step.session, step.givesUp, step.together] as const;
      return expect(await scene.ask(...asked)).toBe(model.ask(...asked));
    }
    case "accept": {
      const one = pick("offer");
      if (!one) return;
      const offer = [one.person, one.session, step.givesUp] as const;
      return expect(await scene.accept(...offer)).toBe(model.accept(...offer));
    }
    case "leave":
    case "remove": {
      const one = pick();
      if (!one) return;
      const answer = await scene[step.do](one.person, one.session);
      return expect(answer).toBe(model.leave(one.person, one.session));
    }
    case "resize":
      return expect(await scene.resize(step.session, step.capacity)).toBe(
        model.resize(step.session, step.capacity),
      );
    case "keep":
      return expect(await scene.keep(step.session, step.kept)).toBe(model.keep(step.session, step.kept));
    case "place": {
      const placed = [step.person, step.session, step.over] as const;
      return expect(await scene.place(...placed)).toBe(model.place(...placed));
    }
    case "move":
      return expect(await scene.move(step.session, step.by)).toBe(model.move(step.session, step.by));
    case "pass":
      return expect(await scene.pass(step.minutes)).toBe(model.pass(step.minutes));
  }
}

/** Plays drawn histories against the model; none is cut short. */
async function agree(db: Database, numRuns: number): Promise<void> {
  const scene = await makeSignupScene(db, programme, options);
  const histories = fc.array(step, { minLength: 6, maxLength: 16, size: "max" });
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      await scene.reset();
      const model = new SignupModel(
        programme.map((one) => ({ ...one })),
        options,
      );
      for (const one of steps) await takeBoth(scene, model, one);
      expect(model.hasIdleSeat()).toBe(false);
      const having = (state: string) =>
        model.slips.map((list) =>
          numbers(list.filter((slip) => slip.state === state)).toSorted((a, b) => a - b),
        );
      expect(await scene.state()).toEqual({
        seats: having("seat"),
        offers: having("offer"),
        queues: programme.map((_, i) => numbers(model.queue(i))),
        counted: model.slips.map((list) => list.filter((slip) => slip.state !== "wait").length),
        busy: having("seat"),
      });
    }),
    { numRuns },
  );
}

const numbers = (slips: { person: number }[]) => slips.map((slip) => slip.person);
const wanted = Number(process.env.MODEL_RUNS ?? 500);
const atOnce = 4;

describe("sign-ups in any order agree with what one would keep on paper", () => {
  const db = testDatabase();

  test("in the embedded database", () => agree(db(), wanted), 3_600_000);
});

describe.skipIf(!postgresUrl)("on PostgreSQL, several festivals at the same time", () => {
  const db = postgresDatabase();

  test("they agree too", async () => {
    const share = Math.ceil(wanted / atOnce);
    await Promise.all(Array.from({ length: atOnce }, () => agree(db(), share)));
  }, 3_600_000);
});
