import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportFile } from "~/festivals/exchange/exports/export-sheet.server.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { seatHoldersOf } from "~/signups/attendees/attendees.server.ts";
import { readAttendeeFilter } from "~/signups/attendees/filter.ts";

/** For organisers of the hosts; the sign-ups are those that the filter of their list shows. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t, format } = await findText(args);
  const { db, config } = args.context;
  const listSeatHolders = seatHoldersOf(readAttendeeFilter(new URL(args.request.url).searchParams), festival);
  const organisationId = viewer.organisationId ?? "";
  const file = await exportFile(args.params.file ?? "", {
    ...{ db, festival, viewer: { ...viewer, organisationId }, publicUrl: config.publicUrl },
    ...{ listSeatHolders, t, format },
  });
  if (!file) throw new Response("Not found", { status: 404 });
  return new Response(file.body, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
