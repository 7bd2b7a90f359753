import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createPageMaker } from "@remix-run/node";
import express, { type Express } from "express";
import { isDatabaseAway, projectRoot } from "#db/connect.ts";
import type { Config } from "~/platform/config.ts";
import type { RequestContext } from "~/platform/context.ts";
import { leftToRemix } from "~/platform/http/raw.ts";
import { isSecretPath, safePath } from "~/platform/log.server.ts";
import { rawRoutes } from "../raw-routes.ts";
import { answerAway, sayAway } from "./away.server.ts";
import { clientAddress } from "./client-address.ts";
import { guard, isReadablePath, ownOrigins } from "./guard.ts";
import { secretHeaders, securityHeaders } from "./headers.ts";
import { compileRoutes, matchRaw } from "./raw.ts";
import { running } from "./running.server.ts";

export { writeSeed } from "./seed.server.ts";
export { startUp } from "./start-up.server.ts";

type Next = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const raw = compileRoutes(rawRoutes);

/** One request, from the socket to the answer: guard, log, raw routes, static files, Remix. */
export async function handle(request: IncomingMessage, response: ServerResponse, viteMiddlewares?: Next) {
  const state = running();
  const { platform } = state;
  const context: RequestContext = {
    ...platform,
    requestId: randomUUID(),
    nonce: randomBytes(16).toString("base64"),
    clientIp: clientAddress(request, platform.config.trustProxy),
    memo: new Map(),
    makePage: (path, headers) => makePage(path, headers, context),
  };
  context.log = platform.log.child({ request: context.requestId });
  logWhenDone(request, response, context);
  response.setHeader("X-Request-Id", context.requestId);
  for (const [name, value] of securityHeaders(platform.config, {
    nonce: context.nonce,
    dev: state.dev,
    url: request.url ?? "/",
  }))
    response.setHeader(name, value);
  if (isSecretPath(request.url ?? "/"))
    for (const [name, value] of secretHeaders) response.setHeader(name, value);

  const origins = originsOf(platform.config);
  const verdict = guard(request.method ?? "GET", request.headers, origins);
  if (!verdict.pass && !isProbe(request)) return refuse(response, verdict.status, verdict.reason, context);
  if (!isReadablePath(request.url ?? "/")) return refuse(response, 400, "address", context);
  const tooLarge = bodyProblem(request);
  if (tooLarge) return refuse(response, tooLarge.status, tooLarge.reason, context);
  // Remix compares Origin with these two itself and would answer 500; the guard has already decided. Only a
  // form's Origin has been looked at: a page may be asked for from anywhere.
  delete request.headers["x-forwarded-host"];
  const { origin } = request.headers;
  if (origin && origins.has(origin)) request.headers.host = new URL(origin).host;

  try {
    const found = matchRaw(raw, request);
    if (found && (state.rawSignups || !found.route.methods.includes("POST"))) {
      const answer = await found.route.handler(request, response, found.params, context);
      if (answer !== leftToRemix) return;
    }
    if (viteMiddlewares) return viteMiddlewares(request, response, () => remix(context, request, response));
    remix(context, request, response);
  } catch (error) {
    context.log.error({ err: error }, "raw route failed");
    if (response.headersSent) response.destroy();
    else if (isDatabaseAway(error)) await sayAway(request, response, context);
    else refuse(response, 500, "error", context);
  }
}

const known = new WeakMap<Config, Set<string>>();

function originsOf(config: Config): Set<string> {
  const origins = known.get(config) ?? ownOrigins(config);
  known.set(config, origins);
  return origins;
}

const largestBody = 8 * 1024 * 1024;

/** Forms say how long they are and are not longer than the largest upload. */
function bodyProblem({ headers }: IncomingMessage): { status: number; reason: string } | null {
  if (headers["transfer-encoding"] !== undefined) return { status: 411, reason: "length missing" };
  if (Number(headers["content-length"] ?? 0) > largestBody) return { status: 413, reason: "too large" };
  return null;
}

/** Probes ask by the machine's address; they learn nothing but that it is up. */
const isProbe = (request: IncomingMessage) => /^\/(healthz|readyz)$/.test(request.url ?? "");

let app: Express | undefined;

function remix(context: RequestContext, request: IncomingMessage, response: ServerResponse) {
  Object.assign(request, { percolate: context });
  answerAway(response, context);
  app ??= createApp();
  app(request, response);
}

let pageMaker: ReturnType<typeof createPageMaker> | undefined;

/** A page as Remix answers it, for a handler that keeps its bytes. */
async function makePage(path: string, headers: Record<string, string>, context: RequestContext) {
  pageMaker ??= createPageMaker(await import("virtual:remix/server-build"), process.env.NODE_ENV);
  return pageMaker(new Request(new URL(path, context.config.publicUrl), { headers }), context);
}

function createApp(): Express {
  const app = express();
  app.disable("x-powered-by");
  const client = join(projectRoot(), "build/client");
  app.use(
    "/assets",
    express.static(join(client, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use(express.static(client, { maxAge: "1h", index: false, redirect: false }));
  app.all(
    "*",
    createRequestHandler({
      build: () => import("virtual:remix/server-build"),
      getLoadContext: (request) => (request as unknown as { percolate: RequestContext }).percolate,
    }),
  );
  return app;
}

function refuse(response: ServerResponse, status: number, reason: string, context: RequestContext) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${status} (${reason}). Request ${context.requestId}\n`);
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, context: RequestContext) {
  const started = performance.now();
  response.once("close", () => {
    const changed = request.method !== "GET" && request.method !== "HEAD";
    if (changed) context.nudge();
    context.log[response.statusCode >= 500 ? "error" : changed ? "info" : "debug"](
      {
        method: request.method,
        path: safePath(request.url ?? "/"),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      },
      "answered",
    );
  });
}
