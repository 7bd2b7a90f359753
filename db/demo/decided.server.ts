import type { Database } from "#db/connect.ts";
import {
  type DecisionKind,
  festivalDecisions,
  festivals,
  hostInvitations,
  organisationLogos,
} from "#db/schema/index.ts";
import { hashSecret } from "~/platform/ids.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { type OrganisationKey, organisationContent, type PersonKey } from "./content/organisations.ts";
import { type DemoDates, daysAgo, demoDates } from "./dates.ts";
import { lastAutumnSlug } from "./last-autumn.server.ts";
import { drawLogo, type Shape } from "./logo.ts";

/** What the hosts decided together, whom they asked by mail, and what their logos look like. */
export async function fillDecided(db: Database, story: Story, alliance: Alliance): Promise<void> {
  const rows = await db.select({ id: festivals.id, slug: festivals.slug }).from(festivals);
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)!.id;
  const dates = demoDates(story.now);
  const tell = (festivalId: string, history: Told[]) =>
    db.insert(festivalDecisions).values(history.map((told) => rowOf(alliance, festivalId, told)));
  await tell(idOf("deell-spring"), springHistory(dates));
  await tell(idOf("deell-autumn"), autumnHistory(dates));
  await tell(idOf(lastAutumnSlug(dates)), lastAutumnHistory(dates));
  await askZilt(db, story, alliance, idOf("deell-autumn"));
  await db.insert(organisationLogos).values(
    organisationContent.flatMap(({ slug, colour }) => {
      const shape = shapes[slug];
      if (!shape) return [];
      const content = drawLogo(colour, shape);
      const organisationId = alliance.organisations[slug];
      return [{ organisationId, mediaType: "image/png", content, updatedAt: daysAgo(dates, 399) }];
    }),
  );
}

interface Told {
  kind: DecisionKind;
  by: PersonKey;
  at: string;
  facts?: Record<string, string | number>;
}

function springHistory(dates: DemoDates): Told[] {
  const asked = daysAgo(dates, 69);
  const ask = (organisation: string): Told => ({
    kind: "host-invited",
    by: "anna",
    at: asked,
    facts: { organisation },
  });
  return [
    { kind: "created", by: "anna", at: daysAgo(dates, 70) },
    ...["Lumen", "Kade", "Polder"].map(ask),
    { kind: "host-accepted", by: "bram", at: daysAgo(dates, 68, "11:15") },
    { kind: "host-accepted", by: "ruben", at: daysAgo(dates, 67, "11:15") },
    { kind: "host-accepted", by: "marieke", at: daysAgo(dates, 66, "11:15") },
    { kind: "released", by: "anna", at: daysAgo(dates, 12, "16:20"), facts: { number: 1 } },
    { kind: "released", by: "anna", at: daysAgo(dates, 7, "11:05"), facts: { number: 2 } },
    { kind: "released", by: "anna", at: daysAgo(dates, 3, "15:40"), facts: { number: 3 } },
  ];
}

function lastAutumnHistory(dates: DemoDates): Told[] {
  return [
    { kind: "created", by: "anna", at: daysAgo(dates, 300) },
    { kind: "released", by: "anna", at: daysAgo(dates, 200, "10:00"), facts: { number: 1 } },
    { kind: "archived", by: "anna", at: daysAgo(dates, 20, "09:30") },
  ];
}

function autumnHistory(dates: DemoDates): Told[] {
  const ask = (organisation: string, at: string): Told => ({
    kind: "host-invited",
    by: "anna",
    at,
    facts: { organisation },
  });
  const asked = daysAgo(dates, 18);
  const answered = daysAgo(dates, 16, "14:05");
  return [
    { kind: "created", by: "anna", at: daysAgo(dates, 20), facts: { from: "DEELL Autumn" } },
    ...["Kade", "Polder", "Lumen"].map((name) => ask(name, asked)),
    { kind: "host-accepted", by: "ruben", at: answered },
    { kind: "host-accepted", by: "marieke", at: answered },
    { kind: "call-opened", by: "anna", at: daysAgo(dates, 14) },
    ask("Zilt", daysAgo(dates, 4, "10:30")),
  ];
}

function rowOf(alliance: Alliance, festivalId: string, { kind, by, at, facts = {} }: Told) {
  const { id: personId, organisationId } = alliance.people[by];
  return { festivalId, kind, personId, organisationId, facts, decidedAt: at };
}

/** An organisation that is not here yet; "send again" puts its link into the outbox. */
async function askZilt(db: Database, story: Story, alliance: Alliance, festivalId: string): Promise<void> {
  const { ids, now } = story;
  await db.insert(hostInvitations).values({
    id: ids.uuid(),
    festivalId,
    organisationName: "Zilt",
    email: "zoe@zilt.example",
    message: "Jullie schorrenlab is precies wat we in het najaar zoeken. Komen jullie naast ons staan?",
    tokenHash: hashSecret(ids.secret()),
    invitedBy: alliance.people.anna.id,
    invitedAt: daysAgo(demoDates(now), 4, "10:30"),
  });
}

/** Water, a lamp and a quay; Polder has none yet. */
const shapes: Partial<Record<OrganisationKey, Shape>> = {
  waterland: (x, y) => y > 0.2 && Math.sin((y + 0.06 * Math.sin(x * 12)) * 22) > 0,
  lumen: (x, y) => {
    const far = Math.hypot(x - 0.5, y - 0.5);
    return far < 0.22 || (far > 0.3 && far < 0.48 && Math.cos(Math.atan2(y - 0.5, x - 0.5) * 8) > 0.3);
  },
  kade: (x, y) => (y > 0.7 && y < 0.85) || (y > 0.2 && y <= 0.7 && (x * 10) % 3 < 1.6),
};
