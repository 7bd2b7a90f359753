import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { lectureLearnings, lectureQuestions, lectureThanks, turns } from "#db/schema/index.ts";
import { type IsoInstant, isBefore, plus } from "~/platform/time.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import {
  learningsContent,
  linksContent,
  notesContent,
  questionsContent,
  thanksContent,
} from "./content/afterwards.ts";
import type { PersonKey } from "./content/organisations.ts";

interface Held {
  turnId: string;
  endsAt: IsoInstant;
  speakerId: string;
}

/** What was said and asked by the second day after a lecture is all there; one that old is last week's. */
export const settledAfter = { hours: 48 } as const;

/** Thanks, notes, a question with its answer and one that waits, of the last lecture that had two days to get them. */
export async function fillAfterwards(
  db: Database,
  { ids, now }: Story,
  { people }: Alliance,
  held: Held[],
): Promise<void> {
  const last = held.findLast(({ endsAt }) => isBefore(plus(endsAt, settledAfter), now));
  if (!last) return;
  const { turnId, speakerId, endsAt } = last;
  const listened = <T extends { person: PersonKey }>(content: T[]) =>
    content
      .filter(({ person }) => people[person].id !== speakerId)
      .map((one, index) => ({
        ...one,
        turnId,
        personId: people[one.person].id,
        createdAt: plus(endsAt, { minutes: 2 * index + 1 }),
      }));
  await db.insert(lectureThanks).values(listened(thanksContent).map(({ person, ...row }) => row));
  await db.insert(lectureLearnings).values(listened(learningsContent).map(({ person, ...row }) => row));
  await db.insert(lectureQuestions).values(
    listened(questionsContent).map(({ person, ...row }) => ({
      ...row,
      id: ids.uuid(),
      ...(row.answer ? { answeredBy: speakerId, answeredAt: plus(endsAt, { hours: 26 }) } : {}),
    })),
  );
  await db.update(turns).set({ notes: notesContent, links: linksContent }).where(eq(turns.id, turnId));
}
