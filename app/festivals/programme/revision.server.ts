import { sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sharing } from "~/platform/sharing.ts";

export interface Revision {
  revision: string;
  /** Seats left, in the order of the programme, with commas between; empty where everybody fits. */
  seats: string;
}

const questions = new WeakMap<Database, (slug: string) => Promise<Revision | null>>();

/** One question at a time for each festival, however many wait for the answer. */
export function askRevision(db: Database): (slug: string) => Promise<Revision | null> {
  const known = questions.get(db) ?? sharing((slug) => findRevision(db, slug));
  questions.set(db, known);
  return known;
}

/**
 * Every visible change of a session raises its SEQUENCE; names of organisations, rooms and tracks stand in rows of
 * their own. Seats change too often to be part of it: they come along, in the order of the items.
 */
async function findRevision(db: Database, slug: string): Promise<Revision | null> {
  const rows = await db.execute(sql`
    with f as (select * from festivals where slug = ${slug}),
    s as (
      select count(*) as count, sum(sequence) as sequences, max(updated_at) as changed,
        string_agg(coalesce((capacity - seats_taken)::text, ''), ',' order by starts_at, number) as seats
      from sessions where festival_id = (select id from f)
    ),
    used as (
      select distinct organisation_id, room_id, track_id from sessions where festival_id = (select id from f)
    )
    select coalesce(s.seats, '') as seats, md5(jsonb_build_array(
      to_jsonb(f) - 'draft_revision',
      (select jsonb_agg(to_jsonb(e) - 'draft_revision' order by e.id) from festivals e
        where e.copied_from_id = f.id or e.id = f.copied_from_id),
      s.count, s.sequences, s.changed,
      (select jsonb_agg(jsonb_build_array(o.id, o.slug, o.name, o.colour, h.status, h.invited_at, l.updated_at) order by o.id)
        from organisations o
        left join festival_hosts h on h.organisation_id = o.id and h.festival_id = f.id
        left join organisation_logos l on l.organisation_id = o.id
        where h.status is not null or o.id in (select organisation_id from used)),
      (select jsonb_agg(jsonb_build_array(r.*, v.*, fr.position) order by r.id)
        from rooms r
        join venues v on v.id = r.venue_id
        left join festival_rooms fr on fr.room_id = r.id and fr.festival_id = f.id
        where fr.position is not null or r.id in (select room_id from used)),
      (select jsonb_agg(to_jsonb(t.*) order by t.id) from tracks t where t.festival_id = f.id)
    )::text) as revision
    from f, s`);
  const [row] = (Array.isArray(rows) ? rows : (rows as unknown as { rows: unknown[] }).rows) as Revision[];
  return row ?? null;
}
