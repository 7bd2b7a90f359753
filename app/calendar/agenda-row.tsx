import { MapPin, TriangleAlert } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { DeedLines } from "~/signups/attendees/deed-lines.tsx";
import type { TravelWarning } from "~/signups/clashes/travel.ts";
import { TravelNotice } from "~/signups/clashes/travel-notice.tsx";
import { Badge, Icon, Inline, LinkButton, StatusBadge, TextLink, Time, type Tone } from "~/ui/index.ts";
import type { AgendaItem } from "./agenda.ts";

const tones: Record<AgendaItem["part"], Tone> = {
  gives: "info",
  attends: "success",
  offered: "info",
  waits: "warning",
  "passed-over": "warning",
};

export function AgendaRow({
  item,
  past,
  travel = [],
}: {
  item: AgendaItem;
  past: boolean;
  /** To it from what stands before it. */
  travel?: TravelWarning[];
}) {
  const { t, format } = useText();
  const cancelled = item.status === "cancelled";
  return (
    <li className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[12rem_1fr_auto]">
      <Hours item={item} />
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className={cancelled ? "font-semibold line-through" : "font-semibold"}>
          <TextLink to={item.path}>{item.title}</TextLink>
        </p>
        <p className="text-sm text-soft">
          {item.of}
          {item.part !== "gives" &&
            item.speakers.length > 0 &&
            ` · ${t("calendar.agenda.with", { names: format.list(item.speakers) })}`}
        </p>
        {item.where && (
          <p className="flex items-start gap-1.5 text-sm text-soft">
            <Icon of={MapPin} size={16} />
            {item.where}
          </p>
        )}
        <Inline gap="tight">
          <Badge tone={cancelled ? "neutral" : tones[item.part]}>
            {t(`calendar.agenda.part.${item.part}`, { place: item.place ?? "" })}
          </Badge>
          {cancelled && <StatusBadge status="cancelled">{t("calendar.agenda.cancelled")}</StatusBadge>}
          {item.status === "tentative" && (
            <StatusBadge status="tentative">{t("calendar.agenda.tentative")}</StatusBadge>
          )}
        </Inline>
        {!past && item.deed && (
          <div className="text-sm">
            <DeedLines deed={item.deed} />
          </div>
        )}
        {!past && !cancelled && <Concerns item={item} />}
        {!past && !cancelled && <TravelNotice warnings={travel} />}
      </div>
      {!past && !cancelled && (item.part === "attends" || item.part === "offered") && (
        <div className="mt-2 sm:mt-0">
          <LinkButton size="small" variant="quiet" to={`${item.path}#sign-up`}>
            {t(item.part === "attends" ? "calendar.agenda.leaveSeat" : "calendar.agenda.answer")}
          </LinkButton>
        </div>
      )}
    </li>
  );
}

/** When it is where the reader is, and on the session's own clock when that shows something else. */
function Hours({ item }: { item: AgendaItem }) {
  const { t, format, timeZone } = useText();
  const span = (zone: string) => `${format.time(item.startsAt, zone)}–${format.time(item.endsAt, zone)}`;
  if (item.allDay) return <p>{t("calendar.agenda.allDay")}</p>;
  return (
    <div className="tabular-nums">
      <Time at={item.startsAt}>{span(timeZone)}</Time>
      {!format.sameZone(item.timeZone, item.startsAt) && (
        <p className="text-sm text-soft">
          {t("calendar.agenda.ownClock", {
            time: span(item.timeZone),
            zone: format.zoneName(item.timeZone),
          })}
        </p>
      )}
    </div>
  );
}

/** What this person has to choose about. */
function Concerns({ item }: { item: AgendaItem }) {
  const { t, format } = useText();
  return (
    <>
      {item.part === "passed-over" && <p className="text-sm">{t("calendar.agenda.passedOver")}</p>}
      {item.clashes.length > 0 && (
        <p data-tone="warning" className="flex items-start gap-1.5 text-sm font-semibold text-(--tone)">
          <Icon of={TriangleAlert} size={18} />
          <span>
            {t("calendar.agenda.clash", { titles: format.list(item.clashes) })}
            {(item.part === "attends" || item.part === "gives") && (
              <>
                {" "}
                <TextLink to="/agenda/clashes">{t("clashes.choose")}</TextLink>
              </>
            )}
          </span>
        </p>
      )}
    </>
  );
}
