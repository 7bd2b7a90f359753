import { Link } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { classNames, OrganisationMark, organisationColour } from "~/ui/index.ts";
import type { Phase } from "./days.ts";
import { type Item, takesSignups } from "./item.ts";
import { SeatLine } from "./seat-line.tsx";

export interface SessionCardProps {
  item: Item;
  phase: Phase;
  festivalSlug: string;
  timeZone: string;
  multilingual: boolean;
  /** The grid says the room by its column; a list has to. */
  inGrid: boolean;
}

/** One session of a programme; all of it leads to the session's own page. */
export function SessionCard({ item, phase, festivalSlug, timeZone, multilingual, inGrid }: SessionCardProps) {
  const { t, format } = useText();
  const time = `${format.time(item.startsAt, timeZone)}–${format.time(item.endsAt, timeZone)}`;
  const place = item.room?.name ?? item.place;
  const details = [item.track, multilingual && format.language(item.language)]
    .filter(Boolean)
    .join("\u00a0· ");
  return (
    <article
      className={classNames(
        "organisation relative flex h-full flex-col gap-1 rounded-md border border-s-4 border-line border-s-(--organisation) px-3 py-2 focus-within:border-edge hover:border-edge",
        phase === "past" || item.cancelled ? "bg-transparent" : "bg-surface",
      )}
      style={organisationColour(item.host.colour)}
    >
      <p className="text-xs text-soft">
        {item.allDay ? t("programme.days.allDay") : <time dateTime={item.startsAt}>{time}</time>}
        {place && <span className={classNames(inGrid && item.room && "lg:sr-only")}> · {place}</span>}
      </p>
      <h5
        lang={item.language}
        className={classNames(
          "text-sm leading-snug font-semibold",
          (phase === "past" || item.cancelled) && "text-soft",
        )}
      >
        <Link
          to={`/festivals/${festivalSlug}/sessions/${item.id}`}
          className={classNames(
            "after:absolute after:inset-0 hover:underline",
            item.cancelled && "line-through",
          )}
        >
          {item.title}
        </Link>
      </h5>
      {item.speakers.length > 0 && <p className="text-xs text-soft">{item.speakers.join(", ")}</p>}
      <div className="flex flex-col gap-1 pt-1 text-xs text-soft">
        <p className="flex flex-wrap items-center gap-x-2 *:text-xs">
          <OrganisationMark organisation={item.host} size="small" />
          {details && <span>{details}</span>}
        </p>
        <SeatLine item={item} phase={phase} open={takesSignups(item)} />
      </div>
    </article>
  );
}
