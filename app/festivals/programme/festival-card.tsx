import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Card, HostLine, OrganisationBand, type Tone } from "~/ui/index.ts";
import type { FestivalState } from "./state.ts";

export interface FestivalCardProps {
  festival: {
    slug: string;
    name: string;
    theme: string;
    language: string;
    startsOn: string;
    endsOn: string;
    state: FestivalState;
    hosts: { name: string; slug: string; colour: string }[];
  };
}

const tones: Record<FestivalState, Tone> = {
  draft: "warning",
  calling: "info",
  released: "success",
  on: "accent",
  over: "neutral",
  cancelled: "danger",
  postponed: "warning",
};

/** A festival in a list. */
export function FestivalCard({ festival }: FestivalCardProps) {
  const { t, format } = useText();
  return (
    <Card to={`/festivals/${festival.slug}`}>
      <OrganisationBand colours={festival.hosts.map((host) => host.colour)} />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 lang={festival.language} className="text-xl">
          {festival.name}
        </h3>
        <Badge tone={tones[festival.state]}>{t(`programme.state.${festival.state}`)}</Badge>
      </div>
      <p className="mt-1 font-semibold">{format.dateRange(festival.startsOn, festival.endsOn)}</p>
      {festival.theme && (
        <p lang={festival.language} className="mt-2 max-w-prose text-soft">
          {festival.theme}
        </p>
      )}
      <div className="mt-4">
        <HostLine hosts={festival.hosts} size="small" />
      </div>
    </Card>
  );
}
