import type { CheckInKind } from "#db/schema/signups.ts";
import type { Result } from "../check-in.ts";

/** Something pressed at the door, as it is kept on the device until the server has answered. */
export interface Pressed {
  id: string;
  kind: CheckInKind;
  happenedAt: string;
  personId?: string;
  code?: string;
  address?: string;
  givesUp?: boolean;
  anyway?: boolean;
}

const mostAtOnce = 50;

/** What to send next: the oldest first. */
export function nextBatch(kept: readonly Pressed[], device: string, now: string) {
  return { device, now, checkIns: inOrder(kept).slice(0, mostAtOnce) };
}

const inOrder = (list: readonly Pressed[]) =>
  [...list].sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));

/** The secret of a code that was scanned; null for any other text. */
export function tokenIn(text: string): string | null {
  return /\/door\/([\w-]{59})$/.exec(text.trim())?.[1] ?? null;
}

/** Whom a code names, so that the list can tell without a network; the server looks whether it is true. */
export function personOf(token: string): string {
  const bytes = atob(token.replaceAll("-", "+").replaceAll("_", "/"));
  const hex = [...bytes.slice(16, 32)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What was pressed last for somebody and is not sent yet. */
export function lastPressed(kept: readonly Pressed[], personId: string): Pressed | null {
  const isTheirs = (one: Pressed) => (one.code ? personOf(one.code) : one.personId) === personId;
  return inOrder(kept.filter(isTheirs)).at(-1) ?? null;
}

export type Offer = "walkIn" | "givesUp" | "anyway";

/** The sentence for what came of a check-in, and what can be done about it. */
export function sayingOf({ outcome, kind, cameBack, here }: Result): { words: string; offers: Offer | null } {
  if (outcome === "done" && cameBack) return { words: "cameBack", offers: null };
  if (outcome === "done") return { words: kind === "undo" ? "undone" : "done", offers: null };
  if (outcome === "already" && kind === "undo") return { words: "notIn", offers: null };
  if (outcome === "already") return { words: here ? "already" : "alreadyElsewhere", offers: null };
  if (outcome === "no-seat") return { words: outcome, offers: "walkIn" };
  if (outcome === "elsewhere") return { words: outcome, offers: "givesUp" };
  if (outcome === "full")
    return kind === "in" ? { words: "full", offers: "anyway" } : { words: "fullWalkIn", offers: null };
  return { words: outcome, offers: null };
}

/** What the button of an offer notes down. */
export function takeUp(offer: Offer, personId: string): Omit<Pressed, "id" | "happenedAt"> {
  if (offer === "anyway") return { kind: "in", personId, anyway: true };
  return { kind: "walk-in", personId, ...(offer === "givesUp" ? { givesUp: true } : {}) };
}

/** Fills in what stands in braces. */
export function fill(words: string, values: Record<string, string | number | null>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
