import { useState } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button } from "~/ui/index.ts";
import { useEditor } from "./context.tsx";
import { Labelled, Sheet } from "./sheet.tsx";
import { SpotFields } from "./spot-fields.tsx";
import { localOfSpot, type Spot } from "./timetable.ts";
import { newId } from "./use-sync.ts";

export interface AddSheetProps {
  first: Spot;
  days: readonly string[];
  onAdded: (session: { title: string; kind: "break" | "plenary"; spot: Spot }) => void;
  onClose: () => void;
}

/** A break or a plenary session, made where it stands. */
export function AddSheet({ first, days, onAdded, onClose }: AddSheetProps) {
  const { t } = useText();
  const { data, act } = useEditor();
  const [kind, setKind] = useState<"break" | "plenary">("break");
  const [title, setTitle] = useState("");
  const [organisationId, setOrganisationId] = useState(data.hosts[0]?.id ?? "");
  const [spot, setSpot] = useState(first);
  const add = () => {
    const { roomId, minutes: durationMinutes } = spot;
    const session = { kind, title: title.trim(), organisationId, roomId, durationMinutes };
    act({ kind: "add", id: newId(), session: { ...session, startsLocal: localOfSpot(spot) } });
    onAdded({ title: session.title, kind, spot });
    onClose();
  };
  return (
    <Sheet title={t("timetable.editor.addTitle")} onClose={onClose}>
      <form
        className="tt-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className="tt-fields">
          <Labelled label={t("timetable.editor.kind")}>
            <select
              className="control"
              value={kind}
              onChange={(event) => setKind(event.target.value === "break" ? "break" : "plenary")}
            >
              <option value="break">{t("timetable.editor.break")}</option>
              <option value="plenary">{t("timetable.editor.plenary")}</option>
            </select>
          </Labelled>
          <Labelled label={t("timetable.editor.name")}>
            <input
              className="control"
              required
              minLength={2}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Labelled>
          {data.hosts.length > 1 && (
            <Labelled label={t("timetable.editor.host")}>
              <select
                className="control"
                value={organisationId}
                onChange={(event) => setOrganisationId(event.target.value)}
              >
                {data.hosts.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </Labelled>
          )}
        </div>
        <SpotFields spot={spot} days={days} without={t("timetable.editor.acrossRooms")} onChange={setSpot} />
        <div>
          <Button>{t("timetable.editor.addSave")}</Button>
        </div>
      </form>
    </Sheet>
  );
}
