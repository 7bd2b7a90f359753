import { type BadForm, type GoodForm, refuse } from "~/platform/http/form.server.ts";
import { refuseRelease } from "../release-page.server.ts";
import type { RolledBack } from "./roll-back.server.ts";

type Refused = Exclude<Extract<RolledBack, { ok: false }>, { reason: "unknown" }>;

/** The form again, with a sentence that says why nothing changed. */
export function refuseRollBack<T>(form: GoodForm<T>, refusal: Refused): BadForm {
  if (refusal.reason === "nothing") return refuse(form, { key: "editions.rollBack.nothingLeft" });
  return refuseRelease(form, refusal);
}
