import type { Viewer } from "~/people/viewer.server.ts";
import type { RequestContext } from "~/platform/context.ts";
import type { formAgain } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Deps } from "../plan.server.ts";
import type { Series } from "../series.ts";

/** A colleague who does something about their own place on the roster. */
export interface Acting {
  context: RequestContext;
  viewer: Viewer;
  series: Series;
  text: Text;
}

export type Act = (formData: FormData, acting: Acting) => Promise<Response | ReturnType<typeof formAgain>>;

export function meOf({ series, viewer }: Acting) {
  return { seriesId: series.id, personId: viewer.personId };
}

export function depsOf({ context }: Pick<Acting, "context">): Deps {
  return { now: context.now(), ids: context.ids };
}

/** Back to the roster with one sentence about what was done; what it set off is told at once. */
export function back({ series, context }: Acting, toast: string, values: Record<string, string> = {}) {
  context.nudge();
  return redirectWithToast(`/lectures/${series.slug}/roster`, toast, values);
}
