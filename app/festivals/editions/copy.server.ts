import { eq, like } from "drizzle-orm";
import { constraintOf, type Database } from "#db/connect.ts";
import { festivalHosts, festivals } from "#db/schema/index.ts";
import { slugOf } from "~/platform/text.ts";
import { Temporal } from "~/platform/time.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import { acceptedHosts, type Festival } from "../festival.ts";
import { inviteHost } from "../hosting/hosts.server.ts";
import { lockFestival } from "../hosting/locks.server.ts";
import type { FestivalRow, ReleaseDeps } from "../releases/write.server.ts";
import { freeSlug } from "../slug.ts";
import type { Lead } from "./cancel.server.ts";
import type { CopyWish } from "./copy-form.ts";
import { copyIdeas, copyParts } from "./copy-parts.server.ts";
import { nameOf, yearLater } from "./shift.ts";

export type Copied =
  | { ok: true; slug: string; already: boolean }
  | { ok: false; reason: "forbidden" | "slug-taken" };

type Deps = Pick<ReleaseDeps, "now" | "ids">;

/** What the page asks, filled in: about a year later on the same weekdays, at an address that is free. */
export async function suggestCopy(db: Database, festival: Festival) {
  const startsOn = yearLater(festival.startsOn);
  const { year } = Temporal.PlainDate.from(startsOn);
  const name = nameOf(festival.name, year);
  const base = slugOf(`${festival.slug.replace(/-20\d\d$/, "").slice(0, 50)}-${year}`);
  const rows = await db
    .select({ slug: festivals.slug })
    .from(festivals)
    .where(like(festivals.slug, `${base.slice(0, 55)}%`));
  const taken = new Set(rows.map((row) => row.slug));
  return {
    name,
    slug: freeSlug(base, (slug) => taken.has(slug)),
    startsOn,
    endsOn: yearLater(festival.endsOn),
  };
}

/**
 * A new draft with all that can be used again: rooms, tracks, formats, questions, words and levels. The other hosts
 * are asked anew, with their mails, only when the wish says so. The same wish again finds what it made.
 */
export async function copyFestival(
  db: Database,
  viewer: Lead,
  festival: Festival,
  wish: CopyWish,
  deps: Deps,
): Promise<Copied> {
  try {
    return await inTransaction(db, (tx) => copyLocked(tx, viewer, festival, wish, deps));
  } catch (error) {
    if (constraintOf(error) === "festivals_slug_unique") return { ok: false, reason: "slug-taken" };
    throw error;
  }
}

async function copyLocked(
  tx: Database,
  viewer: Lead,
  festival: Festival,
  wish: CopyWish,
  { now, ids }: Deps,
): Promise<Copied> {
  const source = await lockFestival(tx, festival.id);
  if (!mayLeadFestival(viewer, source)) return { ok: false, reason: "forbidden" };
  const [standing] = await tx.select().from(festivals).where(eq(festivals.slug, wish.slug));
  if (standing) {
    const same = standing.copiedFromId === source.id && standing.startsOn === wish.startsOn;
    return same ? { ok: true, slug: wish.slug, already: true } : { ok: false, reason: "slug-taken" };
  }
  const id = ids.uuid();
  const { personId } = viewer;
  const at = now.toString();
  await tx.insert(festivals).values({
    ...inherited(source),
    ...datesOf(wish),
    id,
    createdBy: personId,
    createdAt: at,
    updatedAt: at,
  });
  const accepted = {
    status: "accepted" as const,
    invitedBy: personId,
    invitedAt: at,
    decidedBy: personId,
    decidedAt: at,
  };
  await tx
    .insert(festivalHosts)
    .values({ festivalId: id, organisationId: source.leadOrganisationId, ...accepted });
  await recordDecision(tx, {
    festivalId: id,
    kind: "created",
    by: viewer,
    facts: { from: source.name },
    now,
  });
  const copying = { from: source.id, to: id, personId, now, ids };
  const trackOf = await copyParts(tx, copying);
  if (wish.sessions) await copyIdeas(tx, copying, trackOf);
  if (wish.hosts === "ask") {
    const others = acceptedHosts(festival).filter((host) => host.id !== source.leadOrganisationId);
    for (const { id: organisationId } of others)
      await inviteHost(tx, viewer, { id }, { organisationId, message: wish.message }, { now });
  }
  return { ok: true, slug: wish.slug, already: false };
}

const datesOf = ({ name, slug, startsOn, endsOn }: CopyWish) => ({ name, slug, startsOn, endsOn });

/** What the next edition takes from this one; when things open and close is asked anew. */
function inherited(source: FestivalRow) {
  const { theme, outcome, timeZone, language, visibility, signupMode } = source;
  const { callText, conflictLevels, travelMinutes, leadOrganisationId } = source;
  return {
    ...{ theme, outcome, timeZone, language, visibility, signupMode },
    ...{ callText, conflictLevels, travelMinutes, leadOrganisationId },
    status: "draft" as const,
    copiedFromId: source.id,
  };
}
