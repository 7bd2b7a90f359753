import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { acceptedHosts, signupWindow } from "~/festivals/festival.ts";
import { nextFestival } from "~/festivals/festivals.server.ts";
import { NextFestival } from "~/home/next-festival.tsx";
import { HowItWorks, Welcome } from "~/home/welcome.tsx";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { dateIn } from "~/platform/time.ts";
import { titled } from "~/platform/title.ts";
import { EmptyState } from "~/ui/index.ts";

export const meta = titled;

/** For everybody; each part shows what this viewer may see. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context;
  const [viewer, { t, timeZone }] = await Promise.all([findViewer(args), findText(args)]);
  const festival = await nextFestival(db, viewer, now());
  return {
    title: t("home.title"),
    name: viewer && (viewer.name.split(" ")[0] || viewer.email),
    today: dateIn(now(), timeZone),
    festival: festival && {
      slug: festival.slug,
      name: festival.name,
      theme: festival.theme,
      startsOn: festival.startsOn,
      endsOn: festival.endsOn,
      status: festival.status,
      signup: signupWindow(festival, now()),
      hosts: acceptedHosts(festival),
    },
  };
}

export default function Home() {
  const { t } = useText();
  const { name, today, festival } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-12 px-4 pt-8 pb-16 sm:px-6 sm:pt-12">
      {name ? <h1>{t("home.hello", { name })}</h1> : <Welcome />}
      <section aria-label={t("home.title")} className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {festival ? (
          <NextFestival festival={festival} today={today} primary={name !== null} />
        ) : (
          <EmptyState title={t("home.festival.none")}>{t("home.festival.noneText")}</EmptyState>
        )}
      </section>
      {!name && <HowItWorks />}
    </div>
  );
}
