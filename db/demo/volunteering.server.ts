import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { nominations, rosterMembers, rosterTopics } from "#db/schema/index.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import type { PersonKey } from "./content/organisations.ts";
import { laterContent, nominationContent, partTimeContent, waitingContent } from "./content/volunteering.ts";
import { daysAgo, demoDates } from "./dates.ts";
import { makeMember } from "./factories/lectures.ts";

/** Topics that wait, part-timers, somebody who starts later and a nomination; none of it changes who is planned. */
export async function fillVolunteering(
  db: Database,
  story: Story,
  { people }: Alliance,
  seriesId: string,
): Promise<void> {
  const dates = demoDates(story.now);
  const memberOf = (person: PersonKey) =>
    and(eq(rosterMembers.seriesId, seriesId), eq(rosterMembers.personId, people[person].id));
  for (const [person, weekdays] of Object.entries(partTimeContent) as [PersonKey, number[]][])
    await db.update(rosterMembers).set({ weekdays }).where(memberOf(person));
  const { person, inWeeks } = laterContent;
  await makeMember(
    db,
    {
      seriesId,
      personId: people[person].id,
      joinedOn: dates.today.subtract({ days: laterContent.daysAgo }).toString(),
      notBefore: dates.today.add({ weeks: inWeeks }).toString(),
    },
    story,
  );
  const [chloe] = await db.select().from(rosterMembers).where(memberOf("chloe"));
  await db.insert(rosterTopics).values(
    waitingContent.map((title, index) => ({
      id: story.ids.uuid(),
      memberId: chloe!.id,
      title,
      createdAt: daysAgo(dates, 20 - index),
    })),
  );
  await db.insert(nominations).values(
    nominationContent.map(({ by, person: asked, message, daysAgo: ago }) => ({
      id: story.ids.uuid(),
      seriesId,
      personId: people[asked].id,
      nominatedBy: people[by].id,
      message,
      status: "open" as const,
      createdAt: daysAgo(dates, ago),
    })),
  );
}
