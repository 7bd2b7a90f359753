import { useState } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Notice } from "~/ui/index.ts";
import type { Card } from "./card.ts";
import { useEditor } from "./context.tsx";
import { Sheet } from "./sheet.tsx";
import { SpotFields } from "./spot-fields.tsx";
import { type Spot, spotOf } from "./timetable.ts";
import { newId } from "./use-sync.ts";
import { sayFit } from "./words.ts";

export interface MoveSheetProps {
  card: Card;
  days: readonly string[];
  first: Spot;
  onClose: () => void;
}

/** A session's form: where it stands, and whatever else can be done with it. */
export function MoveSheet({ card, days, first, onClose }: MoveSheetProps) {
  const text = useText();
  const { t } = text;
  const { around, cards, place, data } = useEditor();
  const [spot, setSpot] = useState(() => spotOf(card) ?? first);
  const host = card.host.name;
  const edit = `/festivals/${data.festival.slug}/organise/sessions/${card.id}`;
  return (
    <Sheet title={t("timetable.editor.moveTitle", { title: card.title })} onClose={onClose}>
      {card.mayEdit && !card.cancelled && (
        <form
          className="tt-form"
          onSubmit={(event) => {
            event.preventDefault();
            place(card, spot);
            onClose();
          }}
        >
          <SpotFields spot={spot} days={days} without={t("timetable.editor.noRoom")} onChange={setSpot} />
          <p className="tt-fit" role="status">
            {sayFit(card, spot, cards, around, text)}
          </p>
          <div>
            <Button>{t("timetable.editor.save")}</Button>
          </div>
        </form>
      )}
      {!card.mayEdit && <Notice>{t("timetable.editor.locked", { host })}</Notice>}
      {card.cancelled && <Notice tone="warning">{t("timetable.editor.takenOut")}</Notice>}
      <div className="tt-deeds">
        {card.mayEdit && <Deeds card={card} onClose={onClose} />}
        <a className="button" data-variant="secondary" data-size="small" href={edit}>
          {t("timetable.editor.edit")}
        </a>
      </div>
    </Sheet>
  );
}

function Deeds({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useText();
  const { act, say, pin, unplace } = useEditor();
  const { id, version, title } = card;
  const doing = (work: () => void) => () => {
    work();
    onClose();
  };
  if (card.cancelled) {
    const restore = doing(() => {
      act({ kind: "restore", id, version });
      say(t("timetable.editor.restoredSaid", { title }));
    });
    return <Deed onPress={restore}>{t("timetable.editor.restore")}</Deed>;
  }
  const again = doing(() => {
    act({ kind: "again", id, newId: newId() });
    say(t("timetable.editor.againSaid", { title }));
  });
  const remove = doing(() => {
    act({ kind: "remove", id, version });
    say(t("timetable.editor.removedSaid", { title }));
  });
  return (
    <>
      {card.startsLocal !== null && (
        <Deed onPress={doing(() => pin(card))}>
          {t(card.pinned ? "timetable.editor.unpin" : "timetable.editor.pin")}
        </Deed>
      )}
      {card.startsLocal !== null && !card.released && (
        <Deed onPress={doing(() => unplace(card))}>{t("timetable.editor.unplace")}</Deed>
      )}
      <Deed onPress={again}>{t("timetable.editor.again")}</Deed>
      <Deed onPress={remove}>
        {t(card.released ? "timetable.editor.takeOut" : "timetable.editor.remove")}
      </Deed>
    </>
  );
}

function Deed({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <Button type="button" variant="secondary" size="small" onClick={onPress}>
      {children}
    </Button>
  );
}
