import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Change } from "./act.ts";
import type { Card } from "./card.ts";
import { localOfSpot, type Spot, spotOf } from "./timetable.ts";
import type { Sync } from "./use-sync.ts";
import { type Around, sayFit, sayWhere } from "./words.ts";

export interface ActDeps {
  sync: Sync;
  cards: readonly Card[];
  around: Around;
  text: Text;
  say: (sentence: string) => void;
}

/** What is done to one session, and the sentence that says so. */
export function editorActs({ sync, cards, around, text, say }: ActDeps) {
  const { t } = text;
  const change = ({ id, version }: Card, wish: Change) =>
    sync.act({ kind: "change", id, version, change: wish });

  const locked = ({ title, host, cancelled }: Card) =>
    say(
      cancelled
        ? `${title}: ${t("timetable.editor.takenOut")}`
        : t("timetable.editor.isLocked", { title, host: host.name }),
    );

  return {
    locked,
    place(card: Card, spot: Spot) {
      const before = spotOf(card);
      const { title } = card;
      const fit = sayFit(card, spot, cards, around, text);
      const wish: Change = {};
      if (!before || before.from !== spot.from || before.date !== spot.date)
        wish.startsLocal = localOfSpot(spot);
      if (card.roomId !== spot.roomId) wish.roomId = spot.roomId;
      if (card.durationMinutes !== spot.minutes) wish.durationMinutes = spot.minutes;
      if (Object.keys(wish).length === 0) return say(t("timetable.editor.putBack", { title }));
      change(card, wish);
      const where = sayWhere(card, spot, around, text);
      say(t("timetable.editor.dropped", { title, where, fit }));
    },
    unplace(card: Card) {
      const { title } = card;
      if (!card.mayEdit || card.cancelled) return locked(card);
      if (card.startsLocal === null) return;
      if (card.released) return say(t("timetable.editor.cannotUnplace", { title }));
      change(card, { startsLocal: null, roomId: null });
      say(t("timetable.editor.isUnplaced", { title }));
    },
    pin(card: Card) {
      const { title, pinned } = card;
      if (!card.mayEdit || card.cancelled) return locked(card);
      change(card, { pinned: !pinned });
      say(t(pinned ? "timetable.editor.isUnpinned" : "timetable.editor.isPinned", { title }));
    },
  };
}
