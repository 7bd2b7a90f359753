import type { ReactNode } from "react";

/** A moment, readable for people and for programs. `at` is ISO 8601; the words come from `format`. */
export function Time({ at, children }: { at: string; children: ReactNode }) {
  return <time dateTime={at}>{children}</time>;
}
