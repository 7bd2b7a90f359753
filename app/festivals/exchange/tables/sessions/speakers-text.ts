import type { DraftSpeaker } from "#db/schema/festivals.ts";

/** Speakers in one cell. */
export function speakersText(speakers: DraftSpeaker[]): string {
  return speakers.map(({ name }) => name.trim()).join("; ");
}
