import type { DraftSpeaker } from "#db/schema/festivals.ts";

/** A person of ours is one by id; a name from outside by its spelling. */
export function speakerKey({ personId, name }: DraftSpeaker): string {
  return personId ?? `name ${name.trim().toLocaleLowerCase("en")}`;
}

export function isSameSpeaker(a: DraftSpeaker, b: DraftSpeaker): boolean {
  return speakerKey(a) === speakerKey(b);
}
