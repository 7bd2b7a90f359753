import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Temporal } from "~/platform/time.ts";
import {
  type OrganisationKey,
  organisationContent,
  type PersonKey,
  peopleContent,
} from "./content/organisations.ts";
import { daysAgo, demoDates, homeZone } from "./dates.ts";
import { makeOrganisations, makePeople } from "./factories/people.ts";

export interface DemoPerson {
  id: string;
  name: string;
  organisationId: string;
}

/** Whom and what the rest of the demo refers to. */
export interface Alliance {
  organisations: Record<OrganisationKey, string>;
  people: Record<PersonKey, DemoPerson>;
}

export interface Story {
  ids: Ids;
  now: Temporal.Instant;
}

/** The four organisations and everybody who works there. */
export async function fillAlliance(db: Database, story: Story): Promise<Alliance> {
  const founded = daysAgo(demoDates(story.now), 400);
  const organisationRows = await makeOrganisations(
    db,
    organisationContent.map((one) => ({ ...one, timeZone: homeZone, createdAt: founded })),
    story,
  );
  const organisations = Object.fromEntries(
    organisationRows.map((row) => [row.slug, row.id]),
  ) as Alliance["organisations"];
  const rows = await makePeople(
    db,
    peopleContent.map(({ key, organisation, ...one }) => ({
      ...one,
      email: `${key}@${organisation}.example`,
      organisationId: organisations[organisation],
      createdAt: new Date(founded),
      updatedAt: new Date(founded),
    })),
    story,
  );
  const people = Object.fromEntries(
    peopleContent.map(({ key, organisation }, index) => {
      const { id, name } = rows[index]!;
      return [key, { id, name, organisationId: organisations[organisation] }];
    }),
  ) as Alliance["people"];
  return { organisations, people };
}
