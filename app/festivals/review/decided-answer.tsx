import { Form } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Notice, TextLink } from "~/ui/index.ts";
import type { Obstacle, Verdict } from "./decide.ts";
import type { Consequence } from "./decide-proposals.server.ts";

export interface DecideAnswer {
  verdict: Verdict;
  picks: string[];
  obstacles?: Obstacle[];
  consequences?: Consequence[];
  nothing?: boolean;
}

/** What was in the way of a decision, or what has to be known before it is made. */
export function DecidedAnswer({ answer, here }: { answer: DecideAnswer; here: string }) {
  const { t } = useText();
  if (answer.nothing) return <Notice tone="danger">{t("review.decide.nothing")}</Notice>;
  if (answer.obstacles) return <Obstacles obstacles={answer.obstacles} />;
  if (answer.consequences) return <Consequences {...answer} consequences={answer.consequences} here={here} />;
  return null;
}

function Obstacles({ obstacles }: { obstacles: Obstacle[] }) {
  const { t } = useText();
  return (
    <Notice tone="danger" title={t("review.decide.obstacles", { count: obstacles.length })}>
      <ul className="mt-2 list-disc ps-5">
        {obstacles.map((obstacle) => (
          <li key={obstacle.id}>
            <ObstacleSentence obstacle={obstacle} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function ObstacleSentence({ obstacle }: { obstacle: Obstacle }) {
  const { t, format } = useText();
  if (obstacle.reason === "unknown") return t("review.decide.obstacle.unknown");
  const { title, reason } = obstacle;
  if (reason !== "decided") return t(`review.decide.obstacle.${reason}`, { title });
  if (obstacle.status === "confirmed") return t("review.decide.obstacle.confirmed", { title });
  return t("review.decide.obstacle.decided", {
    title,
    status: t(`review.states.${obstacle.status}`),
    name: obstacle.by ?? t("review.decide.obstacle.somebody"),
    when: obstacle.at ? format.moment(obstacle.at) : "",
  });
}

/** The same choice once more, with what follows from it. */
function Consequences({
  verdict,
  picks,
  consequences,
  here,
}: Pick<DecideAnswer, "verdict" | "picks"> & { consequences: Consequence[]; here: string }) {
  const { t } = useText();
  return (
    <Notice tone="warning" title={t("review.decide.askTitle")}>
      <ul className="mt-2 flex flex-col gap-3">
        {consequences.map((one) => (
          <li key={one.id}>
            <p className="font-semibold">{one.title}</p>
            <ul className="list-disc ps-5">
              {one.cancels && <li>{t("review.decide.consequence.cancels")}</li>}
              {one.unplaces && <li>{t("review.decide.consequence.unplaces")}</li>}
              {one.told && <li>{t(`review.decide.consequence.${one.confirmed ? "confirmed" : "told"}`)}</li>}
            </ul>
          </li>
        ))}
      </ul>
      <Form method="post" className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="sure" value="yes" />
        {picks.map((pick) => (
          <input key={pick} type="hidden" name="pick" value={pick} />
        ))}
        <Button name="verdict" value={verdict} variant="danger">
          {t(`review.decide.sure.${verdict}`)}
        </Button>
        <TextLink to={here}>{t("review.decide.leave")}</TextLink>
      </Form>
    </Notice>
  );
}
