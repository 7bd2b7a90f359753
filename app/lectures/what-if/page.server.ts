import type { SubmissionResult } from "@conform-to/react";
import { parseFormData } from "~/platform/http/form.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Instant } from "~/platform/time.ts";
import type { Roster } from "../roster.server.ts";
import { isNothing, whatIfForm, whatIfOf } from "./form.ts";
import { type Imagined, imagine } from "./imagine.server.ts";
import { nothingElse, type WhatIf } from "./what-if.ts";

export interface Tried {
  whatIf: WhatIf;
  /** Null while the address says nothing that would change anything. */
  imagined: Imagined | null;
  /** What is wrong with what was sent. */
  lastResult: SubmissionResult<string[]> | null;
  /** What the form shows. */
  given: { without: string[] } & Record<"away" | "from" | "to" | "pauseFrom" | "pauseTo" | "mode", string>;
}

interface Trying {
  roster: Roster;
  now: Instant;
  t: Translate;
}

/** A member tries being away, or leaving, and nothing about others. */
export function tryOutForMyself(url: URL, trying: Trying, memberId: string): Tried {
  const own = new URL(url);
  const has = (name: string) => Boolean(url.searchParams.get(name));
  own.search = "";
  for (const name of ["from", "to"]) own.searchParams.set(name, url.searchParams.get(name) ?? "");
  if (has("from") || has("to")) own.searchParams.set("away", memberId);
  if (has("leave")) own.searchParams.set("without", memberId);
  return tryOut(own, trying);
}

/** Reads what to try from the address. */
export function tryOut({ searchParams }: URL, { roster, now, t }: Trying): Tried {
  const text = (name: string) => searchParams.get(name) ?? "";
  const given = {
    without: searchParams.getAll("without"),
    ...{ away: text("away"), from: text("from"), to: text("to") },
    ...{ pauseFrom: text("pauseFrom"), pauseTo: text("pauseTo") },
    mode: text("mode") || roster.mode,
  };
  const sent = new FormData();
  for (const [name, value] of searchParams) sent.append(name, value);
  const form = parseFormData(sent, whatIfForm, t);
  if (!form.ok) return { whatIf: nothingElse, imagined: null, lastResult: form.result, given };
  const on = roster.members.filter(({ leftOn }) => leftOn === null);
  const known = { memberIds: new Set(on.map(({ id }) => id)), mode: roster.mode };
  const whatIf = whatIfOf(form.value, known);
  const imagined = isNothing(whatIf) ? null : imagine(roster, whatIf, now);
  return { whatIf, imagined, lastResult: null, given };
}
