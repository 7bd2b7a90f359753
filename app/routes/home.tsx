import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Asked } from "~/home/asked.tsx";
import { findMine, findWhatIsOn } from "~/home/home.server.ts";
import { MyNext } from "~/home/my-next.tsx";
import { NextFestival } from "~/home/next-festival.tsx";
import { NextLecture } from "~/home/next-lecture.tsx";
import { HowItWorks, Welcome } from "~/home/welcome.tsx";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { dateIn } from "~/platform/time.ts";
import { titled } from "~/platform/title.ts";
import { ClashNotice } from "~/signups/clashes/clash-notice.tsx";
import { OfferNotices } from "~/signups/offers/offer-notices.tsx";
import { EmptyState, LinkButton, Stack } from "~/ui/index.ts";

export const meta = titled;

/** For everybody; each part shows what this viewer may see. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context;
  const [viewer, { t, timeZone }] = await Promise.all([findViewer(args), findText(args)]);
  return {
    title: t("home.title"),
    today: dateIn(now(), timeZone),
    ...(await findWhatIsOn(db, viewer, now())),
    name: viewer && (viewer.name.split(" ")[0] || viewer.email),
    mine: viewer && (await findMine(db, viewer, now())),
  };
}

export default function Home() {
  const { t } = useText();
  const { name, today, festival, lecture, mine } = useLoaderData<typeof loader>();
  const asked = mine
    ? mine.turns.length + mine.invitations.length + mine.held.length + mine.clashes.length
    : 0;
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-10 px-4 pt-8 pb-16 sm:px-6 sm:pt-12">
      {name ? <h1>{t("home.hello", { name })}</h1> : <Welcome />}
      {mine && mine.held.length + mine.clashes.length > 0 && (
        <Stack gap="small">
          <OfferNotices held={mine.held} asOf={mine.asOf} />
          <ClashNotice clashes={mine.clashes} />
        </Stack>
      )}
      {mine && <Asked turns={mine.turns} invitations={mine.invitations} />}
      <section aria-label={t("home.title")} className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {festival ? (
          <NextFestival festival={festival} today={today} primary={mine !== null && asked === 0} />
        ) : (
          <EmptyState title={t("home.festival.none")}>{t("home.festival.noneText")}</EmptyState>
        )}
        {lecture ? (
          <NextLecture lecture={lecture} />
        ) : (
          <EmptyState
            title={t("home.lecture.none")}
            action={<LinkButton to="/lectures">{t("home.lecture.all")}</LinkButton>}
          >
            {t("home.lecture.noneText")}
          </EmptyState>
        )}
      </section>
      {mine ? <MyNext items={mine.items} unfinished={mine.unfinished} /> : <HowItWorks />}
    </div>
  );
}
