import { useText } from "~/platform/i18n/text.tsx";
import type { Change } from "./diff.ts";

const kinds = ["added", "changed", "cancelled"] as const;

/** `3 new, 1 changed`. */
export function ChangeSummary({ changes }: { changes: Change[] }) {
  const { t } = useText();
  const parts = kinds.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [t(`festivals.releases.${kind}`, { count })] : [];
  });
  return <>{parts.join(", ")}</>;
}
