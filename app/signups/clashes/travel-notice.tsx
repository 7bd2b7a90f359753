import { Footprints } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "~/ui/index.ts";
import type { TravelWarning } from "./travel.ts";

/** "You have 5 minutes from Room A (Harbour building) to Room B (Mill): about 12 minutes on foot." */
export function TravelNotice({ warnings }: { warnings: TravelWarning[] }) {
  const { t, format } = useText();
  return warnings.map(({ from, to, minutes, needed }) => (
    <p
      key={`${from.sessionId} ${to.sessionId}`}
      data-tone="warning"
      className="flex items-start gap-1.5 text-sm text-(--tone)"
    >
      <Icon of={Footprints} size={18} />
      <span>
        {t(minutes === 0 ? "clashes.travelNone" : "clashes.travel", {
          minutes: format.minutes(minutes),
          needed: format.minutes(needed),
          from: from.room,
          fromVenue: from.venue,
          to: to.room,
          toVenue: to.venue,
        })}
      </span>
    </p>
  ));
}
