/** The sorts of mail a person can be rid of, in the order of the page. Rows and mailed links hold these words. */
export const refusable = [
  "turns",
  "open-calls",
  "follow-up",
  "digest",
  "proposals",
  "festivals",
  "messages",
  "reminders",
  "organising",
] as const;

/** Nobody gets in without the first; the second keeps calendars true and stops with the sign-up itself. */
export const required = ["account", "invites"] as const;

export type Refusable = (typeof refusable)[number];
export type Topic = Refusable | (typeof required)[number];

export function isRefusable(topic: string | null): topic is Refusable {
  return refusable.some((one) => one === topic);
}

/** What a kind of mail is about, by its whole name where the name's beginning would say something else. */
const byKind: Record<string, Topic> = {
  "login-code": "account",
  "person-invitation": "account",
  "founding-invitation": "account",
  "lecture-digest": "digest",
  "lecture-digest-asked": "digest",
  "sessions-handed-over": "organising",
  "turn-open-call": "open-calls",
  "turn-organisers": "organising",
  "turn-paused": "organising",
  "turn-withdrew": "organising",
  "swap-open": "open-calls",
};

const byBeginning: [beginning: string, topic: Topic][] = [
  ["invite-", "invites"],
  // What somebody who asked for a seat hears of it: an offer of two hours, and where the queue stands.
  ["seat-", "invites"],
  ["queue-", "invites"],
  ["festival-", "festivals"],
  ["party-", "festivals"],
  ["message", "messages"],
  ["day-reminder", "reminders"],
  ["ballot-", "festivals"],
  ["proposal-", "proposals"],
  // An event's name, kept by the mail that tells the organisers of it.
  ["proposal.", "organising"],
  ["co-speaker-", "proposals"],
  ["host-", "organising"],
  ["lead-", "organising"],
  ["turn-", "turns"],
  ["swap-", "turns"],
  ["nomination", "turns"],
  ["guest-", "turns"],
  ["lecture-", "follow-up"],
  ["thanks", "follow-up"],
  ["question", "follow-up"],
];

/** The one sort a kind of mail belongs to; null for a kind nobody has given one. */
export function topicOf(kind: string): Topic | null {
  const exact = Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  return exact ?? byBeginning.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? null;
}

/** The sort of one mail: whatever carries calendar entries is an invite, so that no calendar is left with what is untrue. */
export function topicOfMail(mail: { kind: string; calendar?: readonly unknown[] }): Topic | null {
  return mail.calendar && mail.calendar.length > 0 ? "invites" : topicOf(mail.kind);
}
