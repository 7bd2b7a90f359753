import { z } from "zod";
import { longestMinutes } from "../draft-form.ts";

export const shortestMinutes = 5;

const startsLocal = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((local) => isRealDate(local.slice(0, 10)));
const durationMinutes = z.number().int().min(1).max(longestMinutes);
const version = z.number().int().min(1);

/** Where and when a session is to stand; what is left out stays as it is. */
export const changeSchema = z
  .object({
    startsLocal: startsLocal.nullable(),
    roomId: z.uuid().nullable(),
    durationMinutes,
    pinned: z.boolean(),
  })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined));

/** One act of an organiser on the timetable. Ids of what is new come with it, so that sending it twice does it once. */
export const actSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("change"), id: z.uuid(), version, change: changeSchema }),
  z.object({
    kind: z.literal("add"),
    id: z.uuid(),
    session: z.object({
      kind: z.enum(["break", "plenary"]),
      title: z.string().trim().min(2).max(200),
      organisationId: z.uuid(),
      startsLocal,
      durationMinutes,
      roomId: z.uuid().nullable(),
    }),
  }),
  z.object({ kind: z.literal("again"), id: z.uuid(), newId: z.uuid() }),
  z.object({ kind: z.literal("remove"), id: z.uuid(), version }),
  z.object({ kind: z.literal("restore"), id: z.uuid(), version }),
  z.object({ kind: z.literal("undo"), revision: z.number().int().min(1) }),
  z.object({ kind: z.literal("redo"), revision: z.number().int().min(1) }),
]);

export type Change = z.output<typeof changeSchema>;
export type Act = z.output<typeof actSchema>;
export type ActOf<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;

/** What the page sends: the act, and up to which revision it knows the draft. */
export const sentSchema = z.object({ act: actSchema, since: z.number().int().min(0) });

/** The calendar decides: there is no 31 June. */
function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
