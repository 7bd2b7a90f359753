import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "#db/connect.ts";
import { leftToRemix } from "~/platform/http/raw.ts";
import type { Instant } from "~/platform/time.ts";
import { rawRoutes } from "~/raw-routes.ts";
import { compileRoutes, matchRaw } from "~/server/raw.ts";
import { requestContext } from "./requests.ts";

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface RawServer {
  get(path: string, headers?: Record<string, string>, method?: string): Promise<RawAnswer>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<RawAnswer>;
}

/** The raw routes over real HTTP, nothing decompressed; what is left to Remix is a 501. */
export function rawServer(db: () => Database, now: () => Instant): RawServer {
  const routes = compileRoutes(rawRoutes);
  const server = createServer(async (incoming, response) => {
    const found = matchRaw(routes, incoming);
    const context = requestContext(db(), { now });
    try {
      const answer = found && (await found.route.handler(incoming, response, found.params, context));
      if (!found || answer === leftToRemix) response.writeHead(501).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => new Promise<unknown>((resolve) => server.close(resolve)));
  const send = (path: string, method: string, headers: Record<string, string>, body = "") =>
    new Promise<RawAnswer>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ port, host: "127.0.0.1", path, headers, method, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on("error", reject)
        .end(body);
    });
  return {
    get: (path, headers = {}, method = "GET") => send(path, method, headers),
    post: (path, form, headers = {}) => {
      const body = new URLSearchParams(form).toString();
      const type = "application/x-www-form-urlencoded;charset=UTF-8";
      const length = String(Buffer.byteLength(body));
      return send(path, "POST", { "content-type": type, "content-length": length, ...headers }, body);
    },
  };
}
