import type { ReviewRow } from "./row.ts";

/** A proposal of Lumen's that nobody has reviewed or decided on. */
export function row(given: Partial<ReviewRow> = {}): ReviewRow {
  return {
    id: "one",
    title: "One",
    status: "submitted",
    decidedAt: null,
    told: null,
    toldAt: null,
    organisation: { id: "lumen", slug: "lumen", name: "Lumen", colour: "#c98a12", hasLogo: false },
    proposer: "Noor Jansen",
    speakers: ["Noor Jansen"],
    format: { id: "long", name: "Long" },
    minutes: 60,
    track: null,
    language: "en",
    level: "all",
    size: null,
    submittedAt: "2026-11-23T09:00:00Z",
    withdrawnAt: null,
    withdrawnReason: "",
    freed: false,
    mine: "to-review",
    byMyHost: 0,
    hidden: false,
    mean: null,
    spread: null,
    hosts: [],
    ...given,
  };
}
