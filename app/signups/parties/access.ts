import { maySeeFestival } from "~/festivals/access.ts";
import { type Festival, isOver } from "~/festivals/festival.ts";
import type { Standing } from "~/people/access.ts";
import type { Instant } from "~/platform/time.ts";

/** Whoever is signed in and may see a festival that is still to come or going on. */
export function mayComeTogether(viewer: Standing | null, festival: Festival, now: Instant): boolean {
  if (!viewer || !maySeeFestival(viewer, festival)) return false;
  return (festival.status === "calling" || festival.status === "released") && !isOver(festival, now);
}
