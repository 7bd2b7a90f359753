import { useText } from "~/platform/i18n/text.tsx";
import { StatusBadge } from "~/ui/index.ts";
import type { TurnLine } from "./roster-view.ts";

/** How far a week has come. */
export function TurnState({ turn }: { turn: Pick<TurnLine, "status" | "member"> }) {
  const { t } = useText();
  const words = turn.status === "open" && !turn.member ? "free" : turn.status;
  return <StatusBadge status={turn.status}>{t(`lectures.status.${words}`)}</StatusBadge>;
}
