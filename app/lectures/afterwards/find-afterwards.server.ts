import type { Database } from "#db/connect.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Instant } from "~/platform/time.ts";
import { mayEditNotes, mayReadResponses, mayRespond } from "../access.ts";
import type { Lecture } from "../lecture.ts";
import { isOnRoster } from "../roster.server.ts";
import type { Series } from "../series.ts";
import { type Afterwards, hasBegun } from "./afterwards.ts";
import { findLearned } from "./learnings.server.ts";
import { findNotes } from "./notes.server.ts";
import { listQuestions } from "./questions.server.ts";
import { countThanks, listThanks } from "./thanks.server.ts";

interface Asking {
  viewer: Viewer | null;
  series: Series;
  lecture: Lecture;
}

/** What a lecture left behind, for one reader: a stranger gets neither names nor questions. */
export async function findAfterwards(
  db: Database,
  { viewer, series, lecture }: Asking,
  now: Instant,
): Promise<Afterwards> {
  const { speaker } = lecture;
  const begun = hasBegun(lecture, now);
  const isSpeaker = viewer !== null && speaker?.personId === viewer.personId;
  const responds = begun && mayRespond(viewer, series);
  return {
    hasBegun: begun,
    speaker: speaker && { name: speaker.name, isReader: isSpeaker, hasAccount: speaker.personId !== null },
    ...(await findNotes(db, lecture.turnId)),
    ...(begun ? await findResponses(db, { viewer, series, lecture }, now) : noResponses),
    may: {
      thank: responds && speaker !== null && !isSpeaker,
      ask: responds && speaker !== null && !isSpeaker,
      learn: responds && !isSpeaker,
      editNotes: mayEditNotes(viewer, series, lecture),
      readWhatColleaguesSay: mayReadResponses(viewer, series),
    },
  };
}

type Responses = Pick<Afterwards, "thanks" | "questions" | "learned">;

const noResponses: Responses = {
  thanks: { count: 0, mine: null, all: [] },
  questions: [],
  learned: { count: 0, mine: null },
};

async function findResponses(
  db: Database,
  { viewer, series, lecture }: Asking,
  now: Instant,
): Promise<Responses> {
  const { turnId } = lecture;
  if (!viewer || !mayReadResponses(viewer, series))
    return { ...noResponses, thanks: { count: await countThanks(db, turnId), mine: null, all: [] } };
  const { personId } = viewer;
  const onRoster = await isOnRoster(db, series.id, personId);
  const [all, questions, learned] = await Promise.all([
    listThanks(db, turnId),
    listQuestions(db, lecture, { personId, onRoster }, now),
    findLearned(db, { turnId, personId }),
  ]);
  const mine = all.find((one) => one.personId === personId)?.message ?? null;
  return { thanks: { count: all.length, mine, all }, questions, learned };
}
