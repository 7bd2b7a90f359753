import type { Act } from "./act.ts";
import type { Card } from "./card.ts";
import type { ActAnswer, Delta, Refusal } from "./delta.ts";
import type { ActName, EditNote } from "./history.ts";

/** An act that the server has not answered yet. Its key stays the same however often it is sent. */
export interface Pending {
  key: string;
  act: Act;
}

export type Refused = Pending & Refusal;

/**
 * What the page knows of the draft. Every fact carries the revision as of which it is true, so that answers may come
 * in any order and twice: the latest fact stands.
 */
export interface TimetableState {
  me: string;
  cards: Readonly<Record<string, { card: Card; asOf: number }>>;
  gone: Readonly<Record<string, number>>;
  /** Up to here nothing is missing. */
  revision: number;
  pending: readonly Pending[];
  refused: readonly Refused[];
  undo: readonly ActName[];
  redo: readonly ActName[];
  stacksAsOf: number;
  /** What others did lately, the latest first. */
  notes: readonly EditNote[];
}

export type TimetableEvent =
  | { type: "acted"; entry: Pending }
  | { type: "withdrawn"; key: string }
  | { type: "answered"; key: string; answer: ActAnswer }
  | { type: "learned"; delta: Delta }
  | { type: "settled"; key: string };

export function startState(
  me: string,
  { cards, revision, undo, redo }: Pick<Delta, "cards" | "revision" | "undo" | "redo">,
): TimetableState {
  return {
    ...{ me, revision, undo, redo, stacksAsOf: revision },
    cards: Object.fromEntries(cards.map((card) => [card.id, { card, asOf: revision }])),
    gone: {},
    pending: [],
    refused: [],
    notes: [],
  };
}

export function reduce(state: TimetableState, event: TimetableEvent): TimetableState {
  switch (event.type) {
    case "acted":
      return { ...state, pending: [...state.pending, event.entry] };
    case "withdrawn":
      return { ...state, pending: state.pending.filter(({ key }) => key !== event.key) };
    case "settled":
      return { ...state, refused: state.refused.filter(({ key }) => key !== event.key) };
    case "learned":
      return learn(state, event.delta);
    case "answered":
      return answer(state, event.key, event.answer);
  }
}

function learn(state: TimetableState, delta: Delta): TimetableState {
  const { since, revision } = delta;
  const cards = { ...state.cards };
  const gone = { ...state.gone };
  const isNews = (id: string) => revision >= Math.max(cards[id]?.asOf ?? 0, gone[id] ?? 0);
  const listed = new Set(delta.cards.map((card) => card.id));
  const left = delta.whole ? Object.keys(cards).filter((id) => !listed.has(id)) : delta.removed;
  for (const card of delta.cards) {
    if (!isNews(card.id)) continue;
    cards[card.id] = { card, asOf: revision };
    delete gone[card.id];
  }
  for (const id of left) {
    if (!isNews(id)) continue;
    delete cards[id];
    gone[id] = revision;
  }
  return {
    ...state,
    ...{ cards, gone },
    revision: since <= state.revision ? Math.max(state.revision, revision) : state.revision,
    notes: newest([...delta.notes.filter(({ personId }) => personId !== state.me), ...state.notes]),
    ...(revision >= state.stacksAsOf && { undo: delta.undo, redo: delta.redo, stacksAsOf: revision }),
  };
}

const notesKept = 5;

function newest(notes: EditNote[]): EditNote[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  return [...byId.values()].sort((a, b) => b.id - a.id).slice(0, notesKept);
}

function answer(before: TimetableState, key: string, given: ActAnswer): TimetableState {
  const entry = before.pending.find((one) => one.key === key);
  const state = learn(before, given.delta);
  if (!entry) return state;
  const rest = state.pending.filter((one) => one.key !== key);
  if (given.ok) return { ...state, pending: rest.map((later) => rebased(later, entry, given.delta)) };
  const { ok: _, delta: __, ...refusal } = given;
  const ids = idsOf(entry.act);
  return {
    ...state,
    // What was to follow it stood on it.
    pending: rest.filter((later) => !idsOf(later.act).some((id) => ids.includes(id))),
    refused: [...state.refused, { ...entry, ...refusal }],
  };
}

/** My next act on the same session was made on top of mine: it knows the version that mine has become. */
function rebased(later: Pending, done: Pending, { cards }: Delta): Pending {
  if (!("version" in later.act) || !("version" in done.act)) return later;
  const { id, version: from } = done.act;
  if (later.act.id !== id || later.act.version !== from) return later;
  const version = cards.find((card) => card.id === id)?.version;
  return version === undefined ? later : { ...later, act: { ...later.act, version } };
}

/** The sessions an act is about, and the one it makes. */
export function idsOf(act: Act): string[] {
  if (act.kind === "undo" || act.kind === "redo") return [];
  return act.kind === "again" ? [act.newId] : [act.id];
}

/** The sessions as the page shows them: what the server said, and on top of it what is on its way there. */
export function cardsShown({ cards, pending }: Pick<TimetableState, "cards" | "pending">): Card[] {
  const shown = new Map(Object.entries(cards).map(([id, { card }]) => [id, card]));
  for (const { act } of pending) preview(shown, act);
  return [...shown.values()];
}

function preview(shown: Map<string, Card>, act: Act): void {
  if (act.kind === "undo" || act.kind === "redo") return;
  const card = shown.get(act.id);
  switch (act.kind) {
    case "change":
      if (card) shown.set(act.id, { ...card, ...given(act.change) });
      return;
    case "add":
      if (!card) shown.set(act.id, newCard(act.id, act.session, [...shown.values()]));
      return;
    case "again":
      if (card && !shown.has(act.newId)) shown.set(act.newId, unplacedCopy(card, act.newId));
      return;
    case "remove":
      if (card?.released) shown.set(act.id, { ...card, cancelled: true });
      else shown.delete(act.id);
      return;
    case "restore":
      if (card) shown.set(act.id, { ...card, cancelled: false });
  }
}

function given<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function unplacedCopy(card: Card, id: string): Card {
  const nowhere = { startsLocal: null, roomId: null, place: "", allDay: false };
  return { ...card, ...nowhere, id, version: 1, released: false, pinned: false, cancelled: false };
}

type NewSession = Extract<Act, { kind: "add" }>["session"];

function newCard(id: string, session: NewSession, others: Card[]): Card {
  const host = others.find((card) => card.organisationId === session.organisationId)?.host;
  return {
    ...{ id, ...session, host: host ?? { name: "", slug: "", colour: "#777777" } },
    ...{ trackId: null, trackName: null, allDay: false, place: "", capacity: null, speakers: [] },
    ...{ equipment: "", pinned: false, cancelled: false, released: false, version: 1, mayEdit: true },
  };
}
