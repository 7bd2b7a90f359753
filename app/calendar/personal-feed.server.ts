import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, personalFeeds } from "#db/schema/index.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { hashSecret, type Ids } from "~/platform/ids.ts";
import { product } from "~/platform/product.ts";
import { dateIn, type Instant, type IsoInstant, Temporal } from "~/platform/time.ts";
import { entryOf } from "./entry.ts";
import { type Feed, type FeedPlatform, sourceOf } from "./feeds.server.ts";
import { listMySessions, type MySession } from "./my-sessions.server.ts";
import { isShown, windowAt } from "./window.ts";
import { localeOf } from "./words.ts";

export interface Subscription {
  id: string;
  name: string;
  createdAt: IsoInstant;
  lastUsedAt: IsoInstant | null;
}

/** More links than anybody uses; without a limit a script could fill the table. */
export const mostSubscriptions = 20;

export type Minted = { ok: true; path: string } | { ok: false; reason: "too-many" };

/** Makes a secret address of a person's agenda. It is in this answer and nowhere else: only its hash is kept. */
export async function mintFeed(
  db: Database,
  { personId, name }: { personId: string; name: string },
  { ids, now }: { ids: Ids; now: Instant },
): Promise<Minted> {
  return db.transaction(async (tx) => {
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update");
    const [row] = await tx
      .select({ active: count() })
      .from(personalFeeds)
      .where(and(eq(personalFeeds.personId, personId), isNull(personalFeeds.revokedAt)));
    if ((row?.active ?? 0) >= mostSubscriptions) return { ok: false, reason: "too-many" };
    const token = ids.secret();
    await tx.insert(personalFeeds).values({
      id: ids.uuid(),
      personId,
      name,
      tokenHash: hashSecret(token),
      createdAt: now.toString(),
    });
    return { ok: true, path: `/calendar/${token}.ics` };
  });
}

/** The links that work, newest first. */
export async function listSubscriptions(db: Database, personId: string): Promise<Subscription[]> {
  return db
    .select({
      id: personalFeeds.id,
      name: personalFeeds.name,
      createdAt: personalFeeds.createdAt,
      lastUsedAt: personalFeeds.lastUsedAt,
    })
    .from(personalFeeds)
    .where(and(eq(personalFeeds.personId, personId), isNull(personalFeeds.revokedAt)))
    .orderBy(desc(personalFeeds.createdAt), desc(personalFeeds.id));
}

/** Ends a link of this person's; of another's, or again, it does nothing. */
export async function revokeFeed(
  db: Database,
  { personId, feedId }: { personId: string; feedId: string },
  now: Instant,
): Promise<void> {
  await db
    .update(personalFeeds)
    .set({ revokedAt: now.toString() })
    .where(
      and(
        eq(personalFeeds.id, feedId),
        eq(personalFeeds.personId, personId),
        isNull(personalFeeds.revokedAt),
      ),
    );
}

/** The agenda behind a secret, or null for one that is unknown or revoked. What its owner may see is asked anew. */
export async function openPersonalFeed(
  platform: FeedPlatform,
  token: string,
): Promise<Pick<Feed, "head" | "entries" | "lastModified"> | null> {
  const { db } = platform;
  const owner = await findOwner(db, token);
  if (!owner) return null;
  const now = platform.now();
  await noteUse(db, owner, now);
  const window = windowAt(now);
  const mine = await listMySessions(db, owner, now, { endsAfter: window.from, startsBefore: window.until });
  const shown = mine.filter(
    ({ session, part }) =>
      isShown(session, window) && (owner.includeWaiting || part === "gives" || part === "attends"),
  );
  const source = sourceOf(platform, localeOf(owner.language, owner.homeLanguage));
  const { t } = getText(localeOf(owner.language, owner.homeLanguage));
  const entries = shown.map(({ session, part }) =>
    entryOf(session, source, { busy: true, pending: pendingOf(part) }),
  );
  const changes = shown.flatMap(({ session, signedAt }) => [
    session.updatedAt,
    signedAt ?? session.updatedAt,
  ]);
  return {
    head: { name: t("calendar.feed.personalName", { product: product.name }), colour: null },
    entries: async () => entries,
    lastModified: latest([owner.createdAt, ...changes]),
  };
}

/** What is not theirs yet stands in a calendar as tentative, and leaves them free. */
function pendingOf(part: MySession["part"]) {
  if (part === "offered") return part;
  return part === "waits" || part === "passed-over" ? "waiting" : null;
}

type Owner = NonNullable<Awaited<ReturnType<typeof findOwner>>>;

async function findOwner(db: Database, token: string) {
  const [owner] = await db
    .select({
      feedId: personalFeeds.id,
      createdAt: personalFeeds.createdAt,
      lastUsedAt: personalFeeds.lastUsedAt,
      includeWaiting: personalFeeds.includeWaiting,
      personId: people.id,
      organisationId: people.organisationId,
      role: people.role,
      language: people.language,
      homeLanguage: organisations.language,
    })
    .from(personalFeeds)
    .innerJoin(people, eq(people.id, personalFeeds.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(personalFeeds.tokenHash, hashSecret(token)), isNull(personalFeeds.revokedAt)));
  return owner ?? null;
}

/** The day of the last use is all that is shown, so one write a day is enough. */
async function noteUse(db: Database, { feedId, lastUsedAt }: Owner, now: Instant): Promise<void> {
  if (lastUsedAt && dateIn(Temporal.Instant.from(lastUsedAt), "UTC") === dateIn(now, "UTC")) return;
  await db.update(personalFeeds).set({ lastUsedAt: now.toString() }).where(eq(personalFeeds.id, feedId));
}

function latest(instants: IsoInstant[]): IsoInstant {
  return (
    instants
      .map((instant) => Temporal.Instant.from(instant))
      .sort(Temporal.Instant.compare)
      .at(-1)
      ?.toString() ?? ""
  );
}
