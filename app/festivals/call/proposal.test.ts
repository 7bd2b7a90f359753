import { expect, test } from "vitest";
import { type Proposal, standingOf } from "./proposal.ts";

type Facts = Pick<Proposal, "status" | "toldStatus">;

test.each<[string, Facts, boolean, string]>([
  ["a draft is a draft", { status: "draft", toldStatus: null }, true, "draft"],
  ["what came in is received", { status: "submitted", toldStatus: null }, true, "received"],
  ["after the call it is in review", { status: "submitted", toldStatus: null }, false, "review"],
  [
    "a decision nobody was told of does not show while the call is open",
    { status: "declined", toldStatus: null },
    true,
    "received",
  ],
  ["nor after it", { status: "accepted", toldStatus: null }, false, "review"],
  ["a decision they were told of shows", { status: "accepted", toldStatus: "accepted" }, false, "accepted"],
  ["another decision shows once it is told", { status: "accepted", toldStatus: "reserve" }, false, "reserve"],
  ["what they confirmed is confirmed", { status: "confirmed", toldStatus: "accepted" }, false, "confirmed"],
  ["what they withdrew is withdrawn", { status: "withdrawn", toldStatus: "accepted" }, false, "withdrawn"],
])("%s", (_, facts, open, standing) => {
  expect(standingOf(facts, open)).toBe(standing);
});
