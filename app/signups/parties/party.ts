/** How many come together at most. */
export const mostTogether = 4;

export interface AskFacts {
  /** Those who agreed, the one who asks among them. */
  agreed: readonly { email: string }[];
  /** Addresses that were asked and have not agreed. */
  asked: readonly string[];
  own: string;
  wanted: string;
}

export type AskRefusal = "self" | "together-already" | "full";

/** Whether an address may be asked along. It is the same for one nobody has. */
export function decideAsk({
  agreed,
  asked,
  own,
  wanted,
}: AskFacts): { do: "ask" | "keep" } | { do: "refuse"; reason: AskRefusal } {
  if (wanted === own) return { do: "refuse", reason: "self" };
  if (agreed.some((one) => one.email === wanted)) return { do: "refuse", reason: "together-already" };
  if (asked.includes(wanted)) return { do: "keep" };
  return agreed.length + asked.length < mostTogether ? { do: "ask" } : { do: "refuse", reason: "full" };
}

export type MemberStatus = "asked" | "agreed" | "declined" | "left";

export interface AgreeFacts {
  /** What the one who answers is in the party now; null: nobody asked them, or who did took it back. */
  own: MemberStatus | null;
  /** Whether the ask still stands. */
  isAsked: boolean;
  /** How many agreed so far. */
  agreed: number;
  /** How many agreed to the party they are in already, themselves among them; 0 where there is none. */
  elsewhere: number;
}

export type AgreeRefusal = "gone" | "full" | "elsewhere";

/** What a yes comes to. Who waits alone in a party of their own leaves it for this one. */
export function decideAgree({
  own,
  isAsked,
  agreed,
  elsewhere,
}: AgreeFacts): { do: "keep" | "join"; leavesOwn?: boolean } | { do: "refuse"; reason: AgreeRefusal } {
  if (own === "agreed") return { do: "keep" };
  if (own === null || !isAsked || agreed === 0) return { do: "refuse", reason: "gone" };
  if (elsewhere > 1) return { do: "refuse", reason: "elsewhere" };
  if (agreed >= mostTogether) return { do: "refuse", reason: "full" };
  return { do: "join", leavesOwn: elsewhere === 1 };
}
