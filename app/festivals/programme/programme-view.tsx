import { Form } from "@remix-run/react";
import { CalendarSearch, Printer } from "lucide-react";
import type { CSSProperties } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { EmptyState, LinkButton, Section, TextLink } from "~/ui/index.ts";
import { DayNav } from "./day-nav.tsx";
import { filterQuery, isNarrowed, type ProgrammeFilter, widened } from "./filter.ts";
import { PrintBar } from "./print-bar.tsx";
import type { Programme } from "./programme.ts";
import { ProgrammeFilters } from "./programme-filters.tsx";
import gridStyles from "./programme-grid.css?url";
import { ViewSwitch } from "./view-switch.tsx";

export interface ShownProgramme extends Omit<Programme, "days"> {
  /** The days, written out. */
  html: string;
  /** The hosts' colours as the cards name them. */
  colours: Record<string, string>;
}

export interface ProgrammeViewProps {
  path: string;
  programme: ShownProgramme;
  filter: ProgrammeFilter;
  /** In whose browser marks are kept: `account` where they are kept with the reader's account. */
  marks: "account" | "browser";
  /** Only marks are asked for, and the browser alone knows them: its script leaves the others out. */
  leavesOut: boolean;
}

/** The programme of a festival with everything that narrows it. */
export function ProgrammeView({ path, programme, filter, marks, leavesOut }: ProgrammeViewProps) {
  const { t } = useText();
  const here = `${path}${filterQuery(filter)}`;
  return (
    <Section id="programme" title={t("programme.title")}>
      {filter.print ? (
        <PrintBar path={path} filter={filter} />
      ) : (
        <ProgrammeFilters filter={filter} choices={programme.choices} />
      )}
      <p role="status" id="programme-found" className="text-sm text-soft">
        <Found programme={programme} filter={filter} />
      </p>
      <div
        id="programme-results"
        className="flex flex-col gap-3"
        data-marks={marks}
        data-only-marks={leavesOut ? "" : undefined}
        data-found={
          leavesOut ? t("programme.filters.found", { count: 0, total: programme.total }) : undefined
        }
      >
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="flex flex-wrap gap-x-4 text-sm">
            {isNarrowed(filter) && (
              <TextLink to={`${path}${filterQuery(widened(filter))}`}>
                {t("programme.filters.clear")}
              </TextLink>
            )}
            {programme.nowAt && (
              <a href="#now" className="text-link">
                {t("programme.days.toNow")}
              </a>
            )}
          </p>
          {!filter.print && (
            <div className="flex flex-wrap items-center gap-3">
              <ViewSwitch filter={filter} path={path} />
              <LinkButton
                to={`${path}${filterQuery({ ...filter, print: true })}`}
                icon={Printer}
                variant="quiet"
              >
                {t("programme.print.open")}
              </LinkButton>
            </div>
          )}
        </div>
        {!filter.print && (
          <DayNav programme={programme} to={(day) => `${path}${filterQuery({ ...filter, day })}`} />
        )}
        {leavesOut && (
          <>
            <noscript>
              <p>{t("programme.empty.noFavourites")}</p>
            </noscript>
            <p data-no-marks hidden>
              {t("programme.empty.noFavourites")}
            </p>
          </>
        )}
        {programme.html === "" ? (
          <NothingFits path={path} filter={filter} />
        ) : (
          <Days programme={programme} filter={filter} />
        )}
      </div>
      <Form id="favourites" method="post" action="/favourites">
        <input type="hidden" name="to" value={here} />
      </Form>
    </Section>
  );
}

function Found({ programme, filter }: Pick<ProgrammeViewProps, "programme" | "filter">) {
  const { t } = useText();
  const { shown, total, day } = programme;
  if (isNarrowed(filter) || day !== null) return <>{t("programme.filters.found", { count: shown, total })}</>;
  return <>{t("programme.filters.all", { count: total })}</>;
}

/** The grid's style sheet counts everywhere, where there is room, or not at all. */
export function Days({ programme, filter }: Pick<ProgrammeViewProps, "programme" | "filter">) {
  return (
    <>
      {filter.view === "grid" && <link rel="stylesheet" href={gridStyles} />}
      {filter.view === null && !filter.print && (
        <link rel="stylesheet" href={gridStyles} media="screen and (min-width: 64rem)" />
      )}
      <div
        className="programme"
        style={programme.colours as CSSProperties}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: written by day-html.ts, which escapes every text
        dangerouslySetInnerHTML={{ __html: programme.html }}
      />
    </>
  );
}

export function NothingFits({ path, filter }: { path: string; filter: ProgrammeFilter }) {
  const { t } = useText();
  const elsewhere = filter.day !== "all" && isNarrowed(filter);
  return (
    <EmptyState
      icon={CalendarSearch}
      title={t("programme.empty.filteredTitle")}
      action={
        <>
          <LinkButton to={path}>{t("programme.empty.clear")}</LinkButton>
          {elsewhere && (
            <LinkButton to={`${path}${filterQuery({ ...filter, day: "all" })}`} variant="quiet">
              {t("programme.empty.allDays")}
            </LinkButton>
          )}
        </>
      }
    >
      {t(filter.favourites ? "programme.empty.noFavourites" : "programme.empty.filteredText")}
    </EmptyState>
  );
}
