import { useText } from "~/platform/i18n/text.tsx";
import { Avatar, OrganisationMark } from "~/ui/index.ts";
import type { SeriesHost } from "./series.ts";

interface SpeakerProps {
  speaker: { name: string; organisation: SeriesHost | null } | null;
  isOpenFloor?: boolean;
}

/** Who speaks, and for which organisation; words in their place while nobody has agreed. */
export function Speaker({ speaker, isOpenFloor = false }: SpeakerProps) {
  const { t } = useText();
  if (isOpenFloor) return <span>{t("turn.openFloor")}</span>;
  if (!speaker) return <span className="text-soft">{t("lectures.noSpeaker")}</span>;
  return (
    <span className="inline-flex items-center gap-3">
      <Avatar name={speaker.name} size="small" />
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{speaker.name}</span>
        {speaker.organisation && <OrganisationMark organisation={speaker.organisation} size="small" />}
      </span>
    </span>
  );
}
