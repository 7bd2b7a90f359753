import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { postgresBinaries } from "#tests/support/postgres.ts";
import { sqlIdOf } from "#tests/support/rush/people.ts";

/**
 * The database's own limit: one statement a sign-up that writes the rows a seat is made of, under the same constraints.
 * It asks nothing about clashes, guarantees, a login or who waits, and answers nobody.
 */
const statement = (name: string, workshops: number, firstPerson: number) => `
\\set k :k + 1
\\set person ${firstPerson} + :k * 32 + :client_id
\\set workshop random(0, ${workshops - 1})
with session as (
  update sessions set seats_taken = seats_taken + 1
  where id = ${sqlIdOf(`'session-${name}-' || :workshop::int`)} and seats_taken < capacity
  returning id, proposal_id, starts_at, ends_at
), seat as (
  insert into signups (id, session_id, person_id, organisation_id, status, proposal_id, created_at, updated_at)
  select gen_random_uuid(), session.id, people.id, people.organisation_id, 'confirmed', session.proposal_id, now(), now()
  from session, people where people.id = ${sqlIdOf("'person-' || :person::int")}
  returning session_id, person_id
), busy as (
  insert into commitments (person_id, session_id, role, during)
  select seat.person_id, session.id, 'attends', tstzrange(starts_at, ends_at, '[)') from seat, session
)
insert into events (kind, subject, payload, created_at, due_at)
select 'signup.changed', session_id, jsonb_build_object('personId', person_id, 'change', 'confirmed'), now(), now() from seat;
`;

export interface PgbenchRun {
  databaseUrl: string;
  folder: string;
  name: string;
  workshops: number;
  firstPerson: number;
  seconds: number;
}

/** Sign-ups a second at 32 clients with prepared statements. */
export async function runPgbench(run: PgbenchRun): Promise<number> {
  const { databaseUrl, folder, name, workshops, firstPerson, seconds } = run;
  const script = join(folder, `${name}.sql`);
  writeFileSync(script, statement(name, workshops, firstPerson).replace(/\n(?!\\|with)/g, " "));
  const binary = join(postgresBinaries() ?? "", "pgbench");
  const args = [
    "-n",
    "-M",
    "prepared",
    "-c",
    "32",
    "-j",
    "2",
    "-T",
    String(seconds),
    "-D",
    "k=-1",
    "-f",
    script,
  ];
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn(binary, [...args, databaseUrl], { stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        printed += chunk;
      });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(printed))));
  });
  const failed = Number(/number of failed transactions: (\d+)/.exec(output)?.[1] ?? 0);
  const rate = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
  if (failed > 0 || !(rate > 0)) throw new Error(output);
  return rate;
}
