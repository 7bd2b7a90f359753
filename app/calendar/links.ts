export const calendarKinds = ["google", "outlook", "apple", "other"] as const;
/** The calendars with a way of their own to subscribe. */
export type CalendarKind = (typeof calendarKinds)[number];

/**
 * What opens a calendar with its question whether to subscribe to a feed. Google takes addresses in a link as
 * `webcal:` only; Outlook wants them as they are; everything else on a computer or phone listens to `webcal:`.
 */
export function subscribeLink(kind: CalendarKind, feedUrl: string, name: string): string {
  const webcal = feedUrl.replace(/^https?:/, "webcal:");
  if (kind === "google") return `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`;
  if (kind !== "outlook") return webcal;
  const query = `url=${encodeURIComponent(feedUrl)}&name=${encodeURIComponent(name)}`;
  return `https://outlook.office.com/calendar/0/addfromweb?${query}`;
}
