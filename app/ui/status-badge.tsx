import type { ReactNode } from "react";
import { Badge, type Tone } from "./badge.tsx";

/** Which tone a state has, wherever it appears; the words come from the feature. */
const tones: Record<string, Tone> = {
  accepted: "success",
  attended: "success",
  attends: "success",
  calling: "info",
  cancelled: "danger",
  confirmed: "success",
  declined: "warning",
  draft: "neutral",
  gives: "info",
  held: "neutral",
  invited: "info",
  left: "neutral",
  offered: "info",
  open: "info",
  over: "neutral",
  "passed-over": "warning",
  released: "success",
  tentative: "warning",
  waiting: "warning",
  waits: "warning",
};

export function StatusBadge({ status, children }: { status: string; children: ReactNode }) {
  return <Badge tone={tones[status] ?? "neutral"}>{children}</Badge>;
}
