import { z } from "zod";
import type { CancelAnswer, SignupAnswer } from "./seats/acts.ts";

/** What the buttons of a sign-up panel send. */
export const signupForm = z.object({
  intent: z.enum(["sign-up", "give-up"]),
  givesUp: z.uuid().optional(),
  /** For one's whole party. */
  together: z.literal("yes").optional(),
});

export interface Said {
  /** A key of the catalogue. */
  key: string;
  values: Record<string, string | number>;
}

/** What is said about a request for a seat. */
export function saidOf(answer: SignupAnswer, { title }: { title: string }): Said {
  if (!answer.ok) return { key: `signups.refused.${answer.reason}`, values: {} };
  if (answer.status === "confirmed") return { key: "signups.toast.confirmed", values: { title } };
  return { key: "signups.toast.waiting", values: { title, place: answer.place } };
}

/** What is said about giving up. */
export function saidOfLeaving(answer: CancelAnswer, { title }: { title: string }): Said {
  if (!answer.ok) return { key: "signups.toast.tooLate", values: { title } };
  const key = answer.left === "queue" ? "signups.toast.leftQueue" : "signups.toast.gaveUp";
  return { key, values: { title } };
}
