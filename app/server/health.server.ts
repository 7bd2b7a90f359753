import type { ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import type { RawHandler } from "~/platform/http/raw.ts";

function answer(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
}

/** Alive: the process answers. Ready: it can also reach its database. */
const alive: RawHandler = async (_request, response) => answer(response, 200, { alive: true });

const ready: RawHandler = async (_request, response, _params, platform) => {
  try {
    await platform.db.execute(sql`select 1`);
    answer(response, 200, { ready: true });
  } catch (error) {
    platform.log.warn({ err: error }, "not ready");
    answer(response, 503, { ready: false });
  }
};

export const health = { alive, ready };
