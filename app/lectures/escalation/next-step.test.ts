import { describe, expect, test } from "vitest";
import { instantOf } from "~/platform/time.ts";
import { type AskedOffer, nextSteps, type Step, type TurnInQuestion } from "./next-step.ts";

const timeZone = "Europe/Amsterdam";
const at = (local: string) => instantOf(local, timeZone);

/** A Thursday: T−28 is 19 November, T−13 the 4th, T−5 the 11th and T−2 the 15th of December, each at half past ten. */
const turn: TurnInQuestion = {
  startsAt: at("2026-12-17T10:30").toString(),
  status: "open",
  openCallAt: null,
  organisersAt: null,
  offers: [],
  nudged: [],
};

const offer: AskedOffer = {
  id: "o1",
  memberId: "m1",
  kind: "ledger",
  status: "open",
  offeredAt: at("2026-11-19T10:30").toString(),
  deadlineAt: at("2026-11-26T10:30").toString(),
  reminders: 0,
  answeredAt: null,
};
const standIn: AskedOffer = {
  ...offer,
  kind: "stand-in",
  offeredAt: at("2026-12-11T10:30").toString(),
  deadlineAt: at("2026-12-14T10:30").toString(),
};
const accepted: AskedOffer = {
  ...offer,
  status: "accepted",
  answeredAt: at("2026-11-20T09:00").toString(),
};
const asked = (...offers: AskedOffer[]) => ({ ...turn, offers });

function stepsAt(local: string, one: TurnInQuestion, mayAsk = 5): Step[] {
  return nextSteps(one, { timeZone, now: at(local), mayAsk });
}

describe("a turn without a speaker", () => {
  test.each<[string, string, TurnInQuestion, Step[]]>([
    ["is only planned before", "2026-11-19T10:29", turn, []],
    ["is offered four weeks before", "2026-11-19T10:30", turn, [{ do: "offer" }]],
    ["waits for an answer", "2026-11-20T10:30", asked(offer), []],
    ["reminds", "2026-11-23T10:30", asked(offer), [{ do: "remind", offerId: "o1", number: 1 }]],
    [
      "reminds once when the job was missed",
      "2026-11-25T10:30",
      asked(offer),
      [{ do: "remind", offerId: "o1", number: 2 }],
    ],
    ["does not remind twice", "2026-11-25T10:30", asked({ ...offer, reminders: 2 }), []],
    ["lapses at its deadline", "2026-11-26T10:30", asked(offer), [{ do: "lapse", offerId: "o1" }]],
    [
      "lapses when everybody is asked, whatever its deadline",
      "2026-12-04T10:30",
      asked({ ...offer, deadlineAt: null }),
      [{ do: "lapse", offerId: "o1" }],
    ],
    ["moves on", "2026-11-26T10:30", asked({ ...offer, status: "lapsed" }), [{ do: "offer" }]],
    ["asks nobody for less than a day", "2026-12-03T12:00", turn, []],
    ["is called for", "2026-12-04T10:30", turn, [{ do: "open-call" }]],
    [
      "is called for once",
      "2026-12-08T10:30",
      { ...turn, openCallAt: at("2026-12-04T10:30").toString() },
      [],
    ],
    ["asks two stand-ins", "2026-12-11T10:30", turn, [{ do: "ask-stand-ins", count: 2 }]],
    ["keeps two asked", "2026-12-11T12:00", asked(standIn, { ...standIn, id: "o2" }), []],
    [
      "asks another when one declines",
      "2026-12-11T12:00",
      asked(standIn, { ...standIn, id: "o2", status: "declined" }),
      [{ do: "ask-stand-ins", count: 1 }],
    ],
    ["asks the organisers", "2026-12-15T10:30", turn, [{ do: "ask-organisers" }]],
    ["asks them once", "2026-12-16T10:30", { ...turn, organisersAt: at("2026-12-15T10:30").toString() }, []],
    ["does nothing once it has begun", "2026-12-17T10:30", asked(offer), []],
  ])("%s", (_, local, one, steps) => {
    expect(stepsAt(local, one)).toEqual(steps);
  });

  test.each([
    ["2026-11-19T10:30", 0],
    ["2026-12-04T10:30", 0],
    ["2026-12-11T10:30", 0],
    ["2026-12-15T10:30", 1],
  ])("with nobody left to ask at %s takes %i steps", (local, count) => {
    expect(stepsAt(local, turn, 0)).toHaveLength(count);
  });

  test("asks one stand-in where there is only one", () => {
    expect(stepsAt("2026-12-11T10:30", turn, 1)).toEqual([{ do: "ask-stand-ins", count: 1 }]);
  });
});

describe("a confirmed speaker", () => {
  const confirmed: TurnInQuestion = { ...asked(accepted), status: "confirmed" };
  test.each<[string, string, TurnInQuestion, Step[]]>([
    ["hears nothing early", "2026-12-10T10:29", confirmed, []],
    ["hears a week before", "2026-12-10T10:30", confirmed, [{ do: "nudge", days: 7 }]],
    ["hears it once", "2026-12-11T10:30", { ...confirmed, nudged: [7] }, []],
    ["hears a day before", "2026-12-16T10:30", { ...confirmed, nudged: [7] }, [{ do: "nudge", days: 1 }]],
    ["hears once when the job was missed", "2026-12-16T10:30", confirmed, [{ do: "nudge", days: 1 }]],
    ["hears nothing more", "2026-12-16T12:30", { ...confirmed, nudged: [1] }, []],
    [
      "who agreed two days before hears a day before",
      "2026-12-15T12:30",
      { ...confirmed, offers: [{ ...accepted, answeredAt: at("2026-12-15T12:00").toString() }] },
      [],
    ],
  ])("%s", (_, local, one, steps) => {
    expect(stepsAt(local, one)).toEqual(steps);
  });
});
