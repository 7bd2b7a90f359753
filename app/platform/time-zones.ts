import { z } from "zod";
import { isTimeZone } from "./time.ts";

/** An IANA zone that this runtime knows. */
export const timeZoneField = (message: string) => z.string().max(64).refine(isTimeZone, { error: message });

/** Every zone to choose from; `present` is one of them even where the runtime lists it under a newer name. */
export function timeZoneOptions(present?: string | null): { value: string; label: string }[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(present ? [present] : [])]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
