import { DndContext, DragOverlay } from "@dnd-kit/core";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { heeded } from "../conflicts/levels.ts";
import { sayConflict } from "../conflicts/sentence.ts";
import { detectConflicts } from "../conflicts.ts";
import { AddSheet } from "./add-sheet.tsx";
import { AllDay } from "./all-day.tsx";
import { ConflictSide } from "./conflict-side.tsx";
import { type Editor, EditorProvider } from "./context.tsx";
import { DayTabs } from "./day-tabs.tsx";
import { type Aim, Grid } from "./grid.tsx";
import { boxesOf, stretchOf } from "./layout.ts";
import { MoveSheet } from "./move-sheet.tsx";
import type { TimetableData } from "./page.ts";
import { PhoneList } from "./phone-list.tsx";
import { Notes, RefusedList } from "./refused-list.tsx";
import { cardsShown } from "./state.ts";
import { daysOf, hoursShown, type Spot, spotOf, type Zoom } from "./timetable.ts";
import { Toolbar } from "./toolbar.tsx";
import { Unplaced } from "./unplaced.tsx";
import { UnsavedNotice } from "./unsaved-notice.tsx";
import { useDrag } from "./use-drag.ts";
import { editorActs } from "./use-editor-acts.ts";
import { useFocusOn, useShortcuts } from "./use-focus.ts";
import { useKeys } from "./use-keys.ts";
import { useNarrow, useNativeLinks } from "./use-native-links.ts";
import { useSync } from "./use-sync.ts";
import { atSpot, namesOf, sayFit, sayWhere, wrongAt } from "./words.ts";

type Open = { kind: "move"; id: string } | { kind: "add"; spot: Spot } | null;

