import { createHmac } from "node:crypto";
import { eq, lte, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rateLimits } from "#db/schema/index.ts";
import { type Instant, type IsoInstant, plus, type Temporal } from "./time.ts";

/** So many a window, counted for one subject: an address, a client. */
export interface Limit {
  name: string;
  most: number;
  window: Temporal.DurationLike;
}

export interface Taken {
  allowed: boolean;
  /** When the window ends and the next try is allowed. */
  retryAt: IsoInstant;
}

/** Counts one try in a single statement, so that parallel tries cannot slip past. */
export async function takeTry(db: Database, limit: Limit, key: string, now: Instant): Promise<Taken> {
  const expired = sql`${rateLimits.windowEndsAt} <= ${now.toString()}`;
  const windowEndsAt = plus(now, limit.window);
  const [row] = await db
    .insert(rateLimits)
    .values({ key, windowEndsAt, count: 1 })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${expired} then 1 else ${rateLimits.count} + 1 end`,
        windowEndsAt: sql`case when ${expired} then ${windowEndsAt}::timestamptz else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning();
  if (!row) throw new Error("a counted try came back without its row");
  if (row.count === 1) await forgetEndedWindows(db, now);
  return { allowed: row.count <= limit.most, retryAt: row.windowEndsAt };
}

/** Takes a try back that turned out to be none, e.g. a right code among guesses. */
export async function returnTry(db: Database, key: string): Promise<void> {
  await db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(eq(rateLimits.key, key));
}

/** The row a subject is counted in. Hashed with a key, so that neither addresses nor clients are kept. */
export function limitKey(limit: Limit, subject: string, secret: string): string {
  return `${limit.name}:${createHmac("sha256", secret).update(subject).digest("base64url")}`;
}

/** One client: an IPv4 address, or the /64 that one IPv6 customer has to choose addresses from. */
export function clientNetwork(ip: string): string {
  const mapped = ip.toLowerCase().match(/^(?:::|(?:0+:){5})ffff:(\d+\.\d+\.\d+\.\d+)$/)?.[1];
  if (mapped || !ip.includes(":")) return mapped ?? ip;
  const [head = "", tail] = ip.toLowerCase().split("%")[0]!.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

async function forgetEndedWindows(db: Database, now: Instant): Promise<void> {
  await db.delete(rateLimits).where(lte(rateLimits.windowEndsAt, now.toString()));
}
