import { and, eq, isNotNull, like } from "drizzle-orm";
import { constraintOf, type Database } from "#db/connect.ts";
import { ballots, festivalHosts, festivals } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import { slugOf } from "~/platform/text.ts";
import { type Instant, instantOf } from "~/platform/time.ts";
import { mayCreateFestival, mayLeadFestival } from "./access.ts";
import { recordDecision } from "./decisions.server.ts";
import type { Festival } from "./festival.ts";
import type { FestivalFields, SettingsFields } from "./festival-form.ts";
import { lockFestival } from "./hosting/locks.server.ts";
import { freeSlug } from "./slug.ts";

type Asking = Standing & { personId: string };

export type FestivalSaved =
  | { ok: true; slug: string }
  | { ok: false; reason: "forbidden" | "slug-taken" | "allocated" };

/** A new draft, led by the viewer's organisation. Without a slug it gets one made from its name. */
export async function createFestival(
  db: Database,
  viewer: Asking,
  { slug: wanted, ...fields }: FestivalFields,
  { now, ids }: { now: Instant; ids: Ids },
): Promise<FestivalSaved> {
  if (!mayCreateFestival(viewer)) return { ok: false, reason: "forbidden" };
  const lead = viewer.organisationId;
  const at = now.toString();
  return unlessTaken(() =>
    db.transaction(async (tx) => {
      const slug = wanted ?? (await freeSlugFor(tx, fields.name));
      const id = ids.uuid();
      await tx.insert(festivals).values({
        ...fields,
        id,
        slug,
        status: "draft",
        leadOrganisationId: lead,
        createdBy: viewer.personId,
        createdAt: at,
        updatedAt: at,
      });
      await tx.insert(festivalHosts).values({
        festivalId: id,
        organisationId: lead,
        status: "accepted",
        invitedBy: viewer.personId,
        invitedAt: at,
        decidedBy: viewer.personId,
        decidedAt: at,
      });
      await recordDecision(tx, { festivalId: id, kind: "created", by: viewer, now });
      return slug;
    }),
  );
}

/** Changes what the lead may change, but for asking for wishes again once the seats are given by them. Once it is no draft any more its address stays, because others link to it. */
export async function changeSettings(
  db: Database,
  viewer: Asking,
  festival: Festival,
  { slug: wanted, signupOpens, signupCloses, ...fields }: SettingsFields,
  { now }: { now: Instant },
): Promise<FestivalSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const slug = festival.status === "draft" ? (wanted ?? festival.slug) : festival.slug;
  const instant = (local?: string) => (local ? instantOf(local, fields.timeZone).toString() : null);
  const set = {
    ...fields,
    slug,
    signupOpensAt: instant(signupOpens),
    signupClosesAt: instant(signupCloses),
    updatedAt: now.toString(),
  };
  const festivalId = festival.id;
  return unlessTaken(() =>
    db.transaction(async (tx) => {
      const before = await lockFestival(tx, festivalId);
      const wishes = set.signupMode === "ballot" && before.signupMode !== "ballot";
      if (wishes && (await areSeatsGiven(tx, festivalId))) return null;
      await tx.update(festivals).set(set).where(eq(festivals.id, festivalId));
      const mode = set.signupMode ?? before.signupMode;
      if (mode !== before.signupMode) {
        const facts = { mode };
        await recordDecision(tx, { festivalId, kind: "signup-mode", by: viewer, facts, now });
      }
      return slug;
    }),
  );
}

/** Whether wishes were asked for and the seats given by them: that happens once a festival. */
async function areSeatsGiven(tx: Database, festivalId: string): Promise<boolean> {
  const given = and(eq(ballots.festivalId, festivalId), isNotNull(ballots.allocatedAt));
  return (await tx.$count(ballots, given)) > 0;
}

async function freeSlugFor(tx: Database, name: string): Promise<string> {
  const base = slugOf(name) || "festival";
  const rows = await tx
    .select({ slug: festivals.slug })
    .from(festivals)
    .where(like(festivals.slug, `${base.slice(0, 55)}%`));
  const taken = new Set(["new", ...rows.map((row) => row.slug)]);
  return freeSlug(base, (slug) => taken.has(slug));
}

async function unlessTaken(save: () => Promise<string | null>): Promise<FestivalSaved> {
  try {
    const slug = await save();
    return slug === null ? { ok: false, reason: "allocated" } : { ok: true, slug };
  } catch (error) {
    if (constraintOf(error) === "festivals_slug_unique") return { ok: false, reason: "slug-taken" };
    throw error;
  }
}
