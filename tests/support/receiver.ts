import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { FetchOptions } from "~/platform/http/fetch-public.server.ts";

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** Stands for a chat on this machine. `answer` says how it answers the next request; `hold` has it wait. */
export function testReceiver() {
  const received: Received[] = [];
  let answer: { status: number; headers?: Record<string, string> } = { status: 200 };
  let held: Promise<void> | undefined;
  let port = 0;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ path: request.url ?? "", headers: request.headers, body: JSON.parse(body) });
    await held;
    response.writeHead(answer.status, answer.headers).end("ok");
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    received.length = 0;
    answer = { status: 200 };
    held = undefined;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    received,
    address: (path = "/hooks/a-secret-of-forty-letters-and-a-few-more-wxyz") =>
      `http://chat.example:${port}${path}`,
    answers: (status: number, headers?: Record<string, string>) => {
      answer = { status, headers };
    },
    /** Until the function it gives is called, nothing is answered. */
    hold: () => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

/** Lets what is fetched reach a receiver on this machine, by plain http; nothing but a test can ask for this. */
export const toThisMachine: FetchOptions = {
  rules: { protocols: ["http:"], ports: null, isAllowed: () => true },
  resolve: async () => [{ address: "127.0.0.1", family: 4 }],
};
