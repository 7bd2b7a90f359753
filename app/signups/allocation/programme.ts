import type { ModelData } from "highs";
import { type Ballot, costOfRank, notWished, rankFor } from "./ballot.ts";

/** Of somebody who gets nothing: dearer than any exchange of seats, and not so dear that numbers suffer. */
export const costOfNothing = 20_000;

export interface Programme {
  data: ModelData;
  /** What a column stands for; −1 is nothing, null what is taken beyond kept seats. */
  meaning: ({ person: number; session: number } | null)[];
}

/** Columns of numbers as HiGHS reads them. */
class Table {
  readonly costs: number[] = [];
  readonly rows: number[][] = [];
  readonly values: number[][] = [];
  readonly low: number[] = [];
  readonly high: number[] = [];
  readonly meaning: Programme["meaning"] = [];
  /** Columns of each person by session. */
  readonly columnsOf: Map<number, number>[];

  constructor(people: number) {
    this.columnsOf = Array.from({ length: people }, () => new Map());
  }

  row(high: number, low = Number.NEGATIVE_INFINITY): number {
    this.low.push(low);
    return this.high.push(high) - 1;
  }

  column(cost: number, means: Programme["meaning"][number], entries: [row: number, value: number][]): void {
    if (means && means.session >= 0) this.columnsOf[means.person]!.set(means.session, this.costs.length);
    this.costs.push(cost);
    this.meaning.push(means);
    this.rows.push(entries.map(([row]) => row));
    this.values.push(entries.map(([, value]) => value));
  }

  put(row: number, column: number, value: number): void {
    this.rows[column]!.push(row);
    this.values[column]!.push(value);
  }
}

/**
 * Some slots of a ballot as a programme. Seats kept for an organisation: what its people take beyond them is a column
 * of its own that counts in the session's pool. Where slots stand alone the vertices are whole numbers.
 */
export function programmeOf(ballot: Ballot, slots: number[], worstRank: number): Programme {
  const table = new Table(ballot.people.length);
  const seatRow = seatRows(ballot, table, slots);
  for (const [person, { organisation }] of ballot.people.entries()) {
    for (const slot of slots) {
      const request = ballot.requests[person]![slot];
      if (!request) continue;
      const one = table.row(1, 1);
      table.column(costOfNothing, { person, session: -1 }, [[one, 1]]);
      const members = ballot.blocks[slot]!.find((block) => block.includes(person)) ?? [person];
      for (const session of openTo(ballot, slot, members, worstRank)) {
        const seat = seatRow.get(`${session} ${organisation}`) ?? seatRow.get(`${session}`)!;
        const cost = costOfRank(rankFor(request, session)!);
        table.column(cost, { person, session }, [
          [one, 1],
          [seat, 1],
        ]);
      }
    }
  }
  if (ballot.hasExclusions) for (const columns of table.columnsOf) exclude(ballot, table, columns);
  for (const slot of slots)
    for (const block of ballot.blocks[slot]!) tie(ballot.sessionsIn[slot]!, table, block);
  return { data: modelOf(table, ballot), meaning: table.meaning };
}

function seatRows(ballot: Ballot, table: Table, slots: number[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const session of slots.flatMap((slot) => ballot.sessionsIn[slot]!)) {
    const { capacity, guarantees } = ballot.sessions[session]!;
    const kept = Object.entries(guarantees).filter(([, seats]) => seats > 0 && capacity !== null);
    const pool = table.row(
      (capacity ?? ballot.people.length) - kept.reduce((sum, [, seats]) => sum + seats, 0),
    );
    rows.set(`${session}`, pool);
    for (const [organisation, seats] of kept) {
      const row = table.row(seats);
      rows.set(`${session} ${organisation}`, row);
      table.column(0, null, [
        [row, -1],
        [pool, 1],
      ]);
    }
  }
  return rows;
}

/** Where everybody of a block may sit, at a rank that is allowed. */
function openTo(ballot: Ballot, slot: number, members: number[], worstRank: number): number[] {
  const [first] = members;
  const { wishes, anything } = ballot.requests[first!]![slot]!;
  const own =
    anything && worstRank >= notWished ? ballot.sessionsIn[slot]! : wishes.map(({ session }) => session);
  const isOpen = (session: number) => (member: number) =>
    (rankFor(ballot.requests[member]![slot]!, session) ?? Number.POSITIVE_INFINITY) <= worstRank;
  const all = members.length > 1 ? ballot.sessionsIn[slot]! : own;
  return all.filter((session) => members.every(isOpen(session)));
}

/** Nobody twice in one workshop, nor in two sessions that overlap. */
function exclude(ballot: Ballot, table: Table, columns: Map<number, number>): void {
  const workshops = new Map<string, number[]>();
  for (const [session, column] of columns) {
    const { workshop } = ballot.sessions[session]!;
    if (workshop !== null) workshops.set(workshop, [...(workshops.get(workshop) ?? []), column]);
    for (const [other, second] of columns) {
      const same = workshop !== null && workshop === ballot.sessions[other]!.workshop;
      if (other >= session || same || ballot.excludes[session * ballot.sessions.length + other] !== 1)
        continue;
      const row = table.row(1);
      table.put(row, column, 1);
      table.put(row, second, 1);
    }
  }
  for (const given of workshops.values()) {
    if (given.length < 2) continue;
    const row = table.row(1);
    for (const column of given) table.put(row, column, 1);
  }
}

/** Together or not at all. */
function tie(sessions: number[], table: Table, [first, ...others]: number[]): void {
  for (const session of sessions) {
    const column = table.columnsOf[first!]!.get(session);
    if (column === undefined) continue;
    for (const other of others) {
      const row = table.row(0, 0);
      table.put(row, column, 1);
      table.put(row, table.columnsOf[other]!.get(session)!, -1);
    }
  }
}

function modelOf({ costs, rows, values, low, high, meaning }: Table, ballot: Ballot): ModelData {
  const [numCols, numRows] = [costs.length, high.length];
  const starts = new Int32Array(numCols + 1);
  for (const [column, own] of rows.entries()) starts[column + 1] = starts[column]! + own.length;
  const whole = ballot.hasExclusions || ballot.blocks.some((blocks) => blocks.length > 0);
  return {
    ...{ numCols, numRows, colCost: Float64Array.from(costs), colLower: new Float64Array(numCols) },
    colUpper: Float64Array.from(meaning, (means) => (means ? 1 : ballot.people.length)),
    ...{ rowLower: Float64Array.from(low), rowUpper: Float64Array.from(high) },
    matrix: {
      ...{ format: "csc", numCols, numRows, starts },
      ...{ indices: Int32Array.from(rows.flat()), values: Float64Array.from(values.flat()) },
    },
    ...(whole && { integrality: Int32Array.from(meaning, (means) => (means ? 1 : 0)) }),
  };
}
