import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { makeMember, makeOrganisation, makePerson, makeSeries, makeTurn } from "#db/demo/factories.ts";
import { mails, offers, rosterMembers, type series, type turns } from "#db/schema/index.ts";
import type { OfferKind, OfferStatus } from "#db/schema/lectures.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { requestContext } from "#tests/support/requests.ts";
import { lectureEvents } from "~/lectures/jobs.server.ts";
import { recordEvent, sweepEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";

/** A Monday; the lecture is on the Thursday of the week after, at half past ten in Amsterdam. */
export const now = at("2026-11-16T09:00:00Z");
export const date = "2026-11-26";

/** One turn of a series hosted by Waterland, with Ada and Bo on its roster and Olga organising. */
export async function makeScene(
  db: Database,
  given: {
    language?: string;
    name?: string;
    series?: Partial<typeof series.$inferInsert>;
    turn?: Partial<typeof turns.$inferInsert>;
  } = {},
) {
  const ids = testIds();
  const language = given.language ?? "en";
  const organisation = await makeOrganisation(db, { slug: "waterland", name: "Waterland" });
  const owner = await makeSeries(db, {
    slug: "coffee-machine",
    name: "Coffee machine",
    leadOrganisationId: organisation.id,
    ...given.series,
  });
  const person = (name: string, email: string, role: "member" | "organiser" = "member") =>
    makePerson(db, { name, email, role, language, organisationId: organisation.id });
  const ada = await person(given.name ?? "Ada Aal", "ada@waterland.example");
  const bo = await person("Bo Baars", "bo@waterland.example");
  const olga = await person("Olga Ober", "olga@waterland.example", "organiser");
  const joined = { seriesId: owner.id, joinedOn: "2026-01-01" };
  const member = {
    ada: await makeMember(db, { ...joined, personId: ada.id }),
    bo: await makeMember(db, { ...joined, personId: bo.id }),
  };
  const turn = await makeTurn(db, { seriesId: owner.id, heldOn: date, ...given.turn });
  const offer = async (
    kind: OfferKind,
    status: OfferStatus,
    more: Partial<typeof offers.$inferInsert> = {},
  ) => {
    const row = { turnId: turn.id, memberId: member.ada.id, kind, status, offeredAt: now.toString() };
    const [made] = await db
      .insert(offers)
      .values({ id: ids.uuid(), deadlineAt: "2026-11-18T09:30:00Z", ...row, ...more })
      .returning();
    return made!.id;
  };
  return { organisation, series: owner, ada, bo, olga, member, turn, offer };
}

export interface Happening {
  kind: string;
  payload?: Record<string, unknown>;
}

/** Writes down what happened to a turn. */
export async function happen(db: Database, turnId: string, { kind, payload = {} }: Happening, when = now) {
  await recordEvent(db, { kind, subject: turnId, payload, now: when });
}

/** What jobs do with it. With `smtp` mail waits in the queue, without it is kept. */
export async function sweep(db: Database, when: Instant = now, { smtp = false } = {}) {
  const env: Record<string, string> = smtp
    ? { SMTP_URL: "smtp://localhost:2525", MAIL_FROM: "percolate@waterland.example" }
    : {};
  await sweepEvents(requestContext(db, { env }), lectureEvents, when);
}

export async function mailsOf(db: Database, ...kinds: string[]) {
  const all = db.select().from(mails);
  const some = kinds.length > 0 ? all.where(inArray(mails.kind, kinds)) : all;
  return some.orderBy(asc(mails.createdAt), asc(mails.recipient));
}

/** The secret in the mail, as its reader would follow it. */
export function linkIn({ text }: { text: string }): string {
  return /\/turns\/([\w-]{20,})/.exec(text)?.[1] ?? "";
}

export async function personOf(db: Database, memberId: string): Promise<string> {
  const [row] = await db
    .select({ id: rosterMembers.personId })
    .from(rosterMembers)
    .where(eq(rosterMembers.id, memberId));
  return row!.id;
}
