import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Card, Stack } from "~/ui/index.ts";
import type { MayLeave } from "./not-coming.server.ts";

/** One session, what one has of it, and what giving it up does. */
export function NotComingCard({ session }: { session: MayLeave }) {
  const { t, format } = useText();
  const { title, status, waiting, sessionId } = session;
  const may = status === "seat" || status === "waiting";
  return (
    <Card>
      <Stack>
        <div>
          <h2 className="text-xl">{title}</h2>
          <p className="text-soft">{format.sessionTime(session)}</p>
        </div>
        {may ? (
          <>
            <p className="max-w-prose">
              {t(status === "seat" ? "door.notComing.seat" : "door.notComing.wait")}{" "}
              {status === "seat" &&
                (waiting > 0
                  ? t("door.notComing.consequence", { count: waiting })
                  : t("door.notComing.noQueue"))}
            </p>
            <ActionForm fields={{ sessionId }}>{t("door.notComing.button")}</ActionForm>
          </>
        ) : (
          <p>{t(status === "over" ? "door.notComing.over" : "door.notComing.gone")}</p>
        )}
      </Stack>
    </Card>
  );
}
