import { useText } from "~/platform/i18n/text.tsx";
import { Button, Page } from "~/ui/index.ts";
import type { showCode } from "./shown-code.server.ts";

type Shown = NonNullable<Awaited<ReturnType<typeof showCode>>>;
type CodeForHostProps = Omit<Extract<Shown, { is: "host" }>, "is"> & { ids: string[] };

/** A code read by a phone's own camera, by somebody who stands at a door: one button for each of their sessions. */
export function CodeForHost({ slug, name, personId, doors, ids }: CodeForHostProps) {
  const { t, format } = useText();
  return (
    <Page width="narrow" title={t("door.code.host", { name })} intro={t("door.code.hostText")}>
      <ul className="door-list">
        {doors.map((door, index) => {
          const { status, arrivedAt } = door;
          const has = status === "confirmed" || status === "offered" || status === "absent";
          const isIn = status === "attended";
          const note =
            isIn && arrivedAt
              ? t("door.code.isIn", { time: format.time(arrivedAt, door.timeZone) })
              : t(has ? "door.code.has" : status === "waiting" ? "door.code.wait" : "door.code.hasNot");
          return (
            <li key={door.id} className="door-row">
              <div className="min-w-0 flex-1">
                <p className="font-semibold">{door.title}</p>
                <p className="text-sm text-soft">
                  {format.sessionTime(door)} · {note}
                </p>
              </div>
              {!isIn && (
                <form method="post" action={`/festivals/${slug}/organise/door/${door.id}`}>
                  <input type="hidden" name="kind" value={has ? "in" : "walk-in"} />
                  <input type="hidden" name="id" value={ids[index] ?? ""} />
                  <input type="hidden" name="personId" value={personId} />
                  <Button variant={has ? "primary" : "secondary"}>
                    {t(has ? "door.page.in" : "door.walkIn.button")}
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
