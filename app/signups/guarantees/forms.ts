import { z } from "zod";

const seats = z.number().int().min(0).max(10_000);

export const endForm = z.object({
  form: z.literal("end"),
  /** Wall-clock time in the festival's zone; empty: when each session begins. */
  endsAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: "errors.field.invalid" })
    .optional(),
});
export type EndInput = z.input<typeof endForm>;

export const bulkForm = z
  .object({
    form: z.literal("bulk"),
    how: z.enum(["each", "share"]),
    seats: seats.optional(),
    percent: z.number().int().min(0).max(100).optional(),
    onlyFull: z.boolean().default(false),
  })
  .refine(({ how, seats }) => how !== "each" || seats !== undefined, {
    path: ["seats"],
    error: "guarantees.errors.seats",
  })
  .refine(({ how, percent }) => how !== "share" || percent !== undefined, {
    path: ["percent"],
    error: "guarantees.errors.percent",
  })
  .transform(({ how, seats = 0, percent = 0, onlyFull }) => ({ how, seats, percent, onlyFull }));
export type BulkInput = z.input<typeof bulkForm>;

/** Of a record, whose values come as they were typed. */
const typed = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, { error: "guarantees.errors.seats" })
  .transform((text) => Number(text || 0));

/** `kept` by organisation id; empty as good as none. */
export const sessionSeatsForm = z.object({
  capacity: z.number().int().min(1).max(100_000).optional(),
  kept: z.record(z.uuid(), typed.optional()).default({}),
});
export type SessionSeatsInput = z.input<typeof sessionSeatsForm>;
