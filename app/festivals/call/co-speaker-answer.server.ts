import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, proposalSpeakers, proposals } from "#db/schema/index.ts";
import { nameFromEmail } from "~/people/email.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { hashSecret } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";
import type { Proposer } from "./access.ts";
import { coSpeakerIn } from "./co-speakers.server.ts";
import { lockProposal } from "./lock.server.ts";
import type { Proposal, ProposalSpeaker } from "./proposal.ts";
import { findProposal } from "./proposals.server.ts";

export interface Asked {
  festival: Festival;
  proposal: Proposal;
  speaker: ProposalSpeaker;
  /** Whether somebody here has the address the mail went to. */
  isHere: boolean;
}

/** What the link of a mail asks; null for one that was never made or belongs to somebody who was taken off since. */
export async function findAsked(db: Database, token: string): Promise<Asked | null> {
  const [row] = await db
    .select({
      id: proposalSpeakers.id,
      email: proposalSpeakers.email,
      proposalId: proposals.id,
      festivalId: proposals.festivalId,
    })
    .from(proposalSpeakers)
    .innerJoin(proposals, eq(proposals.id, proposalSpeakers.proposalId))
    .where(eq(proposalSpeakers.tokenHash, hashSecret(token)));
  if (!row) return null;
  const festival = await findFestivalById(db, row.festivalId);
  const proposal = await findProposal(db, row.festivalId, row.proposalId);
  const speaker = proposal?.speakers.find((one) => one.id === row.id);
  if (!festival || !proposal || !speaker) return null;
  const isHere = (await personOf(db, row.email)) !== null;
  return { festival, proposal, speaker, isHere };
}

export type Answered =
  | { ok: true; already: boolean }
  /** `decided`: they had answered, and the organisers have decided since. */
  | { ok: false; reason: "not-found" | "withdrawn" | "decided" };

export interface Answer {
  answer: "agreed" | "declined";
  /** What somebody who is not here is called in the programme. */
  name?: string;
}

/** Whoever has the link answers for the address it was sent to. Answering the same twice changes nothing. */
export async function answerByLink(
  db: Database,
  token: string,
  answer: Answer,
  deps: { now: Instant },
): Promise<Answered> {
  const asked = await findAsked(db, token);
  if (!asked) return { ok: false, reason: "not-found" };
  return answerAs(db, asked.festival, asked.proposal.id, ({ id }) => id === asked.speaker.id, answer, deps);
}

/** The same for somebody who is signed in with that address. */
export async function answerAsViewer(
  db: Database,
  viewer: Proposer,
  festival: Festival,
  proposalId: string,
  answer: Answer,
  deps: { now: Instant },
): Promise<Answered> {
  const proposal = await findProposal(db, festival.id, proposalId);
  const speaker = proposal && coSpeakerIn(viewer, proposal);
  if (!speaker) return { ok: false, reason: "not-found" };
  return answerAs(db, festival, proposalId, ({ id }) => id === speaker.id, answer, deps);
}

function answerAs(
  db: Database,
  festival: Festival,
  proposalId: string,
  isAsked: (speaker: ProposalSpeaker) => boolean,
  { answer, name }: Answer,
  { now }: { now: Instant },
): Promise<Answered> {
  return db.transaction(async (tx): Promise<Answered> => {
    const proposal = await lockProposal(tx, festival.id, proposalId);
    const speaker = proposal?.speakers.find(isAsked);
    if (!proposal || !speaker || proposal.status === "draft") return { ok: false, reason: "not-found" };
    if (proposal.status === "withdrawn") return { ok: false, reason: "withdrawn" };
    if (speaker.status === answer) return { ok: true, already: true };
    if (speaker.status !== "invited" && proposal.toldStatus !== null) return { ok: false, reason: "decided" };
    const person = await personOf(tx, speaker.email);
    await tx
      .update(proposalSpeakers)
      .set({
        status: answer,
        answeredAt: now.toString(),
        personId: person?.id ?? null,
        // A guest is called what they say, or else what their address looks like.
        ...(!person &&
          (name || speaker.name === speaker.email) && { name: name || nameFromEmail(speaker.email) }),
      })
      .where(eq(proposalSpeakers.id, speaker.id));
    const payload = { speakerId: speaker.id, answer };
    await recordEvent(tx, { kind: "proposal.speaker-answered", subject: proposalId, payload, now });
    return { ok: true, already: false };
  });
}

async function personOf(db: Database, email: string): Promise<{ id: string } | null> {
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
  return person ?? null;
}
