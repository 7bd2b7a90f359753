import { useText } from "~/platform/i18n/text.tsx";
import type { Obstacle } from "./decide.ts";

/** "You already have “Sketching” then (Mon 11 Jan, 10:00–11:00)." */
export function ObstacleSentence({ obstacle }: { obstacle: Obstacle }) {
  const { t, format } = useText();
  const said = { title: obstacle.title, time: format.sessionTime(obstacle) };
  if (obstacle.why === "same-workshop") return <p>{t("signups.sameWorkshop", said)}</p>;
  return <p>{t(obstacle.mayGiveUp ? "signups.clash" : "signups.clashOwn", said)}</p>;
}
