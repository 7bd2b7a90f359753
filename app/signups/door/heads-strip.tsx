import { useText } from "~/platform/i18n/text.tsx";
import type { Heads } from "./heads.ts";

export interface HeadsStripProps {
  heads: Heads;
  /** Null: everybody fits. */
  free: number | null;
}

/** How full the room is, large enough for a phone at arm's length; the script keeps the figures true. */
export function HeadsStrip({ heads, free }: HeadsStripProps) {
  const { t } = useText();
  const figures = [
    { key: "arrived", value: heads.arrived },
    { key: "expected", value: heads.expected },
    ...(free === null ? [] : [{ key: "free", value: free } as const]),
    { key: "waiting", value: heads.waiting },
  ] as const;
  return (
    <dl aria-label={t("door.heads.title")} className="door-heads">
      {figures.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(`door.heads.${key}`)}</dt>
          <dd data-heads={key}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
