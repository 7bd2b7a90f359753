import { expect, test } from "vitest";
import { differencesOf } from "./differences.ts";
import type { Proposal } from "./proposal.ts";
import type { ProposalFields } from "./proposal-form.ts";

const saved = {
  ...{ title: "Knots", abstract: "Seven of them.", language: "en", level: "all", size: 12 },
  ...{ topics: ["rope"], equipment: "", notes: "", answers: { q: "yes" } },
  format: { id: "f", name: "Workshop", kind: "workshop", durationMinutes: 60 },
  track: null,
} as unknown as Proposal;
const typed = {
  ...{ version: 1, title: "Knots", abstract: "Seven of them.", language: "en", level: "all", size: 12 },
  ...{ topics: ["rope"], equipment: "", notes: "", answers: { q: "yes" }, away: [] },
  ...{ formatId: "f", trackId: null },
} satisfies ProposalFields;

test.each<[string, Partial<ProposalFields>, { field: string; saved: string }[]]>([
  ["nothing", {}, []],
  ["a word", { title: "Ropes" }, [{ field: "title", saved: "Knots" }]],
  ["a number that is gone", { size: null }, [{ field: "size", saved: "12" }]],
  ["topics", { topics: [] }, [{ field: "topics", saved: "rope" }]],
  ["an answer", { answers: {} }, [{ field: "answers.q", saved: "yes" }]],
  ["an answer that was not there", { answers: { q: "yes", p: "x" } }, [{ field: "answers.p", saved: "" }]],
  ["another format", { formatId: "g" }, [{ field: "formatId", saved: "Workshop" }]],
  ["a track that was not there", { trackId: "t" }, [{ field: "trackId", saved: "" }]],
])("%s", (_, given, differences) => {
  expect(differencesOf({ ...typed, ...given }, saved)).toEqual(differences);
});
