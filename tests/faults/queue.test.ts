import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rowsOf } from "#db/connect.ts";
import { cookieOf } from "#tests/support/rush/people.ts";
import { send } from "./clients.ts";
import { faultScene, type Scene } from "./scene.ts";

describe("the database goes away while the queue writes down that a job is done", () => {
  const scene = faultScene(2);

  test("the server lives on, and works when it is back", async () => {
    const { db } = scene().connection;
    const server = await scene().startServer();
    await failToComplete(scene(), 0, "57P01");
    await pause(1000);
    expect((await send(scene().port, "GET", "/healthz")).status).toBe(200);
    await db.execute(sql`drop trigger away on pgboss.job`);
    expect((await send(scene().port, "GET", "/readyz")).status).toBe(200);
    await server.stop("SIGKILL");
  });

  test("an error of any other kind ends it: this test would see it", async () => {
    const { db } = scene().connection;
    const server = await scene().startServer();
    await failToComplete(scene(), 1, "22000");
    await pause(1000);
    await expect(send(scene().port, "GET", "/healthz")).rejects.toThrow();
    await db.execute(sql`drop trigger away on pgboss.job`);
    await server.stop("SIGKILL");
  });
});

/** From now on no job can be noted as done; somebody signs up, which sets one going. Resolves once it was tried. */
async function failToComplete(scene: Scene, person: number, state: string): Promise<void> {
  const { db } = scene.connection;
  await db.execute(sql`create sequence if not exists tried`);
  await db.execute(sql`alter sequence tried restart`);
  await db.execute(
    sql`create or replace function away() returns trigger language plpgsql as ${sql.raw(
      `$$ begin perform nextval('tried'); raise exception 'away' using errcode = '${state}'; end $$`,
    )}`,
  );
  await db.execute(sql`create trigger away before update on pgboss.job for each row
    when (new.state = 'completed') execute function away()`);
  const headers = { Cookie: cookieOf(person, scene.secret), Accept: "application/json" };
  const workshop = await scene.makeWorkshop(5);
  expect((await send(scene.port, "POST", `/sessions/${workshop}/sign-up`, headers)).status).toBe(200);
  for (let tries = 0; ; tries += 1) {
    const [row] = rowsOf<{ tried: boolean }>(await db.execute(sql`select is_called as tried from tried`));
    if (row?.tried) return;
    if (tries > 900) throw new Error("no job ended within a minute and a half");
    await pause(100);
  }
}
