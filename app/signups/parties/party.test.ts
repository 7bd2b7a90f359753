import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AgreeFacts, type AskFacts, decideAgree, decideAsk, mostTogether } from "./party.ts";

const anna = "anna@waterland.example";
const alone: AskFacts = { agreed: [{ email: anna }], asked: [], own: anna, wanted: "bram@lumen.example" };
const three = ["a@x.example", "b@x.example", "c@x.example"];

describe("asking somebody along", () => {
  test.each<[string, Partial<AskFacts>, ReturnType<typeof decideAsk>]>([
    ["somebody new", {}, { do: "ask" }],
    ["oneself", { wanted: anna }, { do: "refuse", reason: "self" }],
    ["the same again", { asked: ["bram@lumen.example"] }, { do: "keep" }],
    ["the same again when it is full", { asked: [...three.slice(1), "bram@lumen.example"] }, { do: "keep" }],
    [
      "who has agreed",
      { agreed: [{ email: anna }, { email: "bram@lumen.example" }] },
      { do: "refuse", reason: "together-already" },
    ],
    ["a fourth", { asked: three.slice(1) }, { do: "ask" }],
    ["a fifth, three being asked", { asked: three }, { do: "refuse", reason: "full" }],
    [
      "a fifth, two having agreed and one being asked",
      { agreed: [anna, "a@x.example", "b@x.example"].map((email) => ({ email })), asked: ["c@x.example"] },
      { do: "refuse", reason: "full" },
    ],
  ])("%s", (_, given, decision) => expect(decideAsk({ ...alone, ...given })).toEqual(decision));

  test("never lets agreed and asked be more than four", () => {
    const address = fc.constantFrom(...three, anna, "d@x.example", "e@x.example");
    fc.assert(
      fc.property(fc.array(address, { maxLength: 30 }), (wishes) => {
        const asked: string[] = [];
        for (const wanted of wishes) {
          if (decideAsk({ ...alone, asked, wanted }).do === "ask") asked.push(wanted);
        }
        expect(1 + asked.length).toBeLessThanOrEqual(mostTogether);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});

describe("agreeing", () => {
  const asked: AgreeFacts = { own: "asked", isAsked: true, agreed: 1, elsewhere: 0 };
  test.each<[string, Partial<AgreeFacts>, ReturnType<typeof decideAgree>]>([
    ["to what one was asked", {}, { do: "join", leavesOwn: false }],
    ["twice", { own: "agreed", agreed: 2 }, { do: "keep" }],
    ["after having said no", { own: "declined" }, { do: "join", leavesOwn: false }],
    ["uninvited", { own: null }, { do: "refuse", reason: "gone" }],
    ["after it was taken back", { isAsked: false }, { do: "refuse", reason: "gone" }],
    ["when all have left", { agreed: 0 }, { do: "refuse", reason: "gone" }],
    ["as the fifth", { agreed: 4 }, { do: "refuse", reason: "full" }],
    ["while waiting alone for others", { elsewhere: 1 }, { do: "join", leavesOwn: true }],
    ["while together with others", { elsewhere: 2 }, { do: "refuse", reason: "elsewhere" }],
  ])("%s", (_, given, decision) => expect(decideAgree({ ...asked, ...given })).toEqual(decision));
});
