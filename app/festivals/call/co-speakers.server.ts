import { eq, max } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { proposalSpeakers } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { isProposer, mayEditProposal, type Proposer, speakerOf } from "./access.ts";
import { holdCall, lockProposal } from "./lock.server.ts";
import type { Proposal } from "./proposal.ts";

/** Beside the proposer. */
export const mostCoSpeakers = 5;

export type SpeakerAdded =
  | { ok: true; asked: boolean }
  | { ok: false; reason: "not-found" | "closed" | "already" | "yourself" | "too-many" };

/**
 * Names a co-speaker by address. They are asked by mail once the proposal has come in, at once if it already has.
 * Whether anybody here has that address is not told, before they agree.
 */
export function addCoSpeaker(
  db: Database,
  viewer: Proposer,
  asked: Festival,
  { id, email, name }: { id: string; email: string; name: string },
  { now, ids }: { now: Instant; ids: Ids },
): Promise<SpeakerAdded> {
  return db.transaction(async (tx): Promise<SpeakerAdded> => {
    const festival = await holdCall(tx, asked);
    const proposal = await lockProposal(tx, festival.id, id);
    if (!proposal || !isProposer(viewer, proposal)) return { ok: false, reason: "not-found" };
    if (!mayEditProposal(viewer, festival, proposal, now)) return { ok: false, reason: "closed" };
    if (email === viewer.email || email === proposal.proposer.email) return { ok: false, reason: "yourself" };
    if (proposal.speakers.some((speaker) => speaker.email === email)) return { ok: false, reason: "already" };
    if (proposal.speakers.length > mostCoSpeakers) return { ok: false, reason: "too-many" };
    const speakerId = ids.uuid();
    const [last] = await tx
      .select({ position: max(proposalSpeakers.position) })
      .from(proposalSpeakers)
      .where(eq(proposalSpeakers.proposalId, id));
    await tx.insert(proposalSpeakers).values({
      ...{ id: speakerId, proposalId: id, position: (last?.position ?? 0) + 1 },
      ...{ email, name, status: "invited" },
    });
    if (proposal.status === "draft") return { ok: true, asked: false };
    await recordEvent(tx, { kind: "proposal.speaker-invited", subject: id, payload: { speakerId }, now });
    return { ok: true, asked: true };
  });
}

export type SpeakerRemoved = { ok: true } | { ok: false; reason: "not-found" | "closed" };

/** The proposer takes a co-speaker off, who is told if they had been asked. Somebody who is off already stays off. */
export function removeCoSpeaker(
  db: Database,
  viewer: Proposer,
  asked: Festival,
  { id, speakerId }: { id: string; speakerId: string },
  { now }: { now: Instant },
): Promise<SpeakerRemoved> {
  return db.transaction(async (tx): Promise<SpeakerRemoved> => {
    const festival = await holdCall(tx, asked);
    const proposal = await lockProposal(tx, festival.id, id);
    if (!proposal || !isProposer(viewer, proposal)) return { ok: false, reason: "not-found" };
    if (!mayEditProposal(viewer, festival, proposal, now)) return { ok: false, reason: "closed" };
    const speaker = proposal.speakers.find((one) => one.id === speakerId);
    if (!speaker || speaker.email === proposal.proposer.email) return { ok: true };
    await tx.delete(proposalSpeakers).where(eq(proposalSpeakers.id, speakerId));
    if (speaker.invitedAt === null || speaker.status === "declined") return { ok: true };
    const { email, name } = speaker;
    await recordEvent(tx, {
      kind: "proposal.speaker-removed",
      subject: id,
      payload: { email, name: name === email ? "" : name },
      now,
    });
    return { ok: true };
  });
}

/** The co-speaker whom this viewer is in a proposal, without being its proposer. */
export const coSpeakerIn = (viewer: Proposer, proposal: Proposal) =>
  isProposer(viewer, proposal) ? undefined : speakerOf(viewer, proposal);
