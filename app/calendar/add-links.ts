import type { IsoInstant } from "~/platform/time.ts";

export interface Addable {
  title: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  place: string;
  /** Its page, absolute. */
  url: string;
}

/** Opens a calendar with one entry to be saved; unlike a subscription it does not follow what changes. */
export function addLink(
  kind: "google" | "outlook",
  { title, startsAt, endsAt, place, url }: Addable,
): string {
  const compact = (instant: IsoInstant) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");
  const whole = (instant: IsoInstant) => new Date(instant).toISOString().replace(/\.\d{3}/, "");
  if (kind === "google") {
    const dates = `${compact(startsAt)}/${compact(endsAt)}`;
    const query = new URLSearchParams({
      action: "TEMPLATE",
      text: title,
      dates,
      location: place,
      details: url,
    });
    return `https://calendar.google.com/calendar/render?${query}`;
  }
  const query = new URLSearchParams({
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: title,
    startdt: whole(startsAt),
    enddt: whole(endsAt),
    location: place,
    body: url,
  });
  // Outlook shows a plus as it stands.
  return `https://outlook.office.com/calendar/0/deeplink/compose?${String(query).replaceAll("+", "%20")}`;
}
