/** What last year's list tells of each lecture. */
export const listFields = ["date", "speaker", "topic", "email", "organisation"] as const;
export type ListField = (typeof listFields)[number];

/** What each column holds; null for one that is left out. */
export type ListColumns = (ListField | null)[];

export interface ColumnProblem {
  key: "twice" | "noNeeded";
  field: ListField;
}
