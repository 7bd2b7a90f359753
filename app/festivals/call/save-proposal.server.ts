import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { proposals, tracks } from "#db/schema/index.ts";
import { recordEvents } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { saveHalfDaysAway } from "./absences.server.ts";
import { isProposer, isWriter, mayEditProposal, maySeeProposal, type Proposer } from "./access.ts";
import { listFormats } from "./formats.server.ts";
import { holdCall, lockProposal } from "./lock.server.ts";
import type { Proposal } from "./proposal.ts";
import { type CallQuestions, type Problem, type ProposalFields, problemsOf } from "./proposal-form.ts";
import { listQuestions } from "./questions.server.ts";

export type Saved =
  | { ok: true; version: number; savedAt: IsoInstant; status: Proposal["status"] }
  | { ok: false; reason: "not-found" | "closed" }
  /** Somebody saved another version since this one was read. */
  | { ok: false; reason: "changed"; newer: Proposal }
  /** A draft was kept all the same, as the version named. */
  | { ok: false; reason: "incomplete"; problems: Problem[]; version: number };

interface Making {
  now: Instant;
  ids: Ids;
}

/**
 * Keeps what was written. A draft may be anything; what has come in must stay complete. Only over the version that
 * the writer has read, so that two tabs, or two writers, never overwrite each other unseen.
 */
export function saveProposal(
  db: Database,
  viewer: Proposer,
  festival: Festival,
  { id, ...fields }: ProposalFields & { id: string },
  making: Making,
): Promise<Saved> {
  return db.transaction((tx) => save(tx, viewer, festival, id, fields, false, making));
}

/** Keeps it and hands it in, in one go; the proposer alone does so. Handing in twice changes nothing. */
export function submitProposal(
  db: Database,
  viewer: Proposer,
  festival: Festival,
  { id, ...fields }: ProposalFields & { id: string },
  making: Making,
): Promise<Saved> {
  return db.transaction((tx) => save(tx, viewer, festival, id, fields, true, making));
}

async function save(
  tx: Database,
  viewer: Proposer,
  asked: Festival,
  id: string,
  fields: ProposalFields,
  submits: boolean,
  { now, ids }: Making,
): Promise<Saved> {
  const festival = await holdCall(tx, asked);
  const proposal = await lockProposal(tx, festival.id, id);
  if (!proposal || !maySeeProposal(viewer, festival, proposal)) return { ok: false, reason: "not-found" };
  if (!mayEditProposal(viewer, festival, proposal, now)) return { ok: false, reason: "closed" };
  const call = {
    formats: await listFormats(tx, festival.id),
    questions: await listQuestions(tx, festival.id),
  };
  const wanted = await columnsOf(tx, festival, fields, call);
  const changed = differs(proposal, wanted);
  if (changed && fields.version !== proposal.version)
    return { ok: false, reason: "changed", newer: proposal };
  const isDraft = proposal.status === "draft";
  const handsIn = submits && isDraft && isProposer(viewer, proposal);
  const problems = handsIn || !isDraft ? problemsOf({ ...fields, ...wanted }, call) : [];
  const comesIn = handsIn && problems.length === 0;
  const { version } = proposal;
  if (!isDraft && problems.length > 0) return { ok: false, reason: "incomplete", problems, version };
  if (isWriter(viewer, proposal)) await saveHalfDaysAway(tx, festival, viewer.personId, fields.away, ids);
  const savedAt = now.toString();
  const next = version + (changed || comesIn ? 1 : 0);
  if (next !== version) {
    const submitted = comesIn && { status: "submitted" as const, submittedAt: savedAt };
    await tx
      .update(proposals)
      .set({ ...wanted, version: next, updatedAt: savedAt, ...submitted })
      .where(eq(proposals.id, id));
  }
  if (problems.length > 0) return { ok: false, reason: "incomplete", problems, version: next };
  if (comesIn) await tellSubmitted(tx, proposal, now);
  return { ok: true, version: next, savedAt, status: comesIn ? "submitted" : proposal.status };
}

/** The proposer gets a receipt, and the co-speakers named so far are asked. */
async function tellSubmitted(tx: Database, { id, speakers }: Proposal, now: Instant): Promise<void> {
  const asked = speakers.filter(({ status, invitedAt }) => status === "invited" && invitedAt === null);
  await recordEvents(tx, [
    { kind: "proposal.submitted", subject: id, now },
    ...asked.map((speaker) => ({
      kind: "proposal.speaker-invited",
      subject: id,
      payload: { speakerId: speaker.id },
      now,
    })),
  ]);
}

/** The columns as they would be. A format, track or question of another festival is none. */
async function columnsOf(tx: Database, festival: Festival, fields: ProposalFields, call: CallQuestions) {
  const { version, away, formatId, trackId, answers, ...plain } = fields;
  const known = await tx.select({ id: tracks.id }).from(tracks).where(eq(tracks.festivalId, festival.id));
  return {
    ...plain,
    formatId: call.formats.some((format) => format.id === formatId) ? formatId : null,
    trackId: known.some((track) => track.id === trackId) ? trackId : null,
    answers: Object.fromEntries(
      call.questions.flatMap(({ id }) => (answers[id] ? [[id, answers[id]]] : [])),
    ) as Record<string, string>,
  };
}

/** Whether anything of it would be another. */
function differs(proposal: Proposal, wanted: Awaited<ReturnType<typeof columnsOf>>): boolean {
  const { formatId, trackId, answers, topics, ...plain } = wanted;
  return (
    Object.entries(plain).some(([name, value]) => proposal[name as keyof typeof plain] !== value) ||
    formatId !== (proposal.format?.id ?? null) ||
    trackId !== (proposal.track?.id ?? null) ||
    topics.join("\n") !== proposal.topics.join("\n") ||
    !sameAnswers(answers, proposal.answers)
  );
}

function sameAnswers(a: Record<string, string>, b: Record<string, string>): boolean {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...ids].every((id) => (a[id] ?? "") === (b[id] ?? ""));
}
