import type { LectureLink } from "#db/schema/lectures.ts";
import { type Instant, type IsoInstant, isBefore, Temporal } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";

/** What a lecture left behind, as one reader may see it. */
export interface Afterwards {
  hasBegun: boolean;
  /** Null where nobody spoke. */
  speaker: { name: string; isReader: boolean; hasAccount: boolean } | null;
  notes: string;
  links: LectureLink[];
  thanks: Thanks;
  questions: Question[];
  learned: { count: number; mine: string | null };
  may: { thank: boolean; ask: boolean; learn: boolean; editNotes: boolean; readWhatColleaguesSay: boolean };
}

export interface Thanks {
  count: number;
  /** What this reader said with theirs; null without thanks. */
  mine: string | null;
  /** In the order they came; empty for strangers. */
  all: { personId: string; name: string; message: string }[];
}

export interface Question {
  id: string;
  question: string;
  asker: string;
  isMine: boolean;
  /** Empty while it waits. */
  answer: string;
  answerer: string | null;
  mayAnswer: boolean;
}

export const mostMessage = 300;
export const mostNotes = 8000;
export const mostLinks = 10;
export const mostQuestion = 1000;
export const mostAnswer = 4000;
export const mostLearning = 1000;
/** A person's questions about one lecture that wait for an answer. */
export const mostOpenQuestions = 5;

/** Somebody speaks or has spoken, if only whoever wanted to. */
export function hasBegun(
  lecture: Pick<Lecture, "startsAt" | "speaker" | "isOpenFloor">,
  now: Instant,
): boolean {
  return (lecture.speaker !== null || lecture.isOpenFloor) && !isBefore(now, lecture.startsAt);
}

/** Days in which a question is the speaker's alone to answer. */
const speakersDays = 7;

interface Answering {
  isSpeaker: boolean;
  /** Somebody without an account cannot answer here. */
  speakerCanAnswer: boolean;
  onRoster: boolean;
  /** Who wrote the answer there is. */
  isAnswerer: boolean;
  isAnswered: boolean;
  askedAt: IsoInstant;
  now: Instant;
}

/** The speaker first; what they leave for a week anybody of the roster may answer. Answers are changed by who gave them. */
export function mayAnswer(who: Answering): boolean {
  if (who.isAnswered) return who.isAnswerer;
  if (who.isSpeaker) return true;
  const isOpenToAll = !isBefore(
    who.now,
    Temporal.Instant.from(who.askedAt).add({ hours: 24 * speakersDays }),
  );
  return who.onRoster && (isOpenToAll || !who.speakerCanAnswer);
}
