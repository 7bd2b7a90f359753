import type { Database } from "#db/connect.ts";
import { makeFormat, makeProposal } from "#db/demo/factories/proposals.ts";
import { makeFestival, makeHost, makePerson } from "#db/demo/factories.ts";
import { testIds } from "#tests/support/ids.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import type { Verdict } from "~/festivals/review/decide.ts";
import { decideProposals } from "~/festivals/review/decide-proposals.server.ts";
import { makeHostOrganisation, now } from "./festivals.support.ts";

type Host = Awaited<ReturnType<typeof makeHostOrganisation>>;

const withEmail = (host: Host, slug: string) => ({
  ...host,
  organiser: { ...host.organiser, email: `organiser@${slug}.example` },
  member: { ...host.member, email: `member@${slug}.example` },
});

/** A festival that waterland leads and lumen hosts too, with kade outside, and a workshop of 90 minutes to propose. */
export async function makeReviewed(db: Database) {
  const ids = testIds();
  const waterland = withEmail(await makeHostOrganisation(db, "waterland"), "waterland");
  const lumen = withEmail(await makeHostOrganisation(db, "lumen"), "lumen");
  const kade = withEmail(await makeHostOrganisation(db, "kade"), "kade");
  const row = await makeFestival(db, {
    slug: "autumn",
    name: "Autumn",
    status: "calling",
    callOpensAt: "2026-11-01T09:00:00Z",
    leadOrganisationId: waterland.organisation.id,
  });
  await makeHost(db, { festivalId: row.id, organisationId: lumen.organisation.id });
  const format = await makeFormat(db, { festivalId: row.id, name: "Long workshop", durationMinutes: 90 });
  const festival = await findFestival(db, "autumn");
  if (!festival) throw new Error("no festival");
  const deps = { now, ids };
  let people = 0;
  /** A proposal of somebody at a host, lumen unless said otherwise. */
  const propose = async (given: Partial<Parameters<typeof makeProposal>[1]> = {}) => {
    people += 1;
    const organisationId = given.organisationId ?? lumen.organisation.id;
    const name = `Proposer ${people}`;
    const proposer = await makePerson(db, { name, email: `p${people}@lumen.example`, organisationId });
    const row = { festivalId: festival.id, organisationId, proposedBy: proposer.id, formatId: format.id };
    const proposal = await makeProposal(db, { ...row, ...given });
    return { ...proposal, proposer };
  };
  const decide = (
    picks: { id: string; status: Parameters<typeof makeProposal>[1]["status"] }[],
    verdict: Verdict,
    { by = waterland.organiser, sure = false } = {},
  ) =>
    decideProposals(
      db,
      by,
      festival,
      { picks: picks.map(({ id, status }) => ({ id, seen: status ?? "submitted" })), verdict, sure },
      deps,
    );
  return { ids, waterland, lumen, kade, festival, format, deps, propose, decide };
}
