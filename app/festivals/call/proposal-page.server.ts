import type { Database } from "#db/connect.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { listTracks } from "../tracks.server.ts";
import { findHalfDaysAway } from "./absences.server.ts";
import { isProposer, isWriter, mayEditProposal } from "./access.ts";
import { callWindow } from "./call.ts";
import { coSpeakerIn } from "./co-speakers.server.ts";
import { listFormats } from "./formats.server.ts";
import { halfDaysOf } from "./half-days.ts";
import { type Proposal, type ShownProposal, standingOf } from "./proposal.ts";
import type { ProposalChoices } from "./proposal-choices.ts";
import { findContacts } from "./proposing.server.ts";
import { listQuestions } from "./questions.server.ts";

export async function findChoices(db: Database, festival: Festival): Promise<ProposalChoices> {
  return {
    formats: await listFormats(db, festival.id),
    questions: await listQuestions(db, festival.id),
    tracks: (await listTracks(db, festival.id)).map(({ id, name }) => ({ id, name })),
    halfDays: halfDaysOf(festival),
    timeZone: festival.timeZone,
    closesAt: festival.callClosesAt,
  };
}

/** A proposal as this reader knows it, and what they may do with it. */
export async function findProposalPage(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  proposal: Proposal,
  now: Instant,
) {
  const window = callWindow(festival, now);
  const open = window === "open";
  const mine = isProposer(viewer, proposal);
  const writes = isWriter(viewer, proposal);
  const { status, decidedAt, toldAt, takenOver, remindedAt, ...shown } = proposal;
  return {
    proposal: shown satisfies ShownProposal,
    isDraft: status === "draft",
    standing: standingOf(proposal, open),
    as: mine ? ("proposer" as const) : writes ? ("co-speaker" as const) : ("organiser" as const),
    mayEdit: mayEditProposal(viewer, festival, proposal, now),
    away: writes ? await findHalfDaysAway(db, festival, viewer.personId) : null,
    choices: await findChoices(db, festival),
    speakers: {
      list: proposal.speakers.filter((speaker) => speaker.email !== proposal.proposer.email),
      mayChange: mine,
      isDraft: status === "draft",
    },
    may: {
      // What is decided but not told is refused when it is tried, in words that tell nothing.
      withdraw: mine && status !== "draft" && status !== "withdrawn" && proposal.toldStatus === null,
      bringBack: mine && status === "withdrawn" && open && decidedAt === null,
      discard: mine && status === "draft",
      leave: !mine && coSpeakerIn(viewer, proposal)?.status === "agreed" && proposal.toldStatus === null,
    },
    call: {
      window,
      opensAt: festival.callOpensAt,
      closesAt: festival.callClosesAt,
      timeZone: festival.timeZone,
    },
    contacts: await findContacts(db, viewer, festival),
  };
}
