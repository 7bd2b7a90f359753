import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Coffee, Plus } from "lucide-react";
import { mayCreateSeries } from "~/lectures/access.ts";
import { listComing } from "~/lectures/lectures.server.ts";
import { listSeries } from "~/lectures/series.server.ts";
import { SeriesCard } from "~/lectures/series-card.tsx";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { EmptyState, LinkButton, Page, Stack } from "~/ui/index.ts";

export const meta = titled;

/** For everybody: public series, and those hosted by the viewer's organisation. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context;
  const viewer = await findViewer(args);
  const [{ t }, series] = await Promise.all([findText(args), listSeries(db, viewer)]);
  const ids = series.map(({ id }) => id);
  const coming = (await listComing(db, ids, now())).filter(({ status }) => status !== "cancelled");
  return {
    title: t("lectures.list.title"),
    now: now().toString(),
    series: series.map(({ seed, ...one }) => ({
      ...one,
      next: coming.find((lecture) => lecture.series.id === one.id) ?? null,
    })),
    mayCreate: mayCreateSeries(viewer),
  };
}

export default function Lectures() {
  const { t } = useText();
  const { title, series, mayCreate, now } = useLoaderData<typeof loader>();
  const start = mayCreate && (
    <LinkButton to="/lectures/new" icon={Plus}>
      {t("lectures.list.start")}
    </LinkButton>
  );
  return (
    <Page title={title} intro={t("lectures.list.intro")} actions={series.length > 0 && start}>
      {series.length === 0 ? (
        <EmptyState icon={Coffee} title={t("lectures.list.none")} action={start}>
          {t("lectures.list.noneText")}
        </EmptyState>
      ) : (
        <Stack>
          {series.map((one) => (
            <SeriesCard key={one.id} series={one} next={one.next} now={now} />
          ))}
        </Stack>
      )}
    </Page>
  );
}
