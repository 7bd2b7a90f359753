import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people } from "#db/schema/index.ts";
import { requireViewer, type Viewer } from "~/people/viewer.server.ts";
import { once, type RequestArgs } from "~/platform/context.ts";
import { isUuid } from "~/platform/ids.ts";
import { maySeeFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import { findFestival } from "../festivals.server.ts";
import { maySeeProposal } from "./access.ts";
import type { Proposal } from "./proposal.ts";
import { findProposal } from "./proposals.server.ts";

type Args = RequestArgs & { params: { festival?: string; proposal?: string } };

export interface Proposing {
  viewer: Viewer;
  festival: Festival;
}

/** The festival of the address for somebody signed in who may see it. */
export async function requireProposing(args: Args): Promise<Proposing> {
  const viewer = await requireViewer(args);
  const festival = await festivalOf(args);
  if (!festival || !maySeeFestival(viewer, festival)) throw new Response("Not found", { status: 404 });
  return { viewer, festival };
}

/** The proposal of the address for its writers and its organisers; a co-speaker need not see the rest of the festival. */
export async function requireProposal(args: Args): Promise<Proposing & { proposal: Proposal }> {
  const viewer = await requireViewer(args);
  const festival = await festivalOf(args);
  const id = args.params.proposal ?? "";
  const proposal = festival && isUuid(id) ? await findProposal(args.context.db, festival.id, id) : null;
  if (!festival || !proposal || !maySeeProposal(viewer, festival, proposal))
    throw new Response("Not found", { status: 404 });
  return { viewer, festival, proposal };
}

const festivalOf = ({ params, context }: Args) => {
  const slug = params.festival ?? "";
  return once(context, `festival ${slug}`, () => findFestival(context.db, slug));
};

export interface Contact {
  name: string;
  email: string;
}

/** Whom somebody writes to about their proposal: the organisers of their own organisation, else those of the lead. */
export async function findContacts(
  db: Database,
  viewer: Viewer,
  { leadOrganisationId }: Pick<Festival, "leadOrganisationId">,
): Promise<Contact[]> {
  const near = viewer.organisationId ?? leadOrganisationId;
  const organisers = inArray(people.role, ["organiser", "admin"]);
  const rows = await db
    .select({ name: people.name, email: people.email, organisationId: people.organisationId })
    .from(people)
    .where(
      and(organisers, or(eq(people.organisationId, near), eq(people.organisationId, leadOrganisationId))),
    )
    .orderBy(asc(people.name));
  const own = rows.filter((row) => row.organisationId === near);
  const chosen = own.length > 0 ? own : rows;
  return chosen.slice(0, 3).map(({ name, email }) => ({ name, email }));
}
