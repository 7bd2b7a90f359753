import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Viewer } from "~/people/viewer.server.ts";
import { type Lecture, lecturePath } from "./lecture.ts";
import { findLecture, findMovedDate } from "./lectures.server.ts";
import { openSeries } from "./page.server.ts";
import type { Series } from "./series.ts";

/**
 * The lecture of a page, or 404 where there is none or this viewer may not know of it; one that was moved is found at
 * the date it was planned for, and `part` of its page with it.
 */
export async function openLecture(
  args: LoaderFunctionArgs,
  part = "",
): Promise<{ viewer: Viewer | null; series: Series; lecture: Lecture }> {
  const { viewer, series } = await openSeries(args);
  const date = args.params.date ?? "";
  const isDate = z.iso.date().safeParse(date).success;
  const lecture = isDate ? await findLecture(args.context.db, series.id, date) : null;
  const movedTo = lecture ? null : await findMovedDate(args.context.db, series.id, date);
  if (movedTo) throw redirect(lecturePath({ series, date: movedTo }) + part);
  if (!lecture) throw new Response("Not found", { status: 404 });
  return { viewer, series, lecture };
}
