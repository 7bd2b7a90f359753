import { type BadForm, type GoodForm, refuse } from "~/platform/http/form.server.ts";
import type { ReleaseOutcome } from "./make-release.server.ts";

/** The form again, with a sentence that says what to do first. */
export function refuseRelease<T>(
  form: GoodForm<T>,
  refusal: Extract<ReleaseOutcome, { ok: false }>,
): BadForm {
  switch (refusal.reason) {
    case "warnings":
      return refuse(form, { field: "despiteWarnings", key: "timetable.conflicts.releaseDespiteNeeded" });
    case "blocked":
      return refuse(form, {
        key: "timetable.conflicts.releaseBlocked",
        values: { count: refusal.conflicts.length },
      });
    case "seats-taken":
      return refuse(form, {
        key: "festivals.releases.seatsTaken",
        values: { title: refusal.title, count: refusal.taken },
      });
    case "cancelled":
      return refuse(form, { key: "editions.releases.festivalCancelled" });
    case "nothing":
      return refuse(form, { key: "festivals.releases.nothingLeft" });
    case "forbidden":
      return refuse(form, { key: "festivals.errors.notYours" });
  }
}
