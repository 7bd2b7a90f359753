import { CalendarX, Hand, Mic, RotateCcw, UserMinus } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Card, Stack } from "~/ui/index.ts";
import type { TurnPage } from "./view.server.ts";

/** Where a week stands, what comes by itself, and the decisions that need nothing but a tap. */
export function DecideCard({ page }: { page: TurnPage }) {
  return (
    <Card>
      <Stack>
        <p className="font-serif text-xl">{page.state}</p>
        <p className="max-w-prose">{page.next}</p>
        <Buttons page={page} />
      </Stack>
    </Card>
  );
}

function Buttons({ page }: { page: TurnPage }) {
  const { t, format } = useText();
  const { status, isToCome, speaker, hasGuest } = page;
  if (!isToCome) return <Aftermath page={page} />;
  if (status === "cancelled")
    return (
      <div>
        <ActionForm fields={{ intent: "reinstate" }} variant="secondary" icon={RotateCcw}>
          {t("lectures.organise.reinstate")}
        </ActionForm>
      </div>
    );
  const callOff = (
    <ActionForm
      fields={{ intent: "call-off" }}
      variant="secondary"
      icon={CalendarX}
      confirm={t("lectures.organise.confirmCallOff", { date: format.date(page.date) })}
    >
      {t("turn.page.callOff")}
    </ActionForm>
  );
  if (status === "confirmed")
    return (
      <div className="flex flex-wrap gap-3">
        <ActionForm
          fields={{ intent: "release" }}
          variant="secondary"
          icon={UserMinus}
          confirm={t("turn.page.confirmRelease")}
        >
          {hasGuest || !speaker ? t("turn.page.releaseGuest") : t("turn.page.release", { name: speaker })}
        </ActionForm>
        {callOff}
      </div>
    );
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <ActionForm fields={{ intent: "speak" }} icon={Hand}>
          {t("turn.page.speak")}
        </ActionForm>
        <ActionForm fields={{ intent: "open-floor" }} variant="secondary" icon={Mic}>
          {t("turn.page.openFloor")}
        </ActionForm>
        {callOff}
      </div>
      <p className="max-w-prose text-sm text-soft">{t("turn.page.decideText")}</p>
    </>
  );
}

/** After the day: whether the speaker came. */
function Aftermath({ page: { status, hasGuest } }: { page: TurnPage }) {
  const { t } = useText();
  if (hasGuest || (status !== "held" && status !== "no-show")) return null;
  const [intent, label] =
    status === "held"
      ? (["no-show", "lectures.organise.noShow"] as const)
      : (["came", "lectures.organise.came"] as const);
  return (
    <div>
      <ActionForm fields={{ intent }} variant="secondary">
        {t(label)}
      </ActionForm>
    </div>
  );
}
