import { z } from "zod";
import { questionKinds } from "#db/schema/proposals.ts";
import { longestMinutes } from "../draft-form.ts";

const form = z.string().max(80);
const direction = z.enum(["up", "down"]);
const isoDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: "errors.field.invalid" });

/** Wall-clock times in the festival's zone. */
const call = z
  .object({
    intent: z.literal("call"),
    form,
    opens: isoDateTime.optional(),
    closes: isoDateTime.optional(),
    text: z.string().trim().max(3000).default(""),
  })
  .refine(({ opens, closes }) => !opens || !closes || opens < closes, {
    path: ["closes"],
    error: "call.errors.closesBeforeOpens",
  });

export const formatKinds = ["workshop", "talk"] as const;

const format = z.object({
  intent: z.literal("format"),
  form,
  id: z.uuid().optional(),
  name: z.string().trim().min(2).max(60),
  kind: z.enum(formatKinds).default("workshop"),
  durationMinutes: z.number().int().min(5).max(longestMinutes),
});

const splitOptions = (options: string) => [
  ...new Set(
    options
      .split("\n")
      .map((option) => option.trim())
      .filter(Boolean),
  ),
];

const question = z
  .object({
    intent: z.literal("question"),
    form,
    id: z.uuid().optional(),
    kind: z.enum(questionKinds),
    label: z.string().trim().min(3).max(200),
    hint: z.string().trim().max(300).default(""),
    required: z.boolean().default(false),
    options: z.string().max(1000).default("").transform(splitOptions),
  })
  .refine(({ kind, options }) => kind !== "choice" || (options.length >= 2 && options.length <= 12), {
    path: ["options"],
    error: "call.errors.options",
  })
  .transform((wish) => ({ ...wish, options: wish.kind === "choice" ? wish.options : [] }));

/** Everything that can be sent from the page of the call. */
export const callForms = z.discriminatedUnion("intent", [
  call,
  z.object({ intent: z.literal("open"), form, atOnce: z.boolean().default(false) }),
  z.object({ intent: z.literal("close"), form }),
  format,
  z.object({ intent: z.literal("remove-format"), form, id: z.uuid(), insteadId: z.uuid().optional() }),
  z.object({ intent: z.literal("move-format"), form, id: z.uuid(), direction }),
  question,
  z.object({ intent: z.literal("remove-question"), form, id: z.uuid(), answers: z.number().int().min(0) }),
  z.object({ intent: z.literal("move-question"), form, id: z.uuid(), direction }),
]);

export type CallForm = z.output<typeof callForms>;
export type FormatInput = Pick<z.input<typeof format>, "name" | "kind" | "durationMinutes">;
export type QuestionInput = Pick<
  z.input<typeof question>,
  "kind" | "label" | "hint" | "required" | "options"
>;
export type CallInput = Pick<z.input<typeof call>, "opens" | "closes" | "text">;
