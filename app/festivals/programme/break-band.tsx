import { useText } from "~/platform/i18n/text.tsx";
import { classNames } from "~/ui/index.ts";
import type { Item } from "./item.ts";

/** A break: when and where, and nothing to sign up for. */
export function BreakBand({ item, timeZone, inGrid }: { item: Item; timeZone: string; inGrid: boolean }) {
  const { format } = useText();
  const place = item.room?.name ?? item.place;
  return (
    <div className="flex h-full flex-wrap items-center gap-x-3 rounded-md bg-sunken px-3 py-2 text-sm text-soft">
      <h5 lang={item.language} className={classNames("font-semibold", item.cancelled && "line-through")}>
        {item.title}
      </h5>
      <p className={classNames(inGrid && "lg:text-xs")}>
        <time dateTime={item.startsAt}>
          {format.time(item.startsAt, timeZone)}–{format.time(item.endsAt, timeZone)}
        </time>
        {place && ` · ${place}`}
      </p>
    </div>
  );
}
