import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findTimetable } from "~/festivals/timetable/page.server.ts";
import timetableCss from "~/festivals/timetable/timetable.css?url";
import { Timetable } from "~/festivals/timetable/timetable-view.tsx";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { EmptyState, LinkButton } from "~/ui/index.ts";

export const meta = titled;
export const handle = { hydrate: true };
export const links = () => [{ rel: "stylesheet", href: timetableCss }];

/** For organisers of the hosts: they all see the whole draft. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("festivals.organise.tabs.timetable")} · ${festival.name}`,
    day: new URL(args.request.url).searchParams.get("day"),
    timetable: await findTimetable(args.context.db, viewer, festival),
  };
}

export default function TimetablePage() {
  const { t } = useText();
  const { timetable, day } = useLoaderData<typeof loader>();
  if (timetable.rooms.length > 0) return <Timetable data={timetable} day={day} />;
  return (
    <EmptyState
      title={t("timetable.editor.empty")}
      action={
        <LinkButton to={`/festivals/${timetable.festival.slug}/organise/venue`} variant="primary">
          {t("timetable.editor.toVenue")}
        </LinkButton>
      }
    >
      {t("timetable.editor.emptyHint")}
    </EmptyState>
  );
}
