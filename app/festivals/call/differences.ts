import type { Proposal } from "./proposal.ts";
import type { ProposalFields } from "./proposal-form.ts";

export interface Difference {
  /** The name of the field. */
  field: string;
  /** How it is saved. */
  saved: string;
}

/** Where what somebody typed is another than what is saved, with what is saved. */
export function differencesOf(typed: ProposalFields, saved: Proposal): Difference[] {
  const ids = [...new Set([...Object.keys(typed.answers), ...Object.keys(saved.answers)])];
  const pairs: [field: string, typed: string, saved: string][] = [
    ["title", typed.title, saved.title],
    ["abstract", typed.abstract, saved.abstract],
    ["language", typed.language, saved.language],
    ["level", typed.level, saved.level],
    ["size", String(typed.size ?? ""), String(saved.size ?? "")],
    ["topics", typed.topics.join(", "), saved.topics.join(", ")],
    ["equipment", typed.equipment, saved.equipment],
    ["notes", typed.notes, saved.notes],
    ...ids.map((id): [string, string, string] => [
      `answers.${id}`,
      typed.answers[id] ?? "",
      saved.answers[id] ?? "",
    ]),
  ];
  const plain = pairs.flatMap(([field, now, then]) => (now === then ? [] : [{ field, saved: then }]));
  return [
    ...plain,
    ...(typed.formatId === (saved.format?.id ?? null)
      ? []
      : [{ field: "formatId", saved: saved.format?.name ?? "" }]),
    ...(typed.trackId === (saved.track?.id ?? null)
      ? []
      : [{ field: "trackId", saved: saved.track?.name ?? "" }]),
  ];
}
