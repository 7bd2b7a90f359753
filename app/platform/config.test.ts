import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

test("without any variable it is the demo on this machine", () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    publicUrl: "http://localhost:3000",
    demo: true,
    outbox: true,
    worker: "inline",
    dataDir: "./data",
  });
});

test("a real database starts empty", () => {
  expect(readConfig({ DATABASE_URL: "postgres://u@h/d" }).demo).toBe(false);
  expect(readConfig({ DATABASE_URL: "postgres://u@h/d", DEMO: "1" }).demo).toBe(true);
});

test("the public address has no path and no slash at its end", () => {
  const config = readConfig({
    PUBLIC_URL: "https://learn.example/",
    SMTP_URL: "smtp://mail.example",
    MAIL_FROM: "a@b.example",
  });
  expect(config).toMatchObject({
    publicUrl: "https://learn.example",
    local: false,
    outbox: false,
    mailFrom: "a@b.example",
  });
});

test.each([
  ["a public address without SMTP", { PUBLIC_URL: "https://learn.example" }, "SMTP_URL"],
  ["an open listener without SMTP", { HOST: "0.0.0.0" }, "SMTP_URL"],
  ["a port that is none", { PORT: "many" }, "PORT"],
  ["a script as address", { PUBLIC_URL: "javascript:alert(1)" }, "PUBLIC_URL"],
  ["ports that are none", { OUTBOUND_PORTS: "443 and 80" }, "OUTBOUND_PORTS"],
  ["another database", { DATABASE_URL: "mysql://h/d" }, "DATABASE_URL"],
])("%s is refused by name", (_, env, name) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(name);
});
