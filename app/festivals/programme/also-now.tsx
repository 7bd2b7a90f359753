import { ArrowLeft, ArrowRight } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Icon, TextLink } from "~/ui/index.ts";
import type { Neighbour, Neighbours } from "./neighbours.ts";

const fewEnough = 6;

/** What else is on at the time of a session, and the way to the ones beside it. */
export function AlsoNow({ neighbours, base }: { neighbours: Neighbours; base: string }) {
  const { t } = useText();
  const { meanwhile, previous, next } = neighbours;
  if (meanwhile.length === 0) return null;
  const to = ({ id }: Neighbour) => `${base}/sessions/${id}`;
  return (
    <nav aria-label={t("programme.also.label")} className="flex flex-col gap-3">
      <p className="flex flex-wrap justify-between gap-x-6 gap-y-2">
        {previous && (
          <span className="inline-flex min-h-11 items-center gap-2">
            <Icon of={ArrowLeft} size={18} />
            <TextLink to={to(previous)}>{t("programme.also.previous", { title: previous.title })}</TextLink>
          </span>
        )}
        {next && (
          <span className="ms-auto inline-flex min-h-11 items-center gap-2">
            <TextLink to={to(next)}>{t("programme.also.next", { title: next.title })}</TextLink>
            <Icon of={ArrowRight} size={18} />
          </span>
        )}
      </p>
      <Disclosure
        summary={t("programme.also.summary", { count: meanwhile.length })}
        open={meanwhile.length <= fewEnough}
      >
        <ul className="flex flex-col gap-1">
          {meanwhile.map((one) => (
            <li key={one.id}>
              <span lang={one.language}>
                <TextLink to={to(one)}>{one.title}</TextLink>
              </span>
              {one.place && <span className="text-soft"> · {one.place}</span>}
            </li>
          ))}
        </ul>
      </Disclosure>
    </nav>
  );
}
