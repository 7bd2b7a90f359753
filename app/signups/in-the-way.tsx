import { ArrowLeftRight } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";
import type { Obstacle } from "./decide.ts";
import { ObstacleSentence } from "./obstacle-sentence.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

/** What stands in the way of a seat, and the offer to swap it where that is one seat. */
export function InTheWay({
  sessionId,
  obstacles,
  place,
}: {
  sessionId: string;
  obstacles: Obstacle[];
  place: number | null;
}) {
  const { t } = useText();
  const [only, ...others] = obstacles;
  const swap = only?.mayGiveUp && others.length === 0 ? only : null;
  return (
    <>
      <Notice tone="warning">
        {obstacles.map((obstacle) => (
          <ObstacleSentence key={obstacle.sessionId} obstacle={obstacle} />
        ))}
        {others.length > 0 && <GiveUpFirst obstacles={obstacles.filter((one) => one.mayGiveUp)} />}
      </Notice>
      {swap && place !== null && <p>{t("signups.full", { place })}</p>}
      {swap && (
        <SignUpForm
          sessionId={sessionId}
          givesUp={swap.sessionId}
          icon={ArrowLeftRight}
          label={t(place === null ? "signups.takeThis" : "signups.queueAndSwap", { title: swap.title })}
        />
      )}
    </>
  );
}

function GiveUpFirst({ obstacles }: { obstacles: Obstacle[] }) {
  const { t } = useText();
  if (obstacles.length === 0) return null;
  return (
    <>
      <p className="mt-3">{t("signups.severalInTheWay")}</p>
      <ul className="list-disc ps-5">
        {obstacles.map(({ sessionId, title }) => (
          <li key={sessionId}>
            <TextLink to={`/sessions/${sessionId}/sign-up`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}
