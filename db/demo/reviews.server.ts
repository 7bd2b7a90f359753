import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { events, proposalSpeakers, proposals, reviews } from "#db/schema/index.ts";
import { listProposals } from "~/festivals/call/proposals.server.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { confirmProposal, withdrawProposal } from "~/festivals/review/answers.server.ts";
import { decideProposals } from "~/festivals/review/decide-proposals.server.ts";
import { decisions } from "~/festivals/review/row.ts";
import { Temporal } from "~/platform/time.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import type { PersonKey } from "./content/organisations.ts";
import { decisionsContent, reviewsContent } from "./content/reviews.ts";
import { daysAgo, demoDates } from "./dates.ts";

/** What the hosts of autumn think of the proposals, and what they have decided of them. */
export async function fillReviews(db: Database, story: Story, alliance: Alliance): Promise<void> {
  const autumn = await findFestival(db, "deell-autumn");
  if (!autumn) throw new Error("no autumn festival");
  const found = await listProposals(db, autumn.id);
  const idOf = new Map(found.map(({ id, title }) => [title, id]));
  const updatedAt = daysAgo(demoDates(story.now), 5, "15:10");
  const rows = Object.entries(reviewsContent).flatMap(([title, opinions]) =>
    Object.entries(opinions).map(([key, opinion]) => {
      const { id: reviewerId, organisationId } = alliance.people[key as PersonKey];
      const [score, comment] = Array.isArray(opinion) ? opinion : [opinion, ""];
      return { proposalId: idFor(idOf, title), reviewerId, organisationId, score, comment, updatedAt };
    }),
  );
  await db.insert(reviews).values(rows);
  await fillDecisions(db, story, alliance, idOf);
}

async function fillDecisions(
  db: Database,
  story: Story,
  { people, organisations }: Alliance,
  idOf: Map<string, string>,
): Promise<void> {
  const autumn = (await findFestival(db, "deell-autumn"))!;
  const dates = demoDates(story.now);
  const ago = (days: number, time: string) => Temporal.Instant.from(daysAgo(dates, days, time));
  const anna = {
    ...{ personId: people.anna.id, organisationId: organisations.waterland },
    ...{ role: "admin" as const, email: "anna@waterland.example" },
  };
  const entries = Object.entries(decisionsContent);
  for (const decision of decisions) {
    const chosen = entries.filter(([, content]) => content.decision === decision);
    const picks = chosen.map(([title]) => ({ id: idFor(idOf, title), seen: "submitted" as const }));
    const wish = { picks, verdict: decision, sure: false };
    await decideProposals(db, anna, autumn, wish, { now: ago(4, "16:00"), ids: story.ids });
  }
  for (const [title, { decision, toldDaysAgo, confirmed = [], withdrawn }] of entries) {
    if (toldDaysAgo === undefined) continue;
    const id = idFor(idOf, title);
    const told = { toldAt: ago(toldDaysAgo, "09:30").toString(), toldStatus: decision };
    await db.update(proposals).set(told).where(eq(proposals.id, id));
    const answer = { now: ago(toldDaysAgo - 1, "11:20") };
    const asked = (key: PersonKey) => ({ personId: people[key].id, email: "" });
    for (const key of confirmed) await confirmProposal(db, asked(key), autumn, id, answer);
    if (withdrawn === undefined) continue;
    const [speaker] = await db.select().from(proposalSpeakers).where(eq(proposalSpeakers.proposalId, id));
    const who = { personId: speaker?.personId ?? "", email: speaker?.email ?? "" };
    const wish = { proposalId: id, scope: "all" as const, reason: withdrawn };
    await withdrawProposal(db, who, autumn, wish, { now: ago(1, "08:40") });
    // The organisers have heard of it.
    await db.delete(events).where(eq(events.subject, id));
  }
}

function idFor(ids: Map<string, string>, title: string): string {
  const id = ids.get(title);
  if (!id) throw new Error(`the demo has no proposal “${title}”`);
  return id;
}
