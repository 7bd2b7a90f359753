import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePeople, makeSeries, makeTurn } from "#db/demo/factories.ts";
import { mails } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { requestContext } from "#tests/support/requests.ts";
import { sendDigests } from "~/lectures/digest/digest.server.ts";

const nine = at("2026-12-01T08:00:00Z");
const workers = 4;
const colleagues = 25;

describe.skipIf(!postgresUrl)("workers that send the digest at the same moment", () => {
  const db = postgresDatabase({ connections: workers * 2 });

  beforeEach(async () => {
    const home = await makeOrganisation(db(), { timeZone: "Europe/Amsterdam" });
    const createdAt = new Date("2026-01-01T09:00:00Z");
    await makePeople(
      db(),
      Array.from({ length: colleagues }, () => ({ organisationId: home.id, createdAt })),
    );
    const series = await makeSeries(db(), { leadOrganisationId: home.id });
    await makeTurn(db(), { seriesId: series.id, heldOn: "2026-11-05", status: "held" });
  });

  /** How many mails went out, and to how many people. */
  async function sendTogether() {
    const nothing = async () => [];
    const each = () => sendDigests(requestContext(db()), nine, nothing);
    await Promise.all(Array.from({ length: workers }, each));
    const sent = await db().select().from(mails);
    return { mails: sent.length, people: new Set(sent.map(({ recipient }) => recipient)).size };
  }

  test("send one to each colleague", async () => {
    expect(await sendTogether()).toEqual({ mails: colleagues, people: colleagues });
  });

  test("send several where the id is not that of person and month (control)", async () => {
    await db().execute(sql`create function another_id() returns trigger language plpgsql as
      'begin new.id := gen_random_uuid(); return new; end'`);
    await db().execute(
      sql`create trigger another_id before insert on mails for each row execute function another_id()`,
    );
    const sent = await sendTogether();
    expect(sent.people).toBe(colleagues);
    expect(sent.mails).toBeGreaterThan(colleagues);
  });
});
