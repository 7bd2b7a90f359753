import type { Database } from "#db/connect.ts";
import { readConfig } from "~/platform/config.ts";
import type { RequestContext } from "~/platform/context.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { Temporal } from "~/platform/time.ts";

export const origin = "http://localhost:3000";
export const testSecret = "a-secret-of-the-tests-0123456789";

export interface GivenContext extends Partial<RequestContext> {
  env?: Record<string, string>;
}

/** What the server gives a loader or an action, for one request. */
export function requestContext(db: Database, { env, ...given }: GivenContext = {}): RequestContext {
  return {
    db,
    config: readConfig({ PUBLIC_URL: origin, ...env }),
    ids: randomIds,
    now: () => Temporal.Now.instant(),
    log: createLog("silent"),
    uidDomain: "learn.example",
    secret: testSecret,
    nudge: () => {},
    requestId: "test",
    nonce: "test",
    clientIp: "203.0.113.7",
    memo: new Map(),
    ...given,
  };
}

interface Asked {
  cookie?: string;
  form?: Record<string, string | File>;
  params?: Record<string, string>;
  context?: GivenContext;
}

/** The arguments of a loader or, with a form, of an action. */
export function routeArgs(db: Database, path: string, { cookie, form, params = {}, context }: Asked = {}) {
  const headers = new Headers(cookie ? { cookie } : {});
  const request = new Request(
    origin + path,
    form ? { method: "POST", headers, body: formData(form) } : { headers },
  );
  return { request, params, context: requestContext(db, context) };
}

function formData(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** What a route answered, whether it returned or threw it: a Response's status, or that of Remix's `data()`. */
export async function answerOf(answer: Promise<unknown>): Promise<Answer> {
  const given = await answer.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (given instanceof Response) {
    return { status: given.status, headers: given.headers, data: null };
  }
  const { data, init } = (isData(given) ? given : { data: given, init: null }) as Wrapped;
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), data };
}

export interface Answer {
  status: number;
  headers: Headers;
  data: unknown;
}

interface Wrapped {
  data: unknown;
  init: ResponseInit | null;
}

const isData = (given: unknown): given is Wrapped =>
  typeof given === "object" && given !== null && "type" in given && given.type === "DataWithResponseInit";

/** The Cookie header that sends back what an answer set. */
export function cookieOf({ headers }: Pick<Answer, "headers">): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
