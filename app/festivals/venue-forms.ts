import { z } from "zod";

const name = z.string().trim().min(1).max(120);
const line = z.string().trim().max(300).default("");

/** Forms of one kind on the page carry the id of what they change in their own name: `room-<id>`. */
const formId = (kind: string) =>
  z
    .string()
    .regex(new RegExp(`^${kind}-`))
    .max(80);

export const venueForms = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("venue"),
    form: formId("venue"),
    id: z.uuid().optional(),
    name,
    address: z.string().trim().max(500).default(""),
  }),
  z.object({
    intent: z.literal("room"),
    form: formId("room"),
    id: z.uuid().optional(),
    venueId: z.uuid(),
    name,
    capacity: z.number().int().min(1).max(100_000).optional(),
    accessibility: line,
    equipment: line,
  }),
  z.object({ intent: z.literal("remove-room"), form: formId("room"), id: z.uuid() }),
  z.object({
    intent: z.literal("use"),
    form: z.literal("use"),
    rooms: z
      .array(z.object({ id: z.uuid(), use: z.boolean().default(false), position: z.number().optional() }))
      .max(200)
      .default([]),
  }),
]);

export type VenueWish = z.output<typeof venueForms>;
export type VenueInput = { name: string; address?: string };
export type RoomInput = { name: string; capacity?: number; accessibility?: string; equipment?: string };

/** The chosen rooms by the numbers that were written beside them; those without one come last. */
export function inOrder({ rooms }: Pick<Extract<VenueWish, { intent: "use" }>, "rooms">): string[] {
  const last = Number.MAX_SAFE_INTEGER;
  return rooms
    .filter((room) => room.use)
    .sort((a, b) => (a.position ?? last) - (b.position ?? last))
    .map((room) => room.id);
}
