/**
 * What HiGHS 1.15 (WebAssembly, one thread, gap 0, limit ten minutes) found for three of the instances, on 25 November
 * 2026 on two cores of a virtual machine: proven optimal, in 9, 7 and 5 seconds. To measure again:
 * `npm run bench placing -- --thorough`.
 */
export const recorded: Record<number, { cost: number; status: string; seconds: number }> = {
  1: { cost: 704, status: "Optimal", seconds: 9 },
  2: { cost: 823, status: "Optimal", seconds: 7 },
  3: { cost: 691, status: "Optimal", seconds: 5 },
};
