import { expect, test } from "vitest";
import { makeFestival, makeOrganisation, makePerson, makeProposal } from "#db/demo/factories.ts";
import { testDatabase } from "#tests/support/database.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { findChecklist } from "~/festivals/progress.server.ts";

const db = testDatabase();

test("decisions nobody was told of, and acceptances nobody confirmed, are left to do", async () => {
  const { id: organisationId } = await makeOrganisation(db());
  const { id: festivalId } = await makeFestival(db(), {
    leadOrganisationId: organisationId,
    callOpensAt: "2026-11-01T09:00:00Z",
  });
  const { id: proposedBy } = await makePerson(db(), { organisationId });
  for (const [status, toldStatus] of [
    ["draft", null],
    ["submitted", null],
    ["declined", null],
    ["declined", "declined"],
    ["reserve", "accepted"],
    ["accepted", null],
    ["accepted", "accepted"],
    ["confirmed", "accepted"],
    ["withdrawn", "accepted"],
  ] as const)
    await makeProposal(db(), { festivalId, organisationId, proposedBy, status, toldStatus });
  const items = await findChecklist(db(), (await findFestivalById(db(), festivalId))!);
  const counted = Object.fromEntries(items.map(({ id, count }) => [id, count]));
  expect(counted).toMatchObject({ proposals: 1, untold: 3, unconfirmed: 1 });
});
