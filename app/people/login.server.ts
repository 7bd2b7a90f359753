import { eq, lte } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { logins } from "#db/schema/index.ts";
import type { Reader } from "~/platform/http/reader.server.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import { type Asking, authPost } from "./auth.server.ts";
import { welcome } from "./joining.server.ts";
import { forgive, tooMany } from "./login-limits.server.ts";

export type AskAnswer = { ok: true } | { ok: false; reason: "limited"; retryAt: IsoInstant };

/**
 * Makes a six-digit code and mails it, if the address may sign in; the answer is the same if not.
 * `email` is a validated lower-case address.
 */
export async function askForCode(asking: Asking, email: string): Promise<AskAnswer> {
  const retryAt = await tooMany("ask", email, asking.context);
  if (retryAt) return { ok: false, reason: "limited", retryAt };
  const answer = await authPost(asking, "/email-otp/send-verification-otp", { email, type: "sign-in" });
  if (!answer.ok) throw new Error(`asking for a login code was answered with ${answer.status}`);
  return { ok: true };
}

export type SignInAnswer =
  | { ok: true; cookies: Headers }
  | { ok: false; reason: "wrong" | "used-up" }
  | { ok: false; reason: "limited"; retryAt: IsoInstant };

/** Exchanges a code for a login. A code works once, for ten minutes and five guesses. */
export async function signIn(
  asking: Asking,
  email: string,
  code: string,
  reader: Reader,
): Promise<SignInAnswer> {
  const { context } = asking;
  const retryAt = await tooMany("guess", email, context);
  if (retryAt) return { ok: false, reason: "limited", retryAt };
  const answer = await authPost(asking, "/sign-in/email-otp", { email, otp: code });
  if (!answer.ok) return { ok: false, reason: answer.status === 403 ? "used-up" : "wrong" };
  await welcome(context.db, email, reader, context.now());
  await forgive(email, context);
  await forgetExpiredLogins(context.db, context.now());
  const cookies = new Headers();
  for (const cookie of answer.headers.getSetCookie()) cookies.append("Set-Cookie", cookie);
  return { ok: true, cookies };
}

export async function signOut(db: Database, token: string): Promise<void> {
  await db.delete(logins).where(eq(logins.token, token));
}

/** Ends every login of a person, on every device, from its next request on. */
export async function signOutEverywhere(db: Database, personId: string): Promise<void> {
  await db.delete(logins).where(eq(logins.userId, personId));
}

async function forgetExpiredLogins(db: Database, now: Instant): Promise<void> {
  await db.delete(logins).where(lte(logins.expiresAt, new Date(now.epochMilliseconds)));
}
