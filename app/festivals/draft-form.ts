import { z } from "zod";
import { sessionLevels } from "#db/schema/sessions.ts";
import { isoDate, languageTag } from "./festival-form.ts";

export const festivalSessionKinds = ["workshop", "talk", "plenary", "break"] as const;
export const longestMinutes = 7 * 1440;

const isoTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "errors.field.invalid" });

export const draftForm = z
  .object({
    /** The one the form was filled in on. */
    version: z.number().int().min(1).optional(),
    kind: z.enum(festivalSessionKinds),
    title: z.string().trim().min(2).max(200),
    abstract: z.string().trim().max(5000).default(""),
    organisationId: z.uuid(),
    trackId: z.uuid().optional(),
    language: languageTag,
    roomId: z.uuid().optional(),
    place: z.string().trim().max(200).default(""),
    date: isoDate.optional(),
    time: isoTime.optional(),
    durationMinutes: z.number().int().min(1).max(longestMinutes),
    allDay: z.boolean().default(false),
    level: z.enum(sessionLevels).default("all"),
    equipment: z.string().trim().max(500).default(""),
    capacity: z.number().int().min(1).max(100_000).optional(),
    speakers: z.array(z.string().trim().max(200).optional()).max(20).default([]),
  })
  .refine(({ date, time }) => !time || date, { path: ["date"], error: "festivals.errors.dateMissing" })
  .refine(({ date, time, allDay }) => !date || time || allDay, {
    path: ["time"],
    error: "festivals.errors.timeMissing",
  })
  .refine(({ roomId, place }) => !roomId || !place, {
    path: ["place"],
    error: "festivals.errors.roomAndPlace",
  })
  .transform(({ date, time, speakers, trackId, roomId, capacity, ...rest }) => ({
    ...rest,
    trackId: trackId ?? null,
    roomId: roomId ?? null,
    capacity: capacity ?? null,
    startsLocal: date ? `${date}T${rest.allDay ? "00:00" : time}` : null,
    speakers: speakers.map((entry) => entry ?? ""),
  }));

export type DraftFields = z.output<typeof draftForm>;
export type DraftInput = z.input<typeof draftForm>;
