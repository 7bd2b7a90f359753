import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download, Languages } from "lucide-react";
import styles from "~/lectures/poster/poster.css?url";
import { openPoster } from "~/lectures/poster/poster.server.ts";
import { PosterSheet } from "~/lectures/poster/poster-sheet.tsx";
import { PrintButton } from "~/lectures/poster/print-button.tsx";
import { findText } from "~/people/reader.server.ts";
import { locales } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Breadcrumbs, Inline, LinkButton } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** For everybody who may see the series. */
export async function loader(args: LoaderFunctionArgs) {
  const [{ series, locale, words, isPublic }, { t }] = await Promise.all([openPoster(args), findText(args)]);
  return {
    title: t("visible.poster.title", { name: series.name }),
    series: { slug: series.slug, name: series.name },
    locale,
    words,
    isPublic,
  };
}

export default function PosterPage() {
  const { t, format } = useText();
  const { title, series, locale, words, isPublic } = useLoaderData<typeof loader>();
  const here = `/lectures/${series.slug}`;
  return (
    <div className="poster-page mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 pt-6 pb-16 sm:px-6">
      <div className="poster-controls flex flex-col gap-4">
        <Breadcrumbs
          crumbs={[
            { label: t("lectures.list.title"), to: "/lectures" },
            { label: series.name, to: here },
          ]}
        />
        <h1>{title}</h1>
        <p className="max-w-prose text-soft">
          {t("visible.poster.intro")} {!isPublic && t("visible.poster.hostsOnly")}
        </p>
        <Inline>
          <PrintButton />
          <LinkButton to={`${here}/poster.pdf?lang=${locale}`} icon={Download} reloadDocument>
            {t("visible.poster.pdf")}
          </LinkButton>
          {locales
            .filter((other) => other !== locale)
            .map((other) => (
              <LinkButton key={other} to={`${here}/poster?lang=${other}`} variant="quiet" icon={Languages}>
                {t("visible.poster.in", { language: format.language(other) })}
              </LinkButton>
            ))}
        </Inline>
      </div>
      <div className="poster-room">
        <PosterSheet words={words} locale={locale} />
      </div>
    </div>
  );
}
