import type { Attendee } from "../list.server.ts";
import { fill, lastPressed, type Pressed } from "./kept.ts";
import type { DoorWords, Page } from "./page.ts";

export interface DoorState {
  people: Attendee[];
  heads: Record<string, number>;
  capacity: number | null;
  free: number | null;
}

const hasSeat = (status: string) => status !== "waiting" && status !== "not-coming";

/** Puts everybody's row where it belongs, as the server last said and as was pressed since. */
export function showPeople(page: Page, state: DoorState | null, kept: readonly Pressed[]): void {
  for (const person of state?.people ?? []) place(page, person);
  for (const row of page.rows()) {
    const id = row.dataset.person ?? "";
    const person = state?.people.find((one) => one.personId === id) ?? null;
    const status = person?.status ?? (state ? "waiting" : (row.dataset.status ?? ""));
    const last = lastPressed(kept, id);
    const isIn = last ? last.kind !== "undo" : status === "attended";
    row.dataset.status = status;
    row.toggleAttribute("data-in", isIn);
    if (state || last) page.part("note", row).textContent = noteOf(page, person, last);
    for (const form of row.querySelectorAll<HTMLFormElement>("[data-deed]"))
      form.hidden = (form.dataset.deed === "undo") !== isIn;
  }
}

/** Somebody new gets a row, and who was given a seat moves to those who have one. */
function place(page: Page, person: Attendee): void {
  const list = page.list(hasSeat(person.status) ? "seated" : "waiting");
  const known = page.rows().filter((row) => row.dataset.person === person.personId);
  if (known.some((row) => row.parentElement === list)) return;
  const row = known.find((one) => one.parentElement?.hasAttribute("data-list")) ?? page.newRow();
  row.dataset.person = person.personId;
  page.part("name", row).textContent = person.name;
  page.part("organisation", row).textContent = person.organisation;
  const on = row.querySelector<HTMLFormElement>("[data-deed]:not([data-deed=undo])");
  if (on) {
    on.dataset.deed = hasSeat(person.status) ? "in" : "walk-in";
    const words = hasSeat(person.status) ? page.words.in : page.words.walkInButton;
    const button = on.querySelector("button");
    if (button) button.textContent = words;
  }
  const next = [...list.children].find(
    (other) => page.nameOf(other as HTMLElement).localeCompare(person.name, page.locale) > 0,
  );
  list.insertBefore(row, next ?? null);
}

const notes = ["absent", "not-coming", "offered"] as const;

function noteOf({ words, clock }: Page, person: Attendee | null, last: Pressed | null): string {
  if (last) return words.pending;
  const parts = [person?.walkIn ? words.walkIn : ""];
  if (person?.status === "attended" && person.arrivedAt)
    parts.push(fill(words.inAt, { time: clock(person.arrivedAt) }));
  const note = notes.find((one) => one === person?.status);
  if (note) parts.push((words as DoorWords)[note]);
  return parts.filter(Boolean).join(", ");
}

/** Only the rows whose name contains what was typed. */
export function narrow(page: Page, typed: string): void {
  const wanted = typed.trim().toLocaleLowerCase(page.locale);
  let shown = 0;
  for (const row of page.rowsOf("seated")) {
    row.hidden = !page.nameOf(row).toLocaleLowerCase(page.locale).includes(wanted);
    if (!row.hidden) shown += 1;
  }
  for (const row of page.rowsOf("waiting"))
    row.hidden = !page.nameOf(row).toLocaleLowerCase(page.locale).includes(wanted);
  page.none().hidden = shown > 0;
}
