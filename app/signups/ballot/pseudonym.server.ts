import { createHmac } from "node:crypto";

const letters = "23456789abcdefghjkmnpqrstuvwxyz";
const length = 10;

/**
 * The number by which somebody finds themselves in a ballot: the same each time it is worked out, and without the
 * ballot's key nobody can tell whose it is. docs/decisions/0020-a-ballot-anyone-can-replay.md
 */
export function pseudonymOf(key: string, personId: string): string {
  const bytes = createHmac("sha256", key).update(personId).digest();
  const drawn = [...bytes.subarray(0, length)].map((byte) => letters[byte % letters.length]).join("");
  return `${drawn.slice(0, 5)}-${drawn.slice(5)}`;
}
