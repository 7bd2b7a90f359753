import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";

/** One of two sessions of a person that are at the same time. */
export interface ClashSide {
  sessionId: string;
  title: string;
  language: string;
  path: string;
  place: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  /** They give it themselves. */
  gives: boolean;
}

/** Two sessions that came to overlap because one was moved; both are theirs until they choose. */
export type Clash = readonly [ClashSide, ClashSide];

/** All pairs that overlap, in order of time. */
export function clashesAmong(sides: ClashSide[]): Clash[] {
  const inOrder = sides.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return inOrder.flatMap((first, index) =>
    inOrder.slice(index + 1).flatMap((second) => (overlap(first, second) ? [[first, second] as const] : [])),
  );
}

/** What a person may choose: to give up a seat that they only attend and that has not begun. */
export interface Choice {
  keep: ClashSide;
  giveUp: ClashSide;
}

export function choicesOf([first, second]: Clash, now: Instant): Choice[] {
  return [
    { keep: first, giveUp: second },
    { keep: second, giveUp: first },
  ].filter(({ giveUp }) => !giveUp.gives && isBefore(now, giveUp.startsAt));
}

function overlap(a: ClashSide, b: ClashSide): boolean {
  return isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);
}
