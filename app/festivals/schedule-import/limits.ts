/** What no real schedule reaches; beyond it a file is refused, or a text is shortened. */
export const limits = {
  fileBytes: 5 * 1024 * 1024,
  entries: 5000,
  xmlDepth: 20,
  title: 200,
  abstract: 5000,
  name: 120,
  room: 120,
  track: 80,
  externalId: 200,
  speakers: 20,
  /** A week: longer is a slip of the pen. */
  durationMinutes: 7 * 24 * 60,
  capacity: 100_000,
} as const;
