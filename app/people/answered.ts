import type { SubmissionResult } from "@conform-to/react";

/** On a page with several forms: the answer to the one that was sent, told by its hidden `intent`. */
export function answerTo(
  intent: string,
  answered: { result: SubmissionResult<string[]> } | undefined,
): SubmissionResult<string[]> | undefined {
  return answered?.result.initialValue?.intent === intent ? answered.result : undefined;
}
