import type { Draft } from "../../../draft.ts";
import type { Cells } from "../cells.ts";
import type { TimeGround } from "./read-time.ts";
import { readTimeFields } from "./read-time.ts";

export type KnownDraft = Draft & { externalId: string | null };

/** Finds the session a row is about, so that taking a table again updates instead of doubling. */
export interface Finder {
  find(cells: Cells, twins: ReadonlyMap<string, number>): KnownDraft | null;
}

const wordsOf = (title: string) => title.replace(/\s+/g, " ").trim().toLowerCase();

export const titleKey = (cells: Cells) => wordsOf(cells.text("title"));

/**
 * By its id here or the one it came with, else by title and start, else by a title that is the only one of its kind
 * in the draft and in the table: such a session has moved. Each session is found once.
 */
export function finderIn(drafts: KnownDraft[], ground: TimeGround): Finder {
  const free = new Map(drafts.map((draft) => [draft.id, draft]));
  const take = (draft: KnownDraft | undefined) => {
    if (draft) free.delete(draft.id);
    return draft ?? null;
  };
  const byTitle = (title: string) => [...free.values()].filter((draft) => wordsOf(draft.title) === title);
  return {
    find(cells, twins) {
      const key = cells.text("key");
      const known = [...free.values()].find(
        (draft) => key !== "" && (draft.id === key || draft.externalId === key),
      );
      if (known) return take(known);
      const title = titleKey(cells);
      const alike = byTitle(title).filter((draft) => key === "" || draft.externalId === null);
      const startsLocal = startIn(cells, ground);
      const same = alike.find((draft) => draft.startsLocal === startsLocal);
      if (same) return take(same);
      const alone = alike.length === 1 && twins.get(title) === 1;
      return alone ? take(alike[0]) : null;
    },
  };
}

/** Without saying what is wrong with it: that comes when the row is read. */
function startIn(cells: Cells, ground: TimeGround): string | null | undefined {
  const problems = cells.problems.length;
  const { startsLocal } = readTimeFields(cells, ground, {
    before: null,
    allDay: cells.yesOrNo("allDay") ?? false,
  });
  cells.problems.length = problems;
  return startsLocal;
}
