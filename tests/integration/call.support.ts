import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeHost, makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { festivals, mails } from "#db/schema/index.ts";
import { at } from "#tests/support/ids.ts";
import type { Proposer } from "~/festivals/call/access.ts";
import { callHandlers } from "~/festivals/call/jobs.server.ts";
import type { ProposalFields } from "~/festivals/call/proposal-form.ts";
import { saveProposal, submitProposal } from "~/festivals/call/save-proposal.server.ts";
import { startProposal } from "~/festivals/call/start-proposal.server.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { readConfig } from "~/platform/config.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import type { Instant } from "~/platform/time.ts";

export const now = at("2026-11-23T09:00:00Z");
export const later = at("2026-11-23T10:00:00Z");
export const deps = { now, ids: randomIds };

export const fields: ProposalFields = {
  ...{ version: 1, title: "Waking up a team", abstract: "Three games.", formatId: null, trackId: null },
  ...{
    language: "en",
    level: "all",
    size: null,
    topics: [],
    equipment: "",
    notes: "",
    answers: {},
    away: [],
  },
};

/** A call of Waterland's, which Kade hosts too; Olga works for somebody else. */
export async function makeCall(db: Database, given: Partial<typeof festivals.$inferInsert> = {}) {
  const organisation = (slug: string) => makeOrganisation(db, { slug, name: slug });
  const [waterland, kade, far] = [
    await organisation("waterland"),
    await organisation("kade"),
    await organisation("far"),
  ];
  const { id } = await makeFestival(db, {
    slug: "autumn",
    name: "Autumn",
    status: "calling",
    leadOrganisationId: waterland.id,
    callOpensAt: "2026-11-01T09:00:00Z",
    callClosesAt: "2026-12-01T16:00:00Z",
    ...given,
  });
  await makeHost(db, { festivalId: id, organisationId: kade.id });
  const viewer = async (
    name: string,
    organisationOf: typeof waterland,
    role: "member" | "organiser" = "member",
  ): Promise<Proposer & { name: string; organisationId: string }> => {
    const email = `${name.toLowerCase()}@${organisationOf.slug}.example`;
    const person = await makePerson(db, { name, email, role, organisationId: organisationOf.id });
    return { personId: person.id, name, email, role, organisationId: organisationOf.id };
  };
  return {
    lead: await viewer("Lena", waterland, "organiser"),
    organiser: await viewer("Otto", kade, "organiser"),
    chloe: await viewer("Chloe", kade),
    ilse: await viewer("Ilse", kade),
    olga: await viewer("Olga", far),
    viewer,
    organisations: { waterland, kade, far },
    festivalId: id,
    festival: async () => (await findFestivalById(db, id))!,
    close: () =>
      db.update(festivals).set({ callClosesAt: "2026-11-23T08:59:00Z" }).where(eq(festivals.id, id)),
  };
}

type Call = Awaited<ReturnType<typeof makeCall>>;

/** A draft of this person's, not yet written on. */
export async function begin(db: Database, call: Call, viewer: Proposer = call.chloe): Promise<string> {
  const started = await startProposal(db, viewer, await call.festival(), { language: "en" }, deps);
  if (!started.ok) throw new Error(started.reason);
  return started.id;
}

export const writing = (db: Database, call: Call, id: string, viewer: Proposer = call.chloe) => ({
  save: async (given: Partial<ProposalFields> = {}, when: Instant = now) =>
    saveProposal(db, viewer, await call.festival(), { id, ...fields, ...given }, { ...deps, now: when }),
  submit: async (given: Partial<ProposalFields> = {}, when: Instant = now) =>
    submitProposal(db, viewer, await call.festival(), { id, ...fields, ...given }, { ...deps, now: when }),
});

/** A proposal that is in. */
export async function handIn(db: Database, call: Call, viewer: Proposer = call.chloe): Promise<string> {
  const id = await begin(db, call, viewer);
  const submitted = await writing(db, call, id, viewer).submit();
  if (!submitted.ok) throw new Error(submitted.reason);
  return id;
}

export function mailing(db: () => Database) {
  const inbox = () => db().select().from(mails).orderBy(mails.createdAt, mails.recipient, mails.kind);
  return {
    inbox,
    sweep: (when: Instant = now) =>
      sweepEvents(
        {
          db: db(),
          config: readConfig({ PUBLIC_URL: "http://localhost:3000" }),
          ids: randomIds,
          uidDomain: "learn.example",
          log: createLog("silent"),
        },
        callHandlers,
        when,
      ),
    told: async () => (await inbox()).map(({ recipient, kind }) => [recipient, kind]),
    /** The token of the latest invitation to this address. */
    tokenOf: async (email: string) => {
      const asked = (await inbox()).filter(
        ({ recipient, kind }) => recipient === email && kind === "co-speaker-invitation",
      );
      const token = /\/speaking\/([\w-]+)/.exec(asked.at(-1)?.text ?? "")?.[1];
      if (!token) throw new Error(`nobody asked ${email}`);
      return token;
    },
  };
}
