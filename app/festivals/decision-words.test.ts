import { describe, expect, test } from "vitest";
import { decisionKinds } from "#db/schema/festivals.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { wordsOf } from "./decision-words.ts";

const english = getText("en", "Europe/Amsterdam");

test.each([
  [{ kind: "created", facts: {} }, "made the festival"],
  [{ kind: "created", facts: { from: "DEELL spring" } }, "made the festival as a copy of DEELL spring"],
  [{ kind: "host-invited", facts: { organisation: "Zilt" } }, "asked Zilt to host too"],
  [{ kind: "host-accepted", facts: {} }, "accepted: Lumen hosts too"],
  [{ kind: "host-left", facts: { sessions: 0 } }, "stopped hosting"],
  [
    { kind: "host-left", facts: { sessions: 6, stay: 3, handOver: 2, cancel: 1 } },
    "stopped hosting: of its sessions 3 stay, 2 went to other hosts, 1 marked to be cancelled",
  ],
  [{ kind: "lead-handed-over", facts: { from: "Waterland" } }, "took over the lead from Waterland"],
  [{ kind: "call-opened", facts: {} }, "opened the call for workshops"],
  [
    { kind: "call-opened", facts: { until: "2027-02-01T11:00:00Z" } },
    "opened the call for workshops until 1 Feb 2027, 12:00",
  ],
  [{ kind: "call-closed", facts: { proposals: 1 } }, "closed the call for workshops: 1 proposal came in"],
  [{ kind: "signup-mode", facts: { mode: "ballot" } }, "changed how seats are given: by everybody's wishes"],
  [{ kind: "released", facts: { number: 2 } }, "released version 2"],
  [{ kind: "rolled-back", facts: { number: 3, to: 1 } }, "went back to version 1, as version 3"],
  [
    { kind: "rescheduled", facts: { from: "2027-04-08", to: "2027-05-06" } },
    "moved the festival from Thu 8 Apr to Thu 6 May",
  ],
] as const)("%o reads: %s", (decision, words) => {
  expect(wordsOf({ organisation: "Lumen", ...decision }, english)).toBe(words);
});

test("who said no by mail has no organisation here: its name is among the facts", () => {
  const facts = { organisation: "Zilt" };
  expect(wordsOf({ kind: "host-declined", facts, organisation: null }, english)).toBe(
    "declined: Zilt does not host",
  );
});

describe.each(["en", "nl"] as const)("in %s", (locale) => {
  const text = getText(locale, "Europe/Amsterdam");

  test.each(decisionKinds)("%s is a whole sentence, whatever its facts", (kind) => {
    const dates = { from: "2027-04-08", to: "2027-04-09", until: "2027-02-01T11:00:00Z" };
    const all: Record<string, string | number>[] = [{}, { ...dates, number: 1, sessions: 2, proposals: 3 }];
    for (const facts of all) {
      const words = wordsOf({ kind, facts, organisation: "Lumen" }, text);
      expect(words).not.toMatch(/\{\{|hosting\./);
      expect(words.length).toBeGreaterThan(5);
    }
  });
});
