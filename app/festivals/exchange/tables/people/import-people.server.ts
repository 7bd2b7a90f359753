import type { Database } from "#db/connect.ts";
import type { Role } from "#db/schema/people.ts";
import { emailAddress } from "~/people/email.ts";
import { findInviteRefusals, type InviteRefusal, invite } from "~/people/invitations.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { Cells } from "../cells.ts";
import { countLines, type Line, type Note } from "../line.ts";
import type { ImportOrder, Taken } from "../order.ts";

interface Admin {
  organisationId: string;
  personId: string;
}

interface ReadPerson {
  cells: Cells;
  row: number;
  email: string;
  name: string;
  role: Role;
}

const roleWords: [RegExp, Role][] = [
  [/^(?:|member|lid|colleague|collega|medewerker|deelnemer)$/, "member"],
  [/^(?:organiser|organizer|organisator)$/, "organiser"],
  [/^(?:admin|administrator|beheerder)$/, "admin"],
];

/** Who would be invited; writes nothing and nobody is mailed. */
export async function previewPeople(
  db: Database,
  admin: Admin,
  order: ImportOrder,
  t: Translate,
): Promise<Line[]> {
  return (await plan(db, admin, order, t)).map(({ line }) => line);
}

/** Invites them into the admin's own organisation, all or nobody; each gets one mail. */
export async function takePeople(
  db: Database,
  admin: Admin,
  order: ImportOrder,
  { t, ids, now }: { t: Translate; ids: Ids; now: Instant },
): Promise<Taken> {
  return db.transaction(async (tx) => {
    const planned = await plan(tx, admin, order, t);
    const lines = planned.map(({ line }) => line);
    if (countLines(lines).left > 0 && !order.leaveOut) return { ok: false, lines };
    for (const { line, person } of planned) {
      if (line.outcome !== "new") continue;
      const { organisationId, personId } = admin;
      const { email, role } = person;
      const answer = await invite(tx, { organisationId, email, role, invitedBy: personId }, { ids, now });
      if (!answer.ok && answer.reason === "elsewhere")
        throw new Error("joined another organisation meanwhile");
    }
    return { ok: true, lines };
  });
}

const notes: Partial<Record<InviteRefusal, Note>> = {
  "already-member": "alreadyMember",
  "already-invited": "alreadyInvited",
};

async function plan(db: Database, { organisationId }: Admin, { table, columns }: ImportOrder, t: Translate) {
  const people = table.rows.map((row) => readPerson(new Cells(row, columns), row.number));
  const emails = people.map(({ email }) => email).filter(Boolean);
  const refusals = await findInviteRefusals(db, emails, organisationId);
  const seen = new Set<string>();
  return people.map((person) => {
    const { cells, email, row, name, role } = person;
    const refusal = refusals.get(email);
    if (email && seen.has(email)) cells.wrong("email", "duplicate");
    if (refusal === "elsewhere") cells.wrong("email", "elsewhere");
    seen.add(email);
    const note = refusal && notes[refusal];
    const line: Line = {
      row,
      title: email || cells.text("email"),
      outcome: cells.problems.length > 0 ? "left" : note ? "same" : "new",
      changes: [],
      problems: cells.problems,
      notes: note ? [note] : [],
      shown: { name, role: t(`people.roles.${role}`) },
    };
    return { line, person };
  });
}

function readPerson(cells: Cells, row: number): ReadPerson {
  const text = cells.text("email");
  const address = emailAddress.safeParse(/<([^<>]+)>/.exec(text)?.[1] ?? text);
  if (!address.success) cells.wrong("email", text === "" ? "missing" : "badEmail");
  const word = cells.text("role").toLowerCase();
  const role = roleWords.find(([pattern]) => pattern.test(word))?.[1];
  if (!role) cells.wrong("role", "unknownRole");
  return {
    cells,
    row,
    email: address.data ?? "",
    name: cells.line("name", 200) ?? "",
    role: role ?? "member",
  };
}
