import { useText } from "~/platform/i18n/text.tsx";
import { Notice } from "~/ui/index.ts";
import type { Sync } from "./use-sync.ts";

/** Said only where saving does not work: what waits, and that the page goes on trying. */
export function UnsavedNotice({ sync }: { sync: Sync }) {
  const { t } = useText();
  const { trouble, state } = sync;
  const count = state.pending.length;
  if (trouble === null) return null;
  return (
    <Notice tone="danger">
      {t(trouble === "offline" ? "timetable.editor.offline" : "timetable.editor.signedOut")}
      {count > 0 && t("timetable.editor.unsaved", { count })}{" "}
      {trouble === "signed-out" && (
        <a className="text-link" href="/login" target="_blank" rel="noreferrer">
          {t("timetable.editor.signIn")}
        </a>
      )}
    </Notice>
  );
}
