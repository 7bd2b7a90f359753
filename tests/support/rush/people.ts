import { createHash, createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { uuids } from "#db/arrays.ts";
import type { Database } from "#db/connect.ts";

/** A crowd is numbered from 0, so that a caller in another process knows everybody by their number alone. */
export const idOf = (kind: "person" | "session", name: number | string): string => {
  const sum = createHash("md5").update(`${kind}-${name}`).digest("hex");
  // Version 4, variant 8: only so is it a UUID.
  const hex = `${sum.slice(0, 12)}4${sum.slice(13, 16)}8${sum.slice(17)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

/** The same in SQL, for an expression that is kind and name. */
export function sqlIdOf(expression: string): string {
  return `overlay(overlay(md5(${expression}) placing '4' from 13) placing '8' from 17)::uuid`;
}

const personId = sql.raw(sqlIdOf("'person-' || n"));

/** Signed in already, spread over these organisations, with nothing in their agenda. */
export async function makeCrowd(db: Database, many: number, organisationIds: string[]): Promise<void> {
  await db.execute(sql`
    insert into people (id, name, email, email_verified, organisation_id)
    select ${personId}, 'Person ' || n, 'person-' || n || '@crowd.example', true,
      (${uuids(organisationIds)})[1 + n % ${organisationIds.length}::int]
    from generate_series(0, ${many - 1}::int) n`);
  await db.execute(sql`
    insert into logins (id, token, person_id, expires_at)
    select gen_random_uuid(), 'token-of-person-' || n, ${personId}, now() + interval '1 day'
    from generate_series(0, ${many - 1}::int) n`);
}

/** The Cookie header of somebody of the crowd: what the login library would have set. */
export function cookieOf(person: number, secret: string): string {
  const token = `token-of-person-${person}`;
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `login=${encodeURIComponent(`${token}.${signature}`)}`;
}
