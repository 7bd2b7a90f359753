import { redirect } from "@remix-run/node";
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { logins, organisations, people, type Role } from "#db/schema/index.ts";
import { once, type RequestArgs } from "~/platform/context.ts";
import type { Instant } from "~/platform/time.ts";
import { readLoginToken } from "./login-cookie.ts";
import { loginPath } from "./login-path.ts";

/** The person who asks. Without an organisation until a domain or an invitation gives one. */
export interface Viewer {
  personId: string;
  name: string;
  email: string;
  organisationId: string | null;
  organisationSlug: string | null;
  role: Role;
  language: string | null;
  timeZone: string | null;
}

/**
 * Who is signed in, asked of the database once a request: a sign-out or a new role counts from the next
 * request on, on every device (docs/decisions/0011-logins-are-looked-up.md).
 */
export function findViewer({ request, context }: RequestArgs): Promise<Viewer | null> {
  return once(context, "viewer", async () => {
    const token = readLoginToken(request.headers.get("cookie"), context.secret);
    return token ? findViewerByToken(context.db, token, context.now()) : null;
  });
}

/** The viewer, or a redirect to the login page that leads back here. */
export async function requireViewer(args: RequestArgs): Promise<Viewer> {
  const viewer = await findViewer(args);
  if (!viewer) throw redirect(loginPath(args.request));
  return viewer;
}

/**
 * The answer about something that a viewer may not know of: a stranger who followed a link of a mail signs in
 * first, anybody else finds nothing there.
 */
export function notForYou({ request }: Pick<RequestArgs, "request">, viewer: Viewer | null): Response {
  return viewer ? new Response("Not found", { status: 404 }) : redirect(loginPath(request));
}

export async function findViewerByToken(db: Database, token: string, now: Instant): Promise<Viewer | null> {
  return (await findViewersByTokens(db, [token], now)).get(token) ?? null;
}

/** Who is signed in with these tokens, in one query however many they are. */
export async function findViewersByTokens(
  db: Database,
  tokens: readonly string[],
  now: Instant,
): Promise<Map<string, Viewer>> {
  if (tokens.length === 0) return new Map();
  const rows = await db
    .select({
      token: logins.token,
      viewer: {
        personId: people.id,
        name: people.name,
        email: people.email,
        organisationId: people.organisationId,
        organisationSlug: organisations.slug,
        role: people.role,
        language: people.language,
        timeZone: people.timeZone,
      },
    })
    .from(logins)
    .innerJoin(people, eq(people.id, logins.userId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(inArray(logins.token, [...tokens]), gt(logins.expiresAt, new Date(now.epochMilliseconds))));
  return new Map(rows.map((row) => [row.token, row.viewer]));
}
