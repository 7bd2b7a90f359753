import { z } from "zod";
import { rosterModes } from "../series-form.ts";
import type { WhatIf } from "./what-if.ts";

const date = z
  .union([z.iso.date(), z.literal("")])
  .optional()
  .transform((text) => text || null);

/** Fields that mean something only together: both dates, in order, and a member where there is one. */
interface Dates {
  from: string | null;
  to: string | null;
}

const inOrder = ({ from, to }: Dates) => from === null || to === null || from <= to;
const isWhole = ({ from, to }: Dates) => (from === null) === (to === null);

export const whatIfForm = z
  .object({
    without: z.array(z.uuid()).max(500).default([]),
    away: z
      .union([z.uuid(), z.literal("")])
      .optional()
      .transform((id) => id || null),
    from: date,
    to: date,
    pauseFrom: date,
    pauseTo: date,
    mode: z
      .union([z.enum(rosterModes), z.literal("")])
      .optional()
      .transform((mode) => mode || null),
  })
  .superRefine((form, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const pause = { from: form.pauseFrom, to: form.pauseTo };
    if (form.away && form.from === null) say("from", "errors.field.required");
    if (!isWhole(form)) say(form.from === null ? "from" : "to", "errors.field.required");
    if (!inOrder(form)) say("to", "lectures.errors.endsBeforeStart");
    if (!form.away && form.from !== null && form.to !== null) say("away", "roster.whatIf.errors.who");
    if (!isWhole(pause)) say(pause.from === null ? "pauseFrom" : "pauseTo", "errors.field.required");
    if (!inOrder(pause)) say("pauseTo", "lectures.errors.endsBeforeStart");
  });

/** What the address says, for members who are on the roster. */
export function whatIfOf(
  form: z.output<typeof whatIfForm>,
  { memberIds, mode }: { memberIds: ReadonlySet<string>; mode: string },
): WhatIf {
  const { away, from, to, pauseFrom, pauseTo } = form;
  const isKnown = (id: string) => memberIds.has(id);
  return {
    without: form.without.filter(isKnown),
    away: away && isKnown(away) && from && to ? [{ memberId: away, startsOn: from, endsOn: to }] : [],
    pause: pauseFrom && pauseTo ? { startsOn: pauseFrom, endsOn: pauseTo } : null,
    mode: form.mode === mode ? null : form.mode,
  };
}

export function isNothing({ without, away, pause, mode }: WhatIf): boolean {
  return without.length === 0 && away.length === 0 && pause === null && mode === null;
}
