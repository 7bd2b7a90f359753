import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { cookieOf } from "#tests/support/rush/people.ts";
import { type Answer, send } from "./clients.ts";
import { faultScene } from "./scene.ts";

const scene = faultScene(10);

test("while the database is away everybody is told to come back, and within half a minute of its return they can", async () => {
  const sessionId = await scene().makeWorkshop(5);
  const { port, secret, postgres } = scene();
  const signUp = `/sessions/${sessionId}/sign-up`;
  const someone = { Cookie: cookieOf(1, secret), "Accept-Language": "nl" };
  const ask = () =>
    Promise.all([
      send(port, "GET", "/readyz"),
      send(port, "GET", "/healthz"),
      send(port, "GET", "/festivals", someone),
      send(port, "POST", signUp, { ...someone, Accept: "text/html" }),
      send(port, "POST", signUp, { ...someone, Accept: "application/json" }),
      // A form of another kind is left to the Remix action.
      send(port, "POST", `${signUp}?`, { ...someone, "Content-Type": "multipart/form-data; boundary=x" }),
    ]);
  await scene().startServer();
  expect((await send(port, "GET", "/readyz")).status).toBe(200);

  await postgres.stop();
  const [ready, alive, page, form, json, action] = await ask();
  expect([ready?.status, alive?.status]).toEqual([503, 200]);
  for (const one of [page, form, json, action]) expect(one && comesBack(one)).toEqual([503, true]);
  for (const one of [page, form]) expect(one?.body).toContain("We kunnen nu even niet bij onze gegevens");
  expect(JSON.parse(json?.body ?? "")).toEqual({ refused: "unavailable" });

  // Long enough for whoever tries again ever more rarely to have become slow at it.
  await pause(8_000);
  expect(comesBack(await send(port, "POST", signUp, { ...someone, Accept: "application/json" }))).toEqual([
    503,
    true,
  ]);
  await postgres.startAgain();
  const back = performance.now();
  while ((await send(port, "GET", "/readyz")).status !== 200) {
    expect(performance.now() - back).toBeLessThan(30_000);
    await pause(100);
  }
  const told = await send(port, "POST", signUp, { ...someone, Accept: "application/json" });
  expect([told.status, told.body]).toEqual([200, '{"status":"confirmed"}']);
  expect((await send(port, "GET", "/festivals", someone)).status).toBe(200);
});

const comesBack = ({ status, headers }: Answer) => [status, Number(headers["retry-after"]) > 0];
