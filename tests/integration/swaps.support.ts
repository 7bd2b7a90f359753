import type { Database } from "#db/connect.ts";
import { volunteerForTurn } from "~/lectures/answer.server.ts";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";

export const names = ["Ada", "Bo", "Cas", "Dee"];

/** A roster on which some have agreed to speak: by the place of the week, from 0. */
export async function startSpeakers(db: Database, speakers: Record<number, string>) {
  const started = await startRoster(db, names);
  for (const [week, name] of Object.entries(speakers)) {
    const turn = (await weeksOf(db, started.seriesId))[Number(week)]!;
    const personId = started.people[name]!;
    const taken = await volunteerForTurn(
      db,
      { seriesId: started.seriesId, turnId: turn.id, personId, topic: `${name}'s topic` },
      depsAt(monday),
    );
    if (!taken.ok) throw new Error(`${name} in week ${week}: ${taken.reason}`);
  }
  return started;
}

/** Who speaks in each week and about what, for those who agreed. */
export async function speakersOf(db: Database, seriesId: string, people: Record<string, string>) {
  const nameOf = new Map(Object.entries(people).map(([name, id]) => [id, name]));
  const weeks = await weeksOf(db, seriesId);
  return Object.fromEntries(
    weeks
      .map((week, at) => [at, week] as const)
      .filter(([, { status }]) => status === "confirmed")
      .map(([at, { personId, topic }]) => [at, `${nameOf.get(personId ?? "")}: ${topic}`]),
  );
}
