import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FetchOptions, fetchPublic, type Resolve } from "./fetch-public.server.ts";
import { isPublicAddress } from "./public-address.ts";

/** A receiver on this machine, which only these rules let through. */
let server: Server;
let port: number;
const met: { method: string; path: string; body: string }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    met.push({ method: request.method ?? "", path: request.url ?? "", body });
    if (request.url === "/redirect") return response.writeHead(302, { location: "/secret" }).end();
    if (request.url === "/silent") return;
    if (request.url === "/endless") {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x".repeat(10_000)), 1);
      response.on("close", () => clearInterval(timer));
      return;
    }
    response.writeHead(request.url === "/busy" ? 429 : 200, { "retry-after": "7" }).end("ok");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here: Resolve = async () => [{ address: "127.0.0.1", family: 4 }];
const open: FetchOptions = {
  rules: { protocols: ["http:"], ports: null, isAllowed: () => true },
  resolve: here,
};
const at = (path: string) => `http://hooks.example.org:${port}${path}`;

test("sends and brings the answer, whatever its status", async () => {
  const sent = await fetchPublic(at("/post"), { method: "POST", body: "é" }, open);
  expect(sent).toMatchObject({ ok: true, status: 200 });
  expect(met.at(-1)).toEqual({ method: "POST", path: "/post", body: "é" });
  const busy = await fetchPublic(at("/busy"), {}, open);
  expect(busy).toMatchObject({ ok: true, status: 429, headers: { "retry-after": "7" } });
});

test("follows no redirect", async () => {
  const before = met.length;
  expect(await fetchPublic(at("/redirect"), {}, open)).toMatchObject({ ok: true, status: 302 });
  expect(met.slice(before).map(({ path }) => path)).toEqual(["/redirect"]);
});

test("gives up in time", async () => {
  const answer = await fetchPublic(at("/silent"), {}, { ...open, timeoutMs: 100 });
  expect(answer).toEqual({ ok: false, fault: "timeout" });
});

test("gives up on a name that resolves to nothing in time", async () => {
  const never: Resolve = () => new Promise(() => {});
  const answer = await fetchPublic(at("/"), {}, { ...open, resolve: never, timeoutMs: 100 });
  expect(answer).toEqual({ ok: false, fault: "timeout" });
});

test("reads no more than it is told to", async () => {
  const cut = await fetchPublic(at("/endless"), {}, { ...open, maxBytes: 25_000 });
  expect(cut.ok && cut.body.length).toBe(25_000);
  const refused = await fetchPublic(at("/endless"), {}, { ...open, maxBytes: 25_000, whenLarger: "refuse" });
  expect(refused).toEqual({ ok: false, fault: "too-large" });
});

const strict: FetchOptions = { rules: { protocols: ["http:"], ports: null, isAllowed: isPublicAddress } };

test.each([
  ["one address, not public", ["127.0.0.1"]],
  ["a public one and one that is not", ["1.1.1.1", "10.0.0.1"]],
  ["an IPv6 spelling", ["::ffff:127.0.0.1"]],
])("meets nobody when a name leads to %s", async (_, addresses) => {
  const before = met.length;
  const resolve: Resolve = async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  expect(await fetchPublic(at("/"), {}, { ...strict, resolve })).toEqual({ ok: false, fault: "private" });
  expect(met.length).toBe(before);
});

test("a name is resolved once, by the connection itself, so it cannot change its mind between check and use", async () => {
  const answers = ["127.0.0.1", "127.0.0.2"];
  let asked = 0;
  const rebinding: Resolve = async () => [{ address: answers[Math.min(asked++, 1)]!, family: 4 }];
  const rules = {
    protocols: ["http:"],
    ports: null,
    isAllowed: (address: string) => address === "127.0.0.1",
  };
  const first = await fetchPublic(at("/"), {}, { rules, resolve: rebinding });
  expect(first).toMatchObject({ ok: true, status: 200 });
  expect(asked).toBe(1);
  const second = await fetchPublic(at("/"), {}, { rules, resolve: rebinding });
  expect(second).toEqual({ ok: false, fault: "private" });
});

test("an address in place of a name is looked at too, though nothing is resolved for it", async () => {
  const before = met.length;
  const answer = await fetchPublic(`http://127.0.0.1:${port}/`, {}, strict);
  expect(answer).toEqual({ ok: false, fault: "private" });
  expect(met.length).toBe(before);
});

test("by default nothing but https reaches out, and nothing of this machine is met", async () => {
  expect(await fetchPublic(at("/"))).toEqual({ ok: false, fault: "not-https" });
  expect(await fetchPublic(`https://127.0.0.1:${port}/`)).toEqual({ ok: false, fault: "port" });
  const answer = await fetchPublic("https://hooks.example.org/", {}, { resolve: here });
  expect(answer).toEqual({ ok: false, fault: "private" });
});

test.each([
  [async () => [], "unknown-host"],
  [() => Promise.reject(new Error("ENOTFOUND")), "unknown-host"],
] as const)("a name that nobody knows", async (resolve, fault) => {
  expect(await fetchPublic(at("/"), {}, { ...open, resolve: resolve as Resolve })).toEqual({
    ok: false,
    fault,
  });
});

test("a receiver that is not there", async () => {
  const gone = createServer();
  await new Promise<void>((listening) => gone.listen(0, "127.0.0.1", listening));
  const { port: free } = gone.address() as AddressInfo;
  await new Promise((closed) => gone.close(closed));
  const answer = await fetchPublic(`http://hooks.example.org:${free}/`, {}, open);
  expect(answer).toEqual({ ok: false, fault: "unreachable" });
});
