import { useText } from "~/platform/i18n/text.tsx";
import type { IsoDate } from "~/platform/time.ts";
import { HostLine, LinkButton, type MarkedOrganisation, OrganisationBand } from "~/ui/index.ts";

export interface NextFestivalProps {
  festival: {
    slug: string;
    name: string;
    theme: string;
    startsOn: IsoDate;
    endsOn: IsoDate;
    status: string;
    language: string;
    signup: "not-yet" | "open" | "closed";
    hosts: MarkedOrganisation[];
  };
  today: IsoDate;
  /** Whether signing up is the one thing to do next on the page. */
  primary: boolean;
}

/** The festival that is on or comes next, and the one thing to do about it. */
export function NextFestival({ festival, today, primary }: NextFestivalProps) {
  const { t, format } = useText();
  const on = festival.startsOn <= today;
  const open = festival.signup === "open";
  return (
    <article className="card flex h-full flex-col items-start">
      <OrganisationBand colours={festival.hosts.map((host) => host.colour)} />
      <p className="font-semibold text-accent">
        {on
          ? t("home.festival.now")
          : t("home.festival.next", { when: format.relativeDay(festival.startsOn, today) })}
      </p>
      <h2 lang={festival.language} className="mt-1 text-2xl">
        {festival.name}
      </h2>
      {festival.theme && (
        <p lang={festival.language} className="mt-2 max-w-prose text-lg text-soft">
          {festival.theme}
        </p>
      )}
      <p className="mt-4 font-semibold">{format.dateRange(festival.startsOn, festival.endsOn)}</p>
      <HostLine hosts={festival.hosts} />
      <div className="mt-auto pt-6">
        <LinkButton to={`/festivals/${festival.slug}`} variant={open && primary ? "primary" : "secondary"}>
          {festival.status === "calling"
            ? t("home.festival.more")
            : open
              ? t("home.festival.choose")
              : t("home.festival.programme")}
        </LinkButton>
      </div>
    </article>
  );
}
