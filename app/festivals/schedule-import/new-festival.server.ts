import type { Database } from "#db/connect.ts";
import { festivalHosts, festivals, type organisations } from "#db/schema/index.ts";
import { localOf } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";
import { programmeDay } from "../programme/days.ts";
import type { Making } from "./apply.server.ts";
import type { ImportedProgramme } from "./programme.ts";

/** A draft to take a programme into, with the dates, zone and language that the programme turns out to have. */
export async function createFestivalFor(
  tx: Database,
  slug: string,
  organisation: typeof organisations.$inferSelect,
  programme: ImportedProgramme,
  { now, ids }: Making,
): Promise<Festival> {
  const id = ids.uuid();
  const at = now.toString();
  await tx.insert(festivals).values({
    id,
    slug,
    name: programme.title || slug,
    outcome: "",
    ...datesOf(programme),
    timeZone: programme.timeZone,
    language: commonLanguage(programme) ?? organisation.language,
    visibility: "hosts",
    status: "draft",
    leadOrganisationId: organisation.id,
    createdAt: at,
    updatedAt: at,
  });
  await tx.insert(festivalHosts).values({
    festivalId: id,
    organisationId: organisation.id,
    status: "accepted",
    invitedAt: at,
    decidedAt: at,
  });
  const festival = await findFestivalById(tx, id);
  if (!festival) throw new Error(`festival ${slug} is gone right after it was made`);
  return festival;
}

/** From the first day with an entry to the last: what a file says of its own dates often includes the building up. */
function datesOf({ lines, timeZone }: ImportedProgramme): { startsOn: string; endsOn: string } {
  const days = lines
    .flatMap((line) => (line.entry ? [programmeDay(localOf(line.entry.startsAt, timeZone))] : []))
    .sort();
  const [startsOn = ""] = days;
  return { startsOn, endsOn: days.at(-1) ?? startsOn };
}

function commonLanguage({ lines }: ImportedProgramme): string | undefined {
  const counts = new Map<string, number>();
  for (const { entry } of lines) if (entry) counts.set(entry.language, (counts.get(entry.language) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
