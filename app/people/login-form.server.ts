import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestContext } from "~/platform/context.ts";
import { type GoodForm, refuse } from "~/platform/http/form.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { type IsoInstant, Temporal } from "~/platform/time.ts";
import { emailAddress } from "./email.ts";
import { safePath } from "./login-path.ts";

const to = z
  .string()
  .optional()
  .transform((value) => safePath(value));

export const askForm = z.object({ email: emailAddress, to });

/** A code as people type and paste it: `402 917`, `402-917`. */
export const codeForm = z.object({
  email: emailAddress,
  to,
  code: z
    .string()
    .max(20)
    .transform((typed) => typed.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, { error: "people.code.shape" })),
});

/** The form again with status 429, saying when the next try is allowed. */
export function tooManyTries<T>(
  form: GoodForm<T>,
  key: "people.login.limited" | "people.code.limited",
  retryAt: IsoInstant,
  { format, timeZone }: Text,
  context: RequestContext,
) {
  const { result } = refuse(form, { key, values: { time: format.time(nextMinute(retryAt), timeZone) } });
  const seconds = Math.ceil(context.now().until(Temporal.Instant.from(retryAt)).total("seconds"));
  return data({ result }, { status: 429, headers: { "Retry-After": String(Math.max(seconds, 1)) } });
}

/** Shown without seconds, a moment is rounded up: at that time it does work. */
function nextMinute(instant: IsoInstant): IsoInstant {
  return Temporal.Instant.from(instant).round({ smallestUnit: "minute", roundingMode: "ceil" }).toString();
}
