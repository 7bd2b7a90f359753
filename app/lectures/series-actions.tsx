import { Hand, MonitorPlay, Printer, Settings, Timer, Users } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, LinkButton } from "~/ui/index.ts";
import type { Series } from "./series.ts";

interface SeriesActionsProps {
  series: Pick<Series, "slug">;
  standing: {
    signedIn: boolean;
    onRoster: boolean;
    mayJoin: boolean;
    maySeeRoster: boolean;
    mayOrganise: boolean;
  };
  /** Something else on the page comes first today. */
  isSecond?: boolean;
}

/** What this reader can do with a series: speaking comes first, for who does not yet. */
export function SeriesActions({ series, standing, isSecond = false }: SeriesActionsProps) {
  const { t } = useText();
  const here = `/lectures/${series.slug}`;
  return (
    <>
      {!standing.signedIn && (
        <LinkButton variant="primary" to={`/login?to=${encodeURIComponent(`${here}/join`)}`} icon={Hand}>
          {t("lectures.series.signInToSpeak")}
        </LinkButton>
      )}
      {standing.mayJoin && !standing.onRoster && (
        <ActionForm
          action={`${here}/join`}
          label={t("lectures.series.speak")}
          icon={Hand}
          variant={isSecond ? "secondary" : "primary"}
        />
      )}
      {standing.maySeeRoster && (
        <LinkButton to={`${here}/roster`} icon={Users}>
          {t("lectures.series.roster")}
        </LinkButton>
      )}
      <LinkButton variant="quiet" to={`${here}/poster`} icon={Printer}>
        {t("visible.poster.link")}
      </LinkButton>
      <LinkButton variant="quiet" to={`${here}/screen`} icon={MonitorPlay} reloadDocument>
        {t("visible.screen.link")}
      </LinkButton>
      {standing.mayOrganise && (
        <LinkButton variant="quiet" to={`${here}/clock`} icon={Timer} reloadDocument>
          {t("lecture.wallClock.title")}
        </LinkButton>
      )}
      {standing.mayOrganise && (
        <LinkButton to={`${here}/organise`} icon={Settings}>
          {t("lectures.series.organise")}
        </LinkButton>
      )}
    </>
  );
}
