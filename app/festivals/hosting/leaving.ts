import { z } from "zod";

/** What becomes of a session whose host leaves. */
export type Fate = { kind: "stay" } | { kind: "cancel" } | { kind: "hand-over"; to: string };

const fate = z
  .string()
  .regex(/^(stay|cancel|to:[0-9a-f-]{36})$/, { error: "hosting.errors.fate" })
  .transform((text): Fate => {
    if (text === "stay" || text === "cancel") return { kind: text };
    return { kind: "hand-over", to: text.slice(3) };
  });

/** One answer for all sessions, and others for some of them by id; an empty one is as all. */
const fatesForm = z.object({
  all: fate,
  of: z.record(z.string().max(36), fate.optional()).default({}),
});
export type Fates = z.output<typeof fatesForm>;

const leaveForm = fatesForm.extend({ reason: z.string().trim().max(1000).default("") });
export type LeaveWish = z.output<typeof leaveForm>;

/** What can be sent about what a host brings in: by itself when it leaves, by the lead once it has left. */
export const leaveForms = z.discriminatedUnion("form", [
  leaveForm.extend({ form: z.literal("leave") }),
  fatesForm.extend({ form: z.literal("rearrange") }),
]);

export function fateOf(fates: Fates, sessionId: string): Fate {
  return fates.of[sessionId] ?? fates.all;
}

export interface Outcome {
  stay: number;
  cancel: number;
  handOver: number;
}

/** How many sessions each fate meets. */
export function countFates(fates: Fates, sessionIds: readonly string[]): Outcome {
  const kinds = sessionIds.map((id) => fateOf(fates, id).kind);
  const count = (kind: Fate["kind"]) => kinds.filter((one) => one === kind).length;
  return { stay: count("stay"), cancel: count("cancel"), handOver: count("hand-over") };
}
