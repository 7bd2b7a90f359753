import { useText } from "~/platform/i18n/text.tsx";
import { Button } from "~/ui/index.ts";
import type { Attendee } from "./list.server.ts";

export interface Row extends Attendee {
  /** Ids for what the buttons do without script, so that a second click is not a second deed. */
  ids: { on: string; undo: string };
}

const notes = { absent: "absent", "not-coming": "not-coming", offered: "offered" } as const;

/** One person at the door and the one button for them: in, or back. */
export function DoorRow({ row, timeZone }: { row: Row; timeZone: string }) {
  const { t, format } = useText();
  const { personId, name, organisation, status, walkIn, arrivedAt, ids } = row;
  const hasSeat = status !== "waiting" && status !== "not-coming";
  const isIn = status === "attended";
  const note =
    arrivedAt && isIn
      ? t("door.page.inAt", { time: format.time(arrivedAt, timeZone) })
      : status in notes
        ? t(`door.page.${notes[status as keyof typeof notes]}`)
        : "";
  return (
    <li data-person={personId} data-in={isIn || undefined} className="door-row">
      <div className="min-w-0 flex-1">
        <p data-part="name" className="font-semibold">
          {name}
        </p>
        <p className="text-sm text-soft">
          <span data-part="organisation">{organisation}</span>{" "}
          <span data-part="note">{[walkIn && t("door.page.walkIn"), note].filter(Boolean).join(", ")}</span>
        </p>
      </div>
      <RowForm kind={hasSeat ? "in" : "walk-in"} id={ids.on} personId={personId} hidden={isIn}>
        {t(hasSeat ? "door.page.in" : "door.walkIn.button")}
      </RowForm>
      <RowForm kind="undo" id={ids.undo} personId={personId} hidden={!isIn}>
        {t("door.page.undo")}
      </RowForm>
    </li>
  );
}

interface RowFormProps {
  kind: "in" | "walk-in" | "undo";
  id: string;
  personId: string;
  hidden: boolean;
  children: string;
}

function RowForm({ kind, id, personId, hidden, children }: RowFormProps) {
  return (
    <form method="post" data-deed={kind} hidden={hidden}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="personId" value={personId} />
      <Button variant={kind === "undo" ? "quiet" : "secondary"}>{children}</Button>
    </form>
  );
}
