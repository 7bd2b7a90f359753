import { CalendarSearch } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { EmptyState, LinkButton, Section, TextLink } from "~/ui/index.ts";
import { DayNav } from "./day-nav.tsx";
import { filterQuery, isNarrowed, type ProgrammeFilter } from "./filter.ts";
import type { Programme, ShownDay } from "./programme.ts";
import { ProgrammeFilters } from "./programme-filters.tsx";
import { ProgrammeGrid } from "./programme-grid.tsx";
import { SessionCard } from "./session-card.tsx";
import { ViewSwitch } from "./view-switch.tsx";

export interface ProgrammeViewProps {
  festival: { slug: string; timeZone: string };
  programme: Programme;
  filter: ProgrammeFilter;
}

const unfiltered = { host: null, track: null, language: null, free: false } as const;

/** The programme of a festival with everything that narrows it. */
export function ProgrammeView({ festival, programme, filter }: ProgrammeViewProps) {
  const { t } = useText();
  const path = `/festivals/${festival.slug}`;
  const { shown, total } = programme;
  const narrowed = isNarrowed(filter);
  return (
    <Section id="programme" title={t("programme.title")} actions={<ViewSwitch filter={filter} path={path} />}>
      <ProgrammeFilters filter={filter} choices={programme.choices} />
      <p className="flex flex-wrap gap-x-4 text-sm text-soft">
        {narrowed || filter.day
          ? t("programme.filters.found", { count: shown, total })
          : t("programme.filters.all", { count: total })}
        {narrowed && (
          <TextLink to={`${path}${filterQuery({ ...filter, ...unfiltered })}`}>
            {t("programme.filters.clear")}
          </TextLink>
        )}
        {programme.nowAt && (
          <a href="#now" className="text-link">
            {t("programme.days.toNow")}
          </a>
        )}
      </p>
      <DayNav programme={programme} filter={filter} path={path} />
      {programme.days.length === 0 && <NothingFits path={path} filter={filter} />}
      {programme.days.map((day) => (
        <Day key={day.date} day={day} festival={festival} programme={programme} filter={filter} />
      ))}
    </Section>
  );
}

function Day({ day, festival, programme, filter }: ProgrammeViewProps & { day: ShownDay }) {
  const { t, format } = useText();
  const common = {
    festivalSlug: festival.slug,
    timeZone: festival.timeZone,
    multilingual: programme.multilingual,
  };
  return (
    <section
      id={`day-${day.date}`}
      aria-labelledby={`day-${day.date}-title`}
      className="flex flex-col gap-3 pt-4"
    >
      <h3 id={`day-${day.date}-title`} className="text-xl first-letter:uppercase">
        {format.dateLong(day.date)}
      </h3>
      {day.allDay.length > 0 && <h4 className="sr-only">{t("programme.days.allDay")}</h4>}
      {day.allDay.length > 0 && (
        <ul className="flex flex-col gap-2">
          {day.allDay.map((item) => (
            <li key={item.id}>
              <SessionCard
                {...common}
                item={item}
                phase={programme.phases[item.id] ?? "to-come"}
                inGrid={false}
              />
            </li>
          ))}
        </ul>
      )}
      <ProgrammeGrid
        {...common}
        grid={day.grid}
        date={day.date}
        phases={programme.phases}
        view={filter.view}
        nowAt={programme.nowAt}
      />
    </section>
  );
}

function NothingFits({ path, filter }: { path: string; filter: ProgrammeFilter }) {
  const { t } = useText();
  const elsewhere = filter.day && isNarrowed(filter);
  return (
    <EmptyState
      icon={CalendarSearch}
      title={t("programme.empty.filteredTitle")}
      action={
        <>
          <LinkButton to={path}>{t("programme.empty.clear")}</LinkButton>
          {elsewhere && (
            <LinkButton to={`${path}${filterQuery({ ...filter, day: null })}`} variant="quiet">
              {t("programme.empty.allDays")}
            </LinkButton>
          )}
        </>
      }
    >
      {t("programme.empty.filteredText")}
    </EmptyState>
  );
}
