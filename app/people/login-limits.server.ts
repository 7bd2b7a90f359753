import type { RequestContext } from "~/platform/context.ts";
import { clientNetwork, type Limit, limitKey, returnTry, takeTry } from "~/platform/limits.server.ts";
import type { IsoInstant } from "~/platform/time.ts";

/** A venue has one address for hundreds of people, so a client may do far more than an e-mail address. */
const limits = {
  ask: {
    address: { name: "login-ask-address", most: 5, window: { minutes: 15 } },
    client: { name: "login-ask-client", most: 200, window: { minutes: 15 } },
  },
  guess: {
    address: { name: "login-guess-address", most: 10, window: { minutes: 15 } },
    client: { name: "login-guess-client", most: 50, window: { minutes: 15 } },
  },
} satisfies Record<string, Record<string, Limit>>;

export type Attempt = keyof typeof limits;
type Scope = Pick<RequestContext, "db" | "secret" | "clientIp" | "now">;

function keysOf(attempt: Attempt, email: string, { secret, clientIp }: Scope): [Limit, string][] {
  const { address, client } = limits[attempt];
  return [
    [client, limitKey(client, clientNetwork(clientIp), secret)],
    [address, limitKey(address, email, secret)],
  ];
}

/** Counts a try against the client and the address; null when allowed, else when to come back. */
export async function tooMany(attempt: Attempt, email: string, scope: Scope): Promise<IsoInstant | null> {
  for (const [limit, key] of keysOf(attempt, email, scope)) {
    const { allowed, retryAt } = await takeTry(scope.db, limit, key, scope.now());
    if (!allowed) return retryAt;
  }
  return null;
}

/** A right code was no guess. */
export async function forgive(email: string, scope: Scope): Promise<void> {
  for (const [, key] of keysOf("guess", email, scope)) await returnTry(scope.db, key);
}
