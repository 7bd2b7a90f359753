import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "~/platform/context.ts";

/** In seconds; a database that is started again is usually there by then. */
const retryAfter = "5";

/** What a raw route answers while the database is away: a page in the reader's language, or JSON. */
export async function sayAway(request: IncomingMessage, response: ServerResponse, context: RequestContext) {
  context.databaseAway = true;
  const headers = { "Retry-After": retryAfter, "Cache-Control": "no-store" };
  if (request.headers.accept?.startsWith("application/json")) {
    response.writeHead(503, { ...headers, "Content-Type": "application/json; charset=utf-8" });
    response.end(JSON.stringify({ refused: "unavailable" }));
    return;
  }
  const { cookie = "", "accept-language": language = "" } = request.headers;
  const page = await context.makePage?.("/unavailable", { cookie, "accept-language": language });
  response.writeHead(503, { ...headers, "Content-Type": "text/html; charset=utf-8" });
  response.end(await page?.text());
}

/** Remix answers 500 to whatever a loader throws; where that is the database being away, it is one to come back for. */
export function answerAway(response: ServerResponse, context: RequestContext): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: []) => {
    if (!context.databaseAway || status < 500) return writeHead(status, ...rest);
    response.setHeader("Retry-After", retryAfter);
    response.setHeader("Cache-Control", "no-store");
    return writeHead(503, ...rest);
  }) as typeof response.writeHead;
}
