import type { SubmissionResult } from "@conform-to/react";
import type { Afterwards } from "./afterwards.ts";

export interface PartProps {
  left: Afterwards;
  answered: { result: SubmissionResult<string[]> } | undefined;
}
