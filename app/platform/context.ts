import type { Database } from "#db/connect.ts";
import type { Config } from "./config.ts";
import type { FetchOptions } from "./http/fetch-public.server.ts";
import type { Ids } from "./ids.ts";
import type { Log } from "./log.server.ts";
import type { Instant } from "./time.ts";

/** What every request and job stands on; nothing of it knows who asks. */
export interface Platform {
  db: Database;
  config: Config;
  ids: Ids;
  now(): Instant;
  log: Log;
  /** Domain of every calendar UID, fixed at the first start. */
  uidDomain: string;
  /** Key for hashing short codes and signing; kept in the database. */
  secret: string;
  /** Asks the worker to look at due events and mail soon. Call after a commit, never inside a transaction. */
  nudge(): void;
  /** How addresses that people typed are fetched. Absent where a server runs, so that only public ones are. */
  outbound?: FetchOptions;
}

/** One request. */
export interface RequestContext extends Platform {
  /** Remix types its load context as open. */
  [key: string]: unknown;
  requestId: string;
  nonce: string;
  /** The client's address, as far as the server may believe it. */
  clientIp: string;
  /** The database could not be reached: the answer is one to come back for. */
  databaseAway?: boolean;
  /** Facts of this request, found once: the viewer, the reader. */
  memo: Map<string, Promise<unknown>>;
  /** Has Remix make the page of an address for a reader who sent these headers; for handlers that keep pages. */
  makePage?(path: string, headers: Record<string, string>): Promise<Response>;
}

export interface RequestArgs {
  request: Request;
  context: RequestContext;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
  /** What loaders and actions return is typed as single fetch sends it. */
  interface Future {
    v3_singleFetch: true;
  }
}

/** Finds a fact of this request once, however many loaders ask. */
export function once<T>(context: RequestContext, key: string, find: () => Promise<T>): Promise<T> {
  const known = context.memo.get(key) as Promise<T> | undefined;
  if (known) return known;
  const found = find();
  context.memo.set(key, found);
  return found;
}
