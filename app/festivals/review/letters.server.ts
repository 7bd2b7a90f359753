import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { decisionTexts } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { mayLeadFestival } from "../access.ts";
import { findProposal } from "../call/proposals.server.ts";
import type { Festival } from "../festival.ts";
import { mayDecide, type Reviewer } from "./access.ts";
import type { Letter } from "./letter.ts";
import type { Decision } from "./row.ts";

/** What the organisers wrote themselves, for a decision or for one proposal; the rest gets our usual text. */
export interface OwnLetters {
  festival: Partial<Record<Decision, Letter>>;
  /** By proposal, and only for the decision it was written for. */
  proposals: Map<string, Partial<Record<Decision, Letter>>>;
}

export async function findLetters(db: Database, festivalId: string): Promise<OwnLetters> {
  const rows = await db.select().from(decisionTexts).where(eq(decisionTexts.festivalId, festivalId));
  const letters: OwnLetters = { festival: {}, proposals: new Map() };
  for (const { proposalId, decision, subject, body } of rows) {
    const ofOne = proposalId === null ? letters.festival : (letters.proposals.get(proposalId) ?? {});
    ofOne[decision] = { subject, body };
    if (proposalId !== null) letters.proposals.set(proposalId, ofOne);
  }
  return letters;
}

/** The organisers' words for this one; null where each reader gets our usual text in their language. */
export function ownLetter(letters: OwnLetters, proposalId: string, decision: Decision): Letter | null {
  return letters.proposals.get(proposalId)?.[decision] ?? letters.festival[decision] ?? null;
}

export interface LetterWish {
  /** Null: for every proposal that is decided so. */
  proposalId: string | null;
  decision: Decision;
  /** Null: back to the text one level up. */
  letter: Letter | null;
}

/** Keeps the words of a decision. Those of the festival are the lead's; those of a proposal also its host's. */
export async function saveLetter(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { proposalId, decision, letter }: LetterWish,
  { now, ids }: { now: Instant; ids: Ids },
): Promise<{ ok: true } | { ok: false; reason: "forbidden" }> {
  const proposal = proposalId === null ? null : await findProposal(db, festival.id, proposalId);
  const may = proposal ? mayDecide(viewer, festival, proposal) : mayLeadFestival(viewer, festival);
  if (!may || (proposalId !== null && !proposal)) return { ok: false, reason: "forbidden" };
  const same =
    proposalId === null ? isNull(decisionTexts.proposalId) : eq(decisionTexts.proposalId, proposalId);
  return db.transaction(async (tx) => {
    await tx
      .delete(decisionTexts)
      .where(and(eq(decisionTexts.festivalId, festival.id), eq(decisionTexts.decision, decision), same));
    if (letter) {
      await tx.insert(decisionTexts).values({
        ...{ id: ids.uuid(), festivalId: festival.id, proposalId, decision, ...letter },
        ...{ updatedBy: viewer.personId, updatedAt: now.toString() },
      });
    }
    return { ok: true } as const;
  });
}
