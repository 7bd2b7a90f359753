import { Script } from "node:vm";

export class TimeLimitReached extends Error {}

const script = new Script("work()");

/**
 * Does a piece of synchronous work that must not take longer, such as reading a file somebody sent with a library that
 * may never come to an end. Throws `TimeLimitReached`; what the work throws passes through.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  try {
    return script.runInNewContext({ work }, { timeout: milliseconds });
  } catch (error) {
    // The error comes from a world of its own, whose Error is not ours.
    const { code } = Object(error) as { code?: unknown };
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw new TimeLimitReached(`more than ${milliseconds} ms`);
    throw error;
  }
}
