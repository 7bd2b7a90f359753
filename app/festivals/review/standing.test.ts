import { describe, expect, test } from "vitest";
import type { ProposalStatus } from "#db/schema/proposals.ts";
import type { ProposalSpeaker } from "../call/proposal.ts";
import { mayBeReminded, partOf, scopesFor, unconfirmedOf } from "./standing.ts";

const speaker = (personId: string, given: Partial<ProposalSpeaker> = {}): ProposalSpeaker => ({
  ...{ id: personId, personId, name: personId, email: `${personId}@x.example`, status: "agreed" },
  ...{ invitedAt: null, answeredAt: null, confirmedAt: null },
  ...given,
});
const who = (name: string) => ({ personId: name, email: `${name}@x.example` });
const said = "2026-11-22T09:00:00Z";

function proposal(
  speakers: ProposalSpeaker[],
  status: ProposalStatus = "accepted",
  toldStatus: ProposalStatus | null = "accepted",
) {
  return { status, toldStatus, speakers, proposer: { id: "ann", name: "ann", email: "ann@x.example" } };
}

describe("what a speaker can say", () => {
  const both = [speaker("ann"), speaker("ben", { confirmedAt: said }), speaker("cem", { status: "invited" })];

  test("nothing before they were told, or when they do not give it", () => {
    expect(partOf(who("ann"), proposal(both, "accepted", null))).toEqual({ is: "none" });
    expect(partOf(who("ann"), proposal(both, "declined"))).toEqual({ is: "none" });
    expect(partOf(who("cem"), proposal(both))).toEqual({ is: "none" });
    expect(partOf(who("zoe"), proposal(both))).toEqual({ is: "none" });
  });

  test("that they give it, with whom", () => {
    expect(partOf(who("ann"), proposal(both))).toEqual({
      is: "asked",
      others: ["ben"],
      mayWithdraw: ["me", "all"],
    });
    expect(partOf(who("ben"), proposal(both))).toEqual({
      ...{ is: "confirmed", since: said, waitingFor: ["ann"], others: ["ann"], mayWithdraw: ["me"] },
    });
  });

  test.each([
    ["the proposer among others", "ann", ["ann", "ben"], ["me", "all"]],
    ["a co-speaker", "ben", ["ann", "ben"], ["me"]],
    ["the only speaker", "ben", ["ben"], ["all"]],
    ["a proposer who does not speak", "ann", ["ben"], ["all"]],
    ["somebody else", "zoe", ["ann", "ben"], []],
  ])("what %s may take back", (_, name, names, expected) => {
    expect(scopesFor(who(name), proposal(names.map((one) => speaker(one))))).toEqual(expected);
  });

  test("that they do not wait any longer, when it is in reserve and they know", () => {
    expect(partOf(who("ann"), proposal(both, "reserve", "reserve"))).toEqual({
      ...{ is: "waiting", others: ["ben"], mayWithdraw: ["me", "all"] },
    });
    expect(partOf(who("ann"), proposal(both, "reserve", null))).toEqual({ is: "none" });
    expect(partOf(who("zoe"), proposal(both, "reserve", "reserve"))).toEqual({ is: "none" });
  });

  test("who has not confirmed is waited for once they were told", () => {
    expect(unconfirmedOf(proposal(both)).map(({ name }) => name)).toEqual(["ann"]);
    expect(unconfirmedOf(proposal(both, "accepted", null))).toEqual([]);
    expect(unconfirmedOf(proposal(both, "confirmed"))).toEqual([]);
  });

  test.each([
    ["2026-11-21T09:00:00Z", null, true],
    ["2026-11-22T10:00:00Z", null, false],
    ["2026-11-20T09:00:00Z", "2026-11-22T09:00:00Z", true],
    ["2026-11-20T09:00:00Z", "2026-11-22T09:00:01Z", false],
  ])("told %s and reminded %s may be reminded: %s", (toldAt, remindedAt, expected) => {
    expect(mayBeReminded({ toldAt, remindedAt }, "2026-11-23T09:00:00Z")).toBe(expected);
  });
});
