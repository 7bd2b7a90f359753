import type { SignupStatus } from "#db/schema/signups.ts";

/** So many with one status, `walkIn` or not. */
export interface Counted {
  status: SignupStatus;
  walkIn: boolean;
  people: number;
}

export interface Heads {
  /** Have or had a seat, walk-ins aside. */
  expected: number;
  arrived: number;
  walkIns: number;
  /** Lost their seat, or did not come at all. */
  absent: number;
  /** Said so before. */
  notComing: number;
  waiting: number;
}

export function headsOf(counted: readonly Counted[]): Heads {
  const sum = (fits: (one: Counted) => boolean) =>
    counted.filter(fits).reduce((total, { people }) => total + people, 0);
  const has =
    (...statuses: SignupStatus[]) =>
    ({ status }: Counted) =>
      statuses.includes(status);
  const expected = has("confirmed", "offered", "attended", "absent");
  return {
    expected: sum((one) => expected(one) && !one.walkIn),
    arrived: sum(has("attended")),
    walkIns: sum((one) => one.walkIn && one.status === "attended"),
    absent: sum(has("absent")),
    notComing: sum(has("not-coming")),
    waiting: sum(has("waiting")),
  };
}
