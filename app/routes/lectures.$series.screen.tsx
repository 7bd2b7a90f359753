import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listComing } from "~/lectures/lectures.server.ts";
import { openSeries } from "~/lectures/page.server.ts";
import { posterLocale } from "~/lectures/poster/poster.ts";
import styles from "~/lectures/screen/screen.css?url";
import script from "~/lectures/screen/screen.js?url&no-inline";
import { screenOf } from "~/lectures/screen/screen.ts";
import { ScreenView } from "~/lectures/screen/screen-view.tsx";
import { TextProvider, useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";

/** The whole screen, without our header and footer. */
export const handle = { bare: true };
export const meta = titled;
export const headers = neverKept;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** For everybody who may see the series: a public one needs no login, one for its hosts a signed-in device. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, config } = args.context;
  const { series } = await openSeries(args);
  const query = new URL(args.request.url).searchParams;
  const moment = now();
  const { name, slug, hosts, timeZone } = series;
  const theme = query.get("theme");
  return {
    title: name,
    series: { name, slug, hosts },
    timeZone,
    locale: posterLocale(query.get("lang"), series),
    theme: theme === "dark" || theme === "light" ? theme : null,
    screen: screenOf(await listComing(db, [series.id], moment), moment),
    address: `${config.publicUrl}/lectures/${slug}#subscribe`,
    now: moment.toString(),
  };
}

/** In the language and zone of the series: a screen has no reader of its own. */
export default function CorridorScreen() {
  const { locale, timeZone, theme, ...shown } = useLoaderData<typeof loader>();
  return (
    <TextProvider locale={locale} timeZone={timeZone}>
      <div className="screen-page" lang={locale} data-theme={theme ?? undefined}>
        <ScreenView {...shown} />
        <Stale timeZone={timeZone} />
        <noscript>
          <meta httpEquiv="refresh" content="60" />
        </noscript>
        <script type="module" src={script} />
      </div>
    </TextProvider>
  );
}

/** Shown by the script while the network is away. */
function Stale({ timeZone }: { timeZone: string }) {
  const { t } = useText();
  const since = { since: "{since}" };
  return (
    <p
      className="screen-stale"
      role="status"
      hidden
      data-stale
      data-zone={timeZone}
      data-words={t("visible.screen.stale", since)}
      data-login={t("visible.screen.signedOut", since)}
    />
  );
}
