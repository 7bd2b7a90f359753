import { Check, Hand, LogIn } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Card, Icon, LinkButton, Notice, Stack } from "~/ui/index.ts";
import type { Series } from "../series.ts";

export interface JoinStanding {
  signedIn: boolean;
  onRoster: boolean;
  /** Whether they were on it before: their balance waits. */
  wasOn: boolean;
  mayJoin: boolean;
}

interface JoinPanelProps {
  series: Pick<Series, "slug" | "durationMinutes" | "visibility"> & { hosts: readonly { name: string }[] };
  standing: JoinStanding;
}

const means = ["asked", "no", "away"] as const;

/** One button, what it means, and what others see. */
export function JoinPanel({ series, standing }: JoinPanelProps) {
  const { t, format } = useText();
  return (
    <Card>
      <Stack gap="loose">
        <JoinVerb series={series} standing={standing} />
        <ul className="flex flex-col gap-3">
          {means.map((line) => (
            <li key={line} className="flex gap-3">
              <span className="mt-0.5 text-accent">
                <Icon of={Check} size={20} />
              </span>
              <span>{t(`roster.join.${line}`, { length: format.minutes(series.durationMinutes) })}</span>
            </li>
          ))}
        </ul>
        <div>
          <h2 className="text-lg">{t("roster.join.seenTitle")}</h2>
          <p className="mt-1 max-w-prose text-soft">
            {t(series.visibility === "public" ? "roster.join.seenPublic" : "roster.join.seenHosts")}{" "}
            {t("roster.join.seenRoster")}
          </p>
        </div>
      </Stack>
    </Card>
  );
}

function JoinVerb({ series, standing }: JoinPanelProps) {
  const { t, format } = useText();
  const here = `/lectures/${series.slug}`;
  if (standing.onRoster)
    return (
      <Notice tone="success" title={t("roster.join.on")}>
        <p className="mt-3">
          <LinkButton to={`${here}/roster`}>{t("roster.join.toRoster")}</LinkButton>
        </p>
      </Notice>
    );
  if (!standing.signedIn)
    return (
      <div>
        <LinkButton variant="primary" icon={LogIn} to={`/login?to=${encodeURIComponent(`${here}/join`)}`}>
          {t("roster.join.submit")}
        </LinkButton>
        <p className="mt-2 text-sm text-soft">{t("roster.join.signIn")}</p>
      </div>
    );
  if (!standing.mayJoin)
    return (
      <Notice title={t("roster.join.notYours")}>
        {t("roster.join.notYoursText", { hosts: format.list(series.hosts.map(({ name }) => name)) })}
      </Notice>
    );
  return (
    <div>
      <ActionForm icon={Hand}>{t("roster.join.submit")}</ActionForm>
      {standing.wasOn && <p className="mt-2 text-sm text-soft">{t("lectures.roster.backText")}</p>}
    </div>
  );
}
