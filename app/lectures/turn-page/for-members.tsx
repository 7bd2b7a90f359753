import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Notice, TextLink } from "~/ui/index.ts";
import type { ForMembers } from "./for-members.server.ts";
import { HistoryList } from "./history-list.tsx";

/** A speaker who looks for somebody to swap with, on the page of their lecture. */
export function SwapHint({ seen, lecture }: { seen: ForMembers; lecture: string }) {
  const { t } = useText();
  if (!seen?.looking) return null;
  return (
    <Notice title={t("swaps.looking", { name: seen.looking })}>
      <TextLink to={`${lecture}/swap`}>{t("swaps.lookingLink")}</TextLink>
    </Notice>
  );
}

/** What happened to a week, for those who take part in the roster. */
export function WeekHistory({ seen }: { seen: ForMembers }) {
  const { t } = useText();
  if (!seen || seen.history.length === 0) return null;
  return (
    <Disclosure summary={t("turn.page.history")}>
      <HistoryList lines={seen.history} zone={seen.zone} />
    </Disclosure>
  );
}
