import type { SubmissionResult } from "@conform-to/react";

interface Answered {
  result: SubmissionResult<string[]>;
}

/** The result of the form with this id, on a page that has several: each says its id in a field `form`. */
export function resultOf(
  answer: Answered | undefined,
  formId: string,
): SubmissionResult<string[]> | undefined {
  return answer?.result.initialValue?.form === formId ? answer.result : undefined;
}
