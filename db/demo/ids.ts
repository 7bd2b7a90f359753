import type { Ids } from "~/platform/ids.ts";

/**
 * Ids that come in order and repeat at every start, for tests and the demo: valid version-4 UUIDs, told apart by
 * the eight hexadecimal digits in front.
 */
export function sequentialIds(prefix = "00000000"): Ids {
  let last = 0;
  const next = () => {
    last += 1;
    return last.toString(16).padStart(12, "0");
  };
  return {
    uuid: () => `${prefix}-0000-4000-8000-${next()}`,
    secret: () => `secret${prefix}${next()}`.padEnd(32, "0"),
  };
}
