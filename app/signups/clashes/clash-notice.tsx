import { useText } from "~/platform/i18n/text.tsx";
import { LinkButton, Notice } from "~/ui/index.ts";
import type { Clash } from "./clash.ts";

/** Says that something overlaps and leads to where one chooses. */
export function ClashNotice({ clashes }: { clashes: Clash[] }) {
  const { t } = useText();
  if (clashes.length === 0) return null;
  return (
    <Notice tone="warning" title={t("clashes.notice", { count: clashes.length })}>
      {clashes.map(([first, second]) => (
        <p key={`${first.sessionId} ${second.sessionId}`}>
          {t("clashes.pair", { first: first.title, second: second.title })}
        </p>
      ))}
      <p className="mt-1">{t("clashes.untilThen")}</p>
      <p className="mt-3">
        <LinkButton to="/agenda/clashes" size="small" variant="primary">
          {t("clashes.choose")}
        </LinkButton>
      </p>
    </Notice>
  );
}
