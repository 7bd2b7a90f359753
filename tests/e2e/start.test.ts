import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "#tests/support/server.ts";

describe("a server on an embedded database", () => {
  let folder: string;
  let server: RunningServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-start-"));
    server = await startServer({ DATA_DIR: folder, DEMO: "0" });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("answers probes, also by the machine's address", async () => {
    const byAddress = server.url.replace("localhost", "127.0.0.1");
    expect(await (await fetch(`${byAddress}/healthz`)).json()).toEqual({ alive: true });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ready: true });
  });

  test("says where an empty installation is set up", () => {
    expect(server.output()).toMatch(new RegExp(`${server.url}/setup/[\\w-]{32}`));
  });

  test("refuses a second process on the same database, naming the first", async () => {
    const error = await startServer({ DATA_DIR: folder }).then(
      () => null,
      (e: Error) => e.message,
    );
    expect(error).toContain(
      `already running on this database (process ${server.process.pid}, at ${server.url})`,
    );
  });

  test("guards forms and sends its headers with every answer", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${server.url}/logout`, { method: "POST", headers, redirect: "manual" });
    expect((await post({ origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ origin: "null" })).status).toBe(403);
    expect((await post({ cookie: "login=x" })).status).toBe(403);
    expect((await post({ origin: server.url })).status).toBeLessThan(400);
    const page = await fetch(`${server.url}/`);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/);
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain("unsafe");
    expect(page.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("takes no form that is larger than any upload may be", async () => {
    const headers = { origin: server.url };
    const answer = await fetch(`${server.url}/login`, {
      method: "POST",
      headers,
      body: "x".repeat(9_000_000),
    });
    expect(answer.status).toBe(413);
  });

  test("an unknown page is ours, with the request's number for whoever asks about it", async () => {
    const page = await fetch(`${server.url}/nowhere`);
    expect(page.status).toBe(404);
    expect(await page.text()).toContain(page.headers.get("x-request-id"));
  });

  test("stops when told to, lets go of the lock, and is back with what it knew", async () => {
    const setupLink = /\/setup\/([\w-]+)/.exec(server.output())?.[1];
    expect(await server.stop()).toBe(0);
    expect(() => readFileSync(join(folder, "lock"))).toThrow("ENOENT");
    server = await startServer({ DATA_DIR: folder, DEMO: "0" });
    expect((await fetch(`${server.url}/setup/${setupLink}`)).status).toBe(200);
    expect((await fetch(`${server.url}/setup/nonsense`)).status).toBe(404);
  });

  test("a lock left behind by a killed process does not keep the next one out", async () => {
    await server.stop("SIGKILL");
    expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8"))).toMatchObject({ pid: server.process.pid });
    server = await startServer({ DATA_DIR: folder, DEMO: "0" });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});

describe("a server that cannot start", () => {
  test.each([
    [{ PORT: "none" }, "PORT"],
    [{ PUBLIC_URL: "https://learn.example" }, "SMTP_URL"],
  ])("says why in a sentence: %o", async (env, name) => {
    const folder = mkdtempSync(join(tmpdir(), "percolate-start-"));
    const error = await startServer({ DATA_DIR: folder, ...env }).then(
      () => "",
      (e: Error) => e.message,
    );
    expect(error).toContain("The configuration cannot be used.");
    expect(error).toContain(name);
    expect(error).not.toContain("    at ");
    rmSync(folder, { recursive: true, force: true });
  });
});
