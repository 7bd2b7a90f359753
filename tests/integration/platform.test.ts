import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { constraintOf, rowsOf } from "#db/connect.ts";
import { events, organisations, settings } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { settingOf } from "~/platform/settings.server.ts";

for (const [kind, open, there] of [
  ["the embedded database", testDatabase, true],
  ["PostgreSQL", postgresDatabase, postgresUrl !== ""],
] as const) {
  describe.skipIf(!there)(`on ${kind}`, () => {
    const db = open();

    test("a setting is decided once", async () => {
      expect(await settingOf(db(), "a", () => "first")).toBe("first");
      expect(await settingOf(db(), "a", () => "second")).toBe("first");
      expect(await db().select().from(settings)).toEqual([{ key: "a", value: "first" }]);
    });

    test("times come back as ISO 8601 strings", async () => {
      const at = "2026-03-29T00:59:59Z";
      await db().insert(events).values({ kind: "k", subject: crypto.randomUUID(), createdAt: at, dueAt: at });
      expect((await db().select().from(events))[0]).toMatchObject({
        createdAt: at,
        dueAt: at,
        handledAt: null,
      });
    });

    test("the violated constraint is named and raw rows are read alike", async () => {
      const row = {
        id: crypto.randomUUID(),
        slug: "lumen",
        name: "Lumen",
        colour: "#123456",
        language: "en",
        timeZone: "Europe/Amsterdam",
        createdAt: "2026-01-01T00:00:00Z",
      };
      await db().insert(organisations).values(row);
      const error = await db()
        .insert(organisations)
        .values({ ...row, id: crypto.randomUUID() })
        .catch((e: unknown) => e);
      expect(constraintOf(error)).toBe("organisations_slug_unique");
      const found = await db().execute(sql`select name from organisations`);
      expect(rowsOf(found)).toEqual([{ name: "Lumen" }]);
      expect(await db().select().from(organisations).where(eq(organisations.slug, "lumen"))).toEqual([row]);
    });
  });
}
