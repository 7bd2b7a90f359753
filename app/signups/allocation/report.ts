import type {
  AllocationReport,
  AllocationResult,
  BallotInputs,
  BallotPerson,
  OrganisationReport,
} from "./allocation.ts";
import { notWished } from "./ballot.ts";
import { compareText } from "./lottery.ts";

/** What an organiser reads before carrying an allocation out. */
export function reportOf(inputs: BallotInputs, { seats }: Pick<AllocationResult, "seats">): AllocationReport {
  const slotOf = new Map(inputs.sessions.map(({ id, slot }) => [id, slot]));
  const seatsOf = groupSeats(seats);
  const organisations = new Map<string | null, OrganisationReport>();
  const whole = emptyCounts(null);
  let peopleWithoutAnySeat = 0;
  let withoutFirstChoice = 0;
  const regrets: number[] = [];
  for (const person of inputs.people) {
    const own = organisations.get(person.organisation) ?? emptyCounts(person.organisation);
    organisations.set(person.organisation, own);
    const asked = askedSlots(person, slotOf);
    const held = seatsOf.get(person.id) ?? [];
    for (const counts of [own, whole]) count(counts, { asked: asked.size, held });
    if (asked.size === 0) continue;
    if (held.length === 0) peopleWithoutAnySeat += 1;
    const best = (sessionId: string) => asked.get(slotOf.get(sessionId)!) ?? 1;
    if (!held.some(({ rank, sessionId }) => rank !== null && rank <= best(sessionId)))
      withoutFirstChoice += 1;
    regrets.push(
      held.reduce((sum, { rank, sessionId }) => sum + (rank ?? notWished) - best(sessionId), 0) +
        (asked.size - held.length) * notWished,
    );
  }
  const { organisation: _, ...counts } = whole;
  const ranks = seats.map(({ rank }) => rank ?? notWished);
  return {
    ...counts,
    ...{ peopleWithoutAnySeat, withoutFirstChoice },
    perOrganisation: [...organisations.values()].sort((a, b) =>
      compareText(a.organisation ?? last, b.organisation ?? last),
    ),
    worstRank: ranks.reduce((worst, rank) => Math.max(worst, rank), 0),
    sumOfSquares: ranks.reduce((sum, rank) => sum + rank * rank, 0),
    regret: spread(regrets),
  };
}

/** After every id: people without an organisation come last. */
const last = "\uffff";

const emptyCounts = (organisation: string | null): OrganisationReport => ({
  organisation,
  ...{ people: 0, asked: 0, seats: 0, byRank: Array.from({ length: 8 }, () => 0) },
  ...{ notWished: 0, withoutSeat: 0 },
});

function count(
  counts: OrganisationReport,
  { asked, held }: { asked: number; held: AllocationResult["seats"] },
) {
  counts.people += 1;
  counts.asked += asked;
  counts.seats += held.length;
  counts.withoutSeat += asked - held.length;
  for (const { rank } of held) {
    if (rank === null) counts.notWished += 1;
    else counts.byRank[rank - 1] = (counts.byRank[rank - 1] ?? 0) + 1;
  }
}

/** The slots in which somebody wishes for anything, with the rank of their best wish. */
export function askedSlots(person: BallotPerson, slotOf: ReadonlyMap<string, string>): Map<string, number> {
  const asked = new Map<string, number>();
  for (const [id, rank] of Object.entries(person.wishes)) {
    const slot = slotOf.get(id);
    if (slot !== undefined) asked.set(slot, Math.min(rank, asked.get(slot) ?? rank));
  }
  return asked;
}

function groupSeats(seats: AllocationResult["seats"]) {
  const groups = new Map<string, AllocationResult["seats"]>();
  for (const seat of seats) {
    const group = groups.get(seat.personId);
    if (group) group.push(seat);
    else groups.set(seat.personId, [seat]);
  }
  return groups;
}

function spread(regrets: number[]): AllocationReport["regret"] {
  const sorted = [...regrets].sort((a, b) => a - b);
  const mean = sorted.length === 0 ? 0 : sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  return {
    worst: sorted.at(-1) ?? 0,
    ninetieth: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0,
    mean: Math.round(mean * 100) / 100,
  };
}
