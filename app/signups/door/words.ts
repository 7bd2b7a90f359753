import { useText } from "~/platform/i18n/text.tsx";

const said = [
  ...[
    "done",
    "undone",
    "cameBack",
    "already",
    "alreadyElsewhere",
    "notIn",
    "overtaken",
    "unknown",
    "cancelled",
  ],
  ...["too-early", "too-late", "no-seat", "kept", "not-yet", "full", "fullWalkIn", "elsewhere", "gives"],
  ...["same-workshop", "pendingIn", "pendingUndo", "pendingWalkIn", "somebody"],
  ...["walkInThen", "givesUpThen", "anywayThen", "dismiss"],
] as const;

/** All that door.js says, in the reader's language; what stands in braces it fills in. */
export function useDoorWords() {
  const { t } = useText();
  const text = t as (key: string, values?: object) => string;
  const sayings = Object.fromEntries(said.map((key) => [key, text(`door.said.${key}`)]));
  return {
    said: sayings as Record<string, string>,
    in: t("door.page.in"),
    undo: t("door.page.undo"),
    walkInButton: t("door.walkIn.button"),
    inAt: t("door.page.inAt", { time: "{time}" }),
    walkIn: t("door.page.walkIn"),
    absent: t("door.page.absent"),
    "not-coming": t("door.page.not-coming"),
    offered: t("door.page.offered"),
    pending: t("door.page.pending"),
    noCamera: t("door.page.noCamera"),
    scan: t("door.page.scan"),
    scanStop: t("door.page.scanStop"),
    onlyAddress: t("door.walkIn.offline"),
    online: t("door.network.online"),
    offline: t("door.network.offline"),
    kept: t("door.network.keptCount"),
    login: t("door.network.login"),
    signIn: t("door.network.signIn"),
    forbidden: t("door.network.forbidden"),
    trouble: t("door.network.trouble"),
  };
}
