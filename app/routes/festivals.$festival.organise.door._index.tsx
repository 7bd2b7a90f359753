import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DoorOpen } from "lucide-react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { listDay } from "~/signups/door/day.server.ts";
import { DayTable } from "~/signups/door/day-table.tsx";
import script from "~/signups/door/live.js?url&no-inline";
import { EmptyState, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts: figures alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("door.day.title")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise/door`,
    ...(await listDay(args.context.db, viewer, festival, args.context.now())),
  };
}

export default function DoorDay() {
  const { t } = useText();
  const { around, past, base } = useLoaderData<typeof loader>();
  return (
    <>
      <Section title={t("door.day.title")} intro={t("door.day.intro")}>
        {around.length > 0 ? (
          <div data-live className="flex flex-col gap-3">
            <DayTable rows={around} base={base} />
            <p className="text-sm text-soft">{t("door.day.live")}</p>
          </div>
        ) : (
          <EmptyState icon={DoorOpen} title={t("door.day.none")}>
            <p>{t("door.day.noneText")}</p>
          </EmptyState>
        )}
      </Section>
      {past.length > 0 && (
        <Section title={t("door.day.afterwards")}>
          <DayTable rows={past} base={base} />
        </Section>
      )}
      {around.length > 0 && <script type="module" src={script} />}
    </>
  );
}
