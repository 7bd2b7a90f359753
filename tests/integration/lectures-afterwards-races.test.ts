import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makePerson } from "#db/demo/factories.ts";
import { events, lectureQuestions, lectureThanks } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { answerQuestion, askQuestion } from "~/lectures/afterwards/questions.server.ts";
import { giveThanks } from "~/lectures/afterwards/thanks.server.ts";
import { acceptTurn } from "~/lectures/answer.server.ts";
import { findLecture } from "~/lectures/lectures.server.ts";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";

const connections = 12;
const now = at("2026-11-26T09:41:00Z");
const weekLater = now.add({ hours: 24 * 8 });
const listeners = 8;

describe.skipIf(!postgresUrl)("right after a lecture", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  async function scene() {
    const { seriesId, organisationId, people } = await startRoster(db(), ["Ada", "Bo", "Cas", "Dee"]);
    const [first] = await weeksOf(db(), seriesId);
    const turn = { seriesId, turnId: first!.id };
    await acceptTurn(db(), { ...turn, personId: people.Ada!, topic: "Bread" }, depsAt(monday));
    const lecture = await findLecture(db(), seriesId, first!.date);
    if (!lecture) throw new Error("no lecture");
    return { lecture, organisationId, people };
  }

  async function thankAtOnce(through: (database: Database) => Database) {
    const { lecture, organisationId } = await scene();
    const ids: string[] = [];
    for (let n = 0; n < listeners; n += 1) ids.push((await makePerson(db(), { organisationId })).id);
    await Promise.all(ids.map((personId) => giveThanks(through(db()), { lecture, personId }, { now })));
    return {
      thanks: (await db().select().from(lectureThanks)).length,
      mails: (await db().select().from(events).where(eq(events.kind, "turn.echoed"))).length,
    };
  }

  test("all who say thanks at once are in one mail", async () => {
    expect(await thankAtOnce((database) => database)).toEqual({ thanks: listeners, mails: 1 });
  });

  test("each would be told by an event of their own without the lock on the turn (control)", async () => {
    expect((await thankAtOnce(withoutRowLocks)).mails).toBeGreaterThan(1);
  });

  async function answerAtOnce(through: (database: Database) => Database) {
    const { lecture, people } = await scene();
    await askQuestion(db(), { lecture, personId: people.Bo!, question: "Does rye work?" }, { now });
    const [asked] = await db().select().from(lectureQuestions);
    const answers = await Promise.all(
      ["Ada", "Cas", "Dee"].map((name) =>
        answerQuestion(
          through(db()),
          {
            lecture,
            reader: { personId: people[name]!, onRoster: true },
            questionId: asked!.id,
            answer: name,
          },
          { now: weekLater },
        ),
      ),
    );
    return answers.filter(({ ok }) => ok).length;
  }

  test("of several who answer a question at once one does, and the others keep what they wrote", async () => {
    expect(await answerAtOnce((database) => database)).toBe(1);
  });

  test("they would write over one another without the lock on the question (control)", async () => {
    expect(await answerAtOnce(withoutRowLocks)).toBeGreaterThan(1);
  });
});
