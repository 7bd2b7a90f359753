import type { FetchFault, PublicAnswer } from "~/platform/http/fetch-public.server.ts";
import { type Instant, type IsoInstant, isBefore, plus, Temporal } from "~/platform/time.ts";

/** Why a message did not arrive; the catalogue has words for each. */
export type Fault =
  | FetchFault
  | "gone"
  | "refused"
  | "redirect"
  | "not-understood"
  | "busy"
  | "troubled"
  | "too-late";

export type Posted =
  | { arrived: true }
  | { arrived: false; fault: Fault; again: false }
  /** Worth another try, where they said when: not before. */
  | { arrived: false; fault: Fault; again: true; notBefore: IsoInstant | null };

/** Faults of the way there that may pass by themselves. A name can be unknown for a moment. */
const passing: ReadonlySet<FetchFault> = new Set(["unknown-host", "timeout", "unreachable", "insecure"]);

/** What an answer to a message means: 408, 429 and 5xx may pass, every other refusal stays one. */
export function judge(answer: PublicAnswer, now: Instant): Posted {
  if (!answer.ok) {
    const { fault } = answer;
    return passing.has(fault)
      ? { arrived: false, fault, again: true, notBefore: null }
      : { arrived: false, fault, again: false };
  }
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { arrived: true };
  const fault = faultOf(status);
  if (fault !== "busy" && fault !== "troubled") return { arrived: false, fault, again: false };
  return { arrived: false, fault, again: true, notBefore: readRetryAfter(headers["retry-after"], now) };
}

function faultOf(status: number): Fault {
  if (status === 408 || status === 429) return "busy";
  if (status >= 500) return "troubled";
  if (status === 404 || status === 410) return "gone";
  if (status === 401 || status === 403) return "refused";
  return status >= 300 && status < 400 ? "redirect" : "not-understood";
}

const longestWait = { hours: 24 } as const;

/** Seconds or a date (RFC 9110 §10.2.3), no further away than a day. */
export function readRetryAfter(value: string | undefined, now: Instant): IsoInstant | null {
  if (!value) return null;
  const seconds = /^\s*\d{1,9}\s*$/.test(value)
    ? Number(value)
    : (Date.parse(value) - now.epochMilliseconds) / 1000;
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  const latest = plus(now, longestWait);
  const asked = plus(now, { seconds: Math.ceil(seconds) });
  return isBefore(asked, latest) ? asked : latest;
}

const waits = [1, 5, 15, 60, 180].map((minutes) => ({ minutes }));

/** When the next try is due after so many; null when it was the last. */
export function nextTry(attempts: number, notBefore: IsoInstant | null, now: Instant): IsoInstant | null {
  const wait = waits[attempts - 1];
  if (!wait) return null;
  const usual = plus(now, wait);
  return notBefore && isBefore(usual, notBefore) ? Temporal.Instant.from(notBefore).toString() : usual;
}
