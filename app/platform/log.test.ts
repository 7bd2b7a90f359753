import { DrizzleQueryError } from "drizzle-orm";
import pino from "pino";
import { expect, test } from "vitest";
import { createLog, isSecretPath, safePath } from "./log.server.ts";

test.each([
  ["/calendar/s3cret.ics", "/calendar/….ics"],
  ["/setup/s3cret", "/setup/…"],
  ["/host-invitations/s3cret", "/host-invitations/…"],
  ["/nominations/s3cret", "/nominations/…"],
  ["/together/s3cret", "/together/…"],
  ["/host-invitations/s3cret.data?_routes=x", "/host-invitations/….data"],
  ["/unsubscribe/s3cret", "/unsubscribe/…"],
  ["/turns/s3cret?answer=no", "/turns/…"],
  ["/turns/s3cret.data", "/turns/….data"],
  ["/login/code?email=a@b.example&code=123456", "/login/code"],
  ["/festivals/deell-spring.ics", "/festivals/deell-spring.ics"],
])("the path %s is written as %s", (url, written) => expect(safePath(url)).toBe(written));

test.each([
  ["/turns/s3cret?answer=no", true],
  ["/calendar/s3cret.ics", true],
  ["/turns", false],
  ["/lectures/turns/2026-11-26", false],
])("whether %s is a secret: %s", (url, secret) => expect(isSecretPath(url)).toBe(secret));

const serialise = createLog("silent")[pino.symbols.serializersSym as never]["err" as never] as (
  thrown: unknown,
) => object;

test("what is thrown but no error is written without the address it names", () => {
  const routing = { status: 405, data: 'Error: You made a POST request to "/setup/s3cret"' };
  expect(serialise(routing)).toEqual({ status: 405 });
  expect([undefined, null, "text"].map(serialise)).toEqual([{}, {}, {}]);
});

test("what a failed query was given is not written down", () => {
  const failed = new DrizzleQueryError(
    "select $1",
    ["anna@waterland.example\nparams: more"],
    new Error("gone"),
  );
  const written = JSON.stringify(serialise(failed));
  expect(written).toContain("select $1");
  expect(written).toContain("gone");
  expect(written).not.toContain("anna");
  expect(written).not.toContain("more");
});