/** The draft as rooms × time: dragged, moved by keys or by a form, and saved as it is done. */
export function Timetable({ data, day: asked }: { data: TimetableData; day: string | null }) {
  const text = useText();
  const { t } = text;
  const sync = useSync(data);
  const ready = useNativeLinks();
  const narrow = useNarrow();
  const [said, setSaid] = useState("");
  const [zoom, setZoom] = useState<Zoom>("normal");
  const [open, setOpen] = useState<Open>(null);
  const { cards: known, pending } = sync.state;
  const cards = useMemo(() => cardsShown({ cards: known, pending }), [known, pending]);
  const days = useMemo(
    () => daysOf(data.festival.startsOn, data.festival.endsOn, cards),
    [data.festival, cards],
  );
  const [chosen, setChosen] = useState(asked);
  const day = days.find((one) => one === chosen) ?? days[0] ?? data.festival.startsOn;
  const columns = useMemo(() => [...data.rooms.map((room) => room.id), null], [data.rooms]);
  const around = data;
  const settled = useDeferredValue(cards);
  const conflicts = useMemo(
    () => heeded(detectConflicts(settled, data.surroundings), data.festival.conflictLevels),
    [settled, data],
  );
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    const add = (id: string) => found.set(id, (found.get(id) ?? 0) + 1);
    for (const conflict of conflicts) {
      add(conflict.sessionId);
      if ("otherId" in conflict) add(conflict.otherId);
    }
    return found;
  }, [conflicts]);

  // The same sentence twice is said twice.
  const say = (sentence: string) => setSaid((before) => (before === sentence ? `${sentence} ` : sentence));
  const acts = editorActs({ sync, cards, around, text, say });
  const focusOn = useFocusOn();
  const hours = useMemo(() => {
    const here = boxesOf(cards, day, columns).map(({ spot }) => stretchOf(spot));
    return hoursShown(here);
  }, [cards, day, columns]);

  const keys = useKeys({
    ...{ cards, days, columns, day, hours },
    onHold(card, { spot }, picked) {
      setChosen(spot.date);
      focusOn(card.id);
      const { title } = card;
      const where = sayWhere(card, spot, around, text, spot.date !== day);
      if (picked) say(t("timetable.editor.pickedUp", { title, where }));
      else say(t("timetable.editor.at", { title, where, fit: sayFit(card, spot, cards, around, text) }));
    },
    onDrop(card, spot) {
      acts.place(card, spot);
      focusOn(card.id);
    },
    onBack(card) {
      say(t("timetable.editor.putBack", { title: card.title }));
      setChosen(spotOf(card)?.date ?? day);
      focusOn(card.id);
    },
    onUnplace(card) {
      acts.unplace(card);
      focusOn(card.id);
    },
    onPin: acts.pin,
    onOpen: (id) => setOpen({ kind: "move", id }),
    onLocked: acts.locked,
  });

  const undo = () => {
    sync.takeBack("undo");
    say(t("timetable.editor.undone"));
  };
  const redo = () => {
    sync.takeBack("redo");
    say(t("timetable.editor.redone"));
  };
  useShortcuts({ undo, redo });

  const body = useRef<HTMLDivElement>(null);
  const unplaced = useRef<HTMLElement>(null);
  const drag = useDrag({
    ...{ cards, date: day, columns, hours, zoom, body, unplaced },
    onPlace: acts.place,
    onUnplace: acts.unplace,
  });
  const target = drag.dragging?.target;
  const aim: Aim | null = useMemo(() => {
    if (!drag.dragging || !target || target === "unplaced") return null;
    const { card } = drag.dragging;
    const wrong = wrongAt(card, target.spot, cards, around);
    const names = namesOf(cards, around, atSpot(card, target.spot));
    return {
      ...{ card, spot: target.spot },
      wrong: wrong.map((one) => sayConflict(one, names, text)).join(" "),
    };
  }, [drag.dragging, target, cards, around, text]);

  // A refusal is heard as well as seen.
  const refused = sync.state.refused.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (!refused) return;
    const title = "title" in refused ? refused.title : "";
    say(t(`timetable.editor.refused.${refused.reason}`, { title }));
  }, [refused?.key]);

  const { held } = keys;
  const drawn = useMemo(
    () => (held ? cards.map((card) => (card.id === held.id ? atSpot(card, held.spot) : card)) : cards),
    [cards, held],
  );
  const boxes = useMemo(() => boxesOf(drawn, day, columns), [drawn, day, columns]);
  const goTo = (id: string) => {
    const date = cards.find((card) => card.id === id)?.startsLocal?.slice(0, 10);
    if (date) setChosen(date);
    focusOn(id);
  };
  const editor: Editor = {
    ...{ data, around, cards: drawn, conflicts, counts, act: sync.act, say, ready },
    place: acts.place,
    unplace: acts.unplace,
    pin: acts.pin,
    open: (id) => setOpen({ kind: "move", id }),
  };
  const first: Spot = { date: day, from: hours.from, minutes: 30, roomId: null };
  const opened = open?.kind === "move" ? cards.find((card) => card.id === open.id) : undefined;
  const base = `/festivals/${data.festival.slug}/organise`;
  return (
    <EditorProvider value={editor}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are pressed on the sessions in it */}
      <div
        className="tt"
        onKeyDown={keys.onKeyDown}
        onKeyUp={(event) => {
          const onCard = event.target instanceof Element && event.target.closest("[data-card]");
          if (event.key === " " && onCard) event.preventDefault();
        }}
      >
        <p className="tt-intro">{t("timetable.editor.intro")}</p>
        <Toolbar
          {...{ sync, ready, zoom }}
          onZoom={setZoom}
          onUndo={undo}
          onRedo={redo}
          onAdd={() => setOpen({ kind: "add", spot: first })}
          releases={`${base}/releases`}
        />
        <p className={held ? "tt-said" : "sr-only"} role="status" aria-live="polite" data-said>
          {said}
        </p>
        <UnsavedNotice sync={sync} />
        <RefusedList sync={sync} />
        {sync.state.notes.length > 0 && (
          <details className="tt-lately" open>
            <summary>{t("timetable.editor.lately")}</summary>
            <Notes notes={sync.state.notes} />
          </details>
        )}
        <DayTabs {...{ days, day }} onChoose={setChosen} ready={ready} />
        <DndContext
          id="timetable"
          sensors={drag.sensors}
          accessibility={{ screenReaderInstructions: { draggable: "" }, announcements: silent }}
          {...drag.handlers}
        >
          <div className="tt-split">
            {narrow !== true && (
              <div className="tt-main">
                <AllDay date={day} />
                <Grid
                  {...{ boxes, columns, hours, zoom, aim, body }}
                  rooms={data.rooms}
                  heldId={held?.id ?? null}
                  onResize={drag.resize}
                  onEmpty={(spot) => setOpen({ kind: "add", spot: { ...first, ...spot } })}
                />
              </div>
            )}
            {narrow !== false && <PhoneList date={day} />}
            <aside className="tt-aside">
              {narrow !== true && <Unplaced area={unplaced} aimed={target === "unplaced"} />}
              <ConflictSide onGo={goTo} />
              <details className="tt-side tt-wide">
                <summary>{t("timetable.editor.keys")}</summary>
                <p id="tt-keys" className="tt-quiet">
                  {t("timetable.editor.keysHelp")}
                </p>
              </details>
            </aside>
          </div>
          <DragOverlay dropAnimation={null}>
            {drag.dragging && !drag.resizing && <div className="tt-overlay">{drag.dragging.card.title}</div>}
          </DragOverlay>
        </DndContext>
        {opened && (
          <MoveSheet
            key={opened.id}
            card={opened}
            days={days}
            first={{ ...first, minutes: opened.durationMinutes, roomId: columns[0] ?? null }}
            onClose={() => setOpen(null)}
          />
        )}
        {open?.kind === "add" && (
          <AddSheet
            first={open.spot}
            days={days}
            onAdded={({ title, kind, spot }) => {
              const where = sayWhere({ kind, place: "" }, spot, around, text, true);
              say(t("timetable.editor.addedSaid", { title, where }));
            }}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </EditorProvider>
  );
}

/** The page says itself what happens, in the reader's language. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
