import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { callQuestions, formats, people, proposalSpeakers, proposals } from "#db/schema/index.ts";
import { type Given, type Making, nextNumber, single, withDefaults } from "../making.ts";

export type NewFormat = typeof formats.$inferInsert;
export type NewQuestion = typeof callQuestions.$inferInsert;
export type NewProposal = typeof proposals.$inferInsert;
export type NewProposalSpeaker = typeof proposalSpeakers.$inferInsert;

/** A workshop of an hour. */
export async function makeFormat(
  db: Database,
  given: Given<NewFormat, "festivalId">,
  making: Partial<Making> = {},
) {
  const { ids } = withDefaults(making);
  return single(
    await db
      .insert(formats)
      .values({ id: ids.uuid(), name: `Format ${nextNumber()}`, durationMinutes: 60, ...given })
      .returning(),
  );
}

/** A line of text that need not be filled in. */
export async function makeQuestion(
  db: Database,
  given: Given<NewQuestion, "festivalId">,
  making: Partial<Making> = {},
) {
  const { ids } = withDefaults(making);
  return single(
    await db
      .insert(callQuestions)
      .values({ id: ids.uuid(), kind: "text", label: `Question ${nextNumber()}?`, ...given })
      .returning(),
  );
}

/** A proposal that came in, with its proposer as its first speaker. */
export async function makeProposal(
  db: Database,
  given: Given<NewProposal, "festivalId" | "organisationId" | "proposedBy">,
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const isDraft = given.status === "draft";
  const row = single(
    await db
      .insert(proposals)
      .values({
        id: ids.uuid(),
        status: "submitted",
        title: `Proposal ${nextNumber()}`,
        abstract: "We try it out together.",
        language: "en",
        createdAt: now,
        updatedAt: now,
        submittedAt: isDraft ? null : now,
        ...given,
      })
      .returning(),
  );
  const [proposer] = await db.select().from(people).where(eq(people.id, row.proposedBy));
  if (!proposer) throw new Error("a proposal needs a person who proposes it");
  await makeProposalSpeaker(
    db,
    { proposalId: row.id, position: 0, personId: proposer.id, email: proposer.email, status: "agreed" },
    making,
  );
  return row;
}

/** A colleague who agreed to give it too. */
export async function makeProposalSpeaker(
  db: Database,
  given: Given<NewProposalSpeaker, "proposalId" | "email">,
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const agreed = (given.status ?? "agreed") === "agreed";
  return single(
    await db
      .insert(proposalSpeakers)
      .values({
        id: ids.uuid(),
        position: 1,
        status: "agreed",
        invitedAt: now,
        answeredAt: agreed ? now : null,
        ...given,
      })
      .returning(),
  );
}
