import { and, countDistinct, desc, eq, isNotNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import type { BallotMode } from "#db/schema/ballots.ts";
import { organisations, people, wishes } from "#db/schema/index.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { AllocationReport } from "../allocation/allocation.ts";
import { findAllocation, listTrials, type Trial } from "./allocations.server.ts";
import { type Ballot, type BallotState, ballotState } from "./ballot.ts";
import { findBallot } from "./ballots.server.ts";
import { readInputs } from "./inputs.server.ts";

export interface HandedIn {
  /** Null: people without an organisation. */
  organisation: string | null;
  people: number;
}

export interface BallotPage {
  byWishes: boolean;
  state: BallotState;
  ballot: Omit<Ballot, "numbersKey"> | null;
  /** How many handed in wishes; of nobody what they wish. */
  handedIn: HandedIn[];
  /** The latest of each mode. */
  trials: Trial[];
  /** Whether everything the trials stand on is still so. */
  fresh: boolean;
  done: { mode: BallotMode; at: IsoInstant; report: AllocationReport } | null;
  /** Names by slug. */
  names: Record<string, string>;
}

export async function findBallotPage(
  db: Database,
  festival: Festival,
  { now }: { now: Instant },
): Promise<BallotPage> {
  const ballot = await findBallot(db, festival.id);
  const state = ballotState(ballot, festival, now);
  const allocation = ballot?.allocationId ? await findAllocation(db, ballot.allocationId) : null;
  const trials = state === "none" || state === "allocated" ? [] : await listTrials(db, festival.id);
  return {
    byWishes: festival.signupMode === "ballot" || state === "allocated",
    state,
    ballot: ballot && shown(ballot),
    handedIn: await countHandedIn(db, festival.id),
    trials,
    fresh: ballot !== null && trials.length > 0 && (await areFresh(db, { festival, ballot, trials, now })),
    done: allocation && {
      mode: allocation.mode,
      at: ballot?.allocatedAt ?? allocation.createdAt,
      report: allocation.report,
    },
    names: await namesOf(db),
  };
}

function shown({ numbersKey: _, ...ballot }: Ballot): Omit<Ballot, "numbersKey"> {
  return ballot;
}

async function areFresh(
  db: Database,
  given: { festival: Festival; ballot: Ballot; trials: Trial[]; now: Instant },
): Promise<boolean> {
  const { festival, ballot, trials, now } = given;
  const { hash } = await readInputs(db, { festival, key: ballot.numbersKey, now });
  return trials.every(({ inputsHash }) => inputsHash === hash);
}

async function countHandedIn(db: Database, festivalId: string): Promise<HandedIn[]> {
  const handedIn = countDistinct(wishes.personId);
  return db
    .select({ organisation: organisations.name, people: handedIn })
    .from(wishes)
    .innerJoin(people, eq(people.id, wishes.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(wishes.festivalId, festivalId), isNotNull(wishes.rank)))
    .groupBy(organisations.id, organisations.name)
    .orderBy(desc(handedIn), organisations.name);
}

async function namesOf(db: Database): Promise<Record<string, string>> {
  const rows = await db.select({ slug: organisations.slug, name: organisations.name }).from(organisations);
  return Object.fromEntries(rows.map(({ slug, name }) => [slug, name]));
}
