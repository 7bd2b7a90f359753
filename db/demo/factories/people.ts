import type { Database } from "#db/connect.ts";
import { organisationDomains, organisations, people } from "#db/schema/index.ts";
import { type Given, type Making, nextNumber, single, withDefaults } from "../making.ts";

export type NewOrganisation = typeof organisations.$inferInsert;
export type NewPerson = typeof people.$inferInsert;

/** Organisations, each with its mail domain `<slug>.example`. */
export async function makeOrganisations(
  db: Database,
  given: Given<NewOrganisation>[],
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const rows = await db
    .insert(organisations)
    .values(
      given.map((one) => {
        const number = nextNumber();
        return {
          id: ids.uuid(),
          slug: `organisation-${number}`,
          name: `Organisation ${number}`,
          colour: "#a4502f",
          language: "en",
          timeZone: "Europe/Amsterdam",
          createdAt: now,
          ...one,
        };
      }),
    )
    .returning();
  await db
    .insert(organisationDomains)
    .values(rows.map((row) => ({ domain: `${row.slug}.example`, organisationId: row.id, addedAt: now })));
  return rows;
}

export async function makeOrganisation(
  db: Database,
  given: Given<NewOrganisation> = {},
  making: Partial<Making> = {},
) {
  return single(await makeOrganisations(db, [given], making));
}

/** People with a verified address; members of no organisation unless one is given. */
export async function makePeople(db: Database, given: Given<NewPerson>[], making: Partial<Making> = {}) {
  const { ids, now } = withDefaults(making);
  return db
    .insert(people)
    .values(
      given.map((one) => {
        const number = nextNumber();
        return {
          id: ids.uuid(),
          name: `Person ${number}`,
          email: `person-${number}@example.org`,
          emailVerified: true,
          createdAt: new Date(now),
          updatedAt: new Date(now),
          ...one,
        };
      }),
    )
    .returning();
}

export async function makePerson(db: Database, given: Given<NewPerson> = {}, making: Partial<Making> = {}) {
  return single(await makePeople(db, [given], making));
}
