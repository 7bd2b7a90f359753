import { useText } from "~/platform/i18n/text.tsx";
import { Badge, type Tone } from "~/ui/index.ts";
import type { Phase } from "./days.ts";
import type { Item } from "./item.ts";

const standings = { in: "success", offered: "accent", waiting: "info" } as const satisfies Record<
  string,
  Tone
>;

/** What the viewer has of a session, or what there is to have. */
export function SeatLine({ item, phase, open }: { item: Item; phase: Phase; open: boolean }) {
  const { t } = useText();
  return (
    <p className="flex flex-wrap items-center gap-2 empty:hidden">
      {item.cancelled && <Badge tone="danger">{t("programme.session.cancelled")}</Badge>}
      {item.tentative && <Badge tone="warning">{t("programme.session.tentative")}</Badge>}
      {phase === "now" && !item.cancelled && <Badge tone="accent">{t("programme.session.now")}</Badge>}
      {item.standing && !item.cancelled && (
        <Badge tone={standings[item.standing]}>{t(`programme.session.${item.standing}`)}</Badge>
      )}
      {open && phase === "to-come" && item.standing !== "in" && <Seats left={item.seatsLeft} />}
    </p>
  );
}

function Seats({ left }: { left: number | null }) {
  const { t } = useText();
  if (left === null) return null;
  if (left === 0) return <span className="font-semibold">{t("programme.session.full")}</span>;
  return <span className="tabular-nums">{t("programme.session.left", { count: left })}</span>;
}
