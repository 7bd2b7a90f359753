import { and, asc, eq, exists, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  formats,
  organisationLogos,
  organisations,
  type ProposalStatus,
  people,
  proposalSpeakers,
  proposals,
  tracks,
} from "#db/schema/index.ts";
import type { Proposal, ProposalSpeaker } from "./proposal.ts";

export interface ProposalFilter {
  ids?: string[];
  statuses?: ProposalStatus[];
  /** Of this host. */
  organisationId?: string;
  /** What this person proposed, and what they are asked or agreed to give with somebody. */
  involving?: { personId: string; email: string };
}

/** The proposals of a festival, in the order in which they came in; drafts, which are their writers' own, only when asked for. */
export async function listProposals(
  db: Database,
  festivalId: string,
  filter: ProposalFilter = {},
): Promise<Proposal[]> {
  return load(db, and(eq(proposals.festivalId, festivalId), ...conditions(db, filter)));
}

/** One proposal of a festival, also a draft: who may see it is for the caller to ask. */
export async function findProposal(db: Database, festivalId: string, id: string): Promise<Proposal | null> {
  const found = await load(db, and(eq(proposals.festivalId, festivalId), eq(proposals.id, id)));
  return found[0] ?? null;
}

function conditions(db: Database, { ids, statuses, organisationId, involving }: ProposalFilter) {
  const named = (who: NonNullable<typeof involving>) =>
    db
      .select({ id: proposalSpeakers.id })
      .from(proposalSpeakers)
      .where(
        and(
          eq(proposalSpeakers.proposalId, proposals.id),
          or(eq(proposalSpeakers.personId, who.personId), eq(proposalSpeakers.email, who.email)),
        ),
      );
  return [
    ids && inArray(proposals.id, ids),
    statuses ? inArray(proposals.status, statuses) : involving ? undefined : ne(proposals.status, "draft"),
    organisationId ? eq(proposals.organisationId, organisationId) : undefined,
    involving && or(eq(proposals.proposedBy, involving.personId), exists(named(involving))),
  ];
}

async function load(db: Database, condition: SQL | undefined): Promise<Proposal[]> {
  const rows = await db
    .select({
      proposal: proposals,
      proposer: { id: people.id, name: people.name, email: people.email },
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        colour: organisations.colour,
        logo: organisationLogos.organisationId,
      },
      format: {
        id: formats.id,
        name: formats.name,
        kind: formats.kind,
        durationMinutes: formats.durationMinutes,
      },
      track: { id: tracks.id, name: tracks.name, colour: tracks.colour },
    })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.proposedBy))
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(organisationLogos, eq(organisationLogos.organisationId, organisations.id))
    .leftJoin(formats, eq(formats.id, proposals.formatId))
    .leftJoin(tracks, eq(tracks.id, proposals.trackId))
    .where(condition)
    .orderBy(asc(proposals.submittedAt), asc(proposals.createdAt), asc(proposals.id));
  const speakers = await speakersOf(
    db,
    rows.map(({ proposal }) => proposal.id),
  );
  return rows.map(({ proposal, organisation: { logo, ...organisation }, ...names }) => {
    const { organisationId, proposedBy, formatId, trackId, decidedBy, ...own } = proposal;
    return {
      ...own,
      ...names,
      organisation: { ...organisation, hasLogo: logo !== null },
      speakers: speakers.get(proposal.id) ?? [],
    };
  });
}

async function speakersOf(db: Database, ids: string[]): Promise<Map<string, ProposalSpeaker[]>> {
  const found = new Map<string, ProposalSpeaker[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({ row: proposalSpeakers, person: { id: people.id, name: people.name } })
    .from(proposalSpeakers)
    // A guest who came here since is known by their address.
    .leftJoin(
      people,
      or(
        eq(people.id, proposalSpeakers.personId),
        and(isNull(proposalSpeakers.personId), eq(people.email, proposalSpeakers.email)),
      ),
    )
    .where(inArray(proposalSpeakers.proposalId, ids))
    .orderBy(asc(proposalSpeakers.position), asc(proposalSpeakers.id));
  for (const { row, person } of rows) {
    const { proposalId, position, tokenHash, personId, name, ...rest } = row;
    const known = row.status === "agreed" ? person : null;
    const speaker = { ...rest, personId: known?.id ?? null, name: known?.name || name || row.email };
    found.set(proposalId, [...(found.get(proposalId) ?? []), speaker]);
  }
  return found;
}
