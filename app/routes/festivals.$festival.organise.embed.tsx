import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { maySeeFestival } from "~/festivals/access.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { embedQuery, readEmbedWish, snippetsOf } from "~/festivals/programme/embed.ts";
import { findText } from "~/people/reader.server.ts";
import { locales } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { themes } from "~/ui/frame/theme.ts";
import { CopyField, FilterBar, Notice, Section, SelectField } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const wish = readEmbedWish(new URL(args.request.url).searchParams);
  return {
    title: `${t("programme.embed.title")} · ${festival.name}`,
    isPublic: maySeeFestival(null, festival),
    hosts: acceptedHosts(festival).map(({ slug, name }) => ({ value: slug, label: name })),
    wish,
    snippets: snippetsOf(args.context.config.publicUrl, festival, wish),
    preview: `/festivals/${festival.slug}/embed${embedQuery(wish)}`,
  };
}

export default function Embed() {
  const { t, format } = useText();
  const { isPublic, hosts, wish, snippets, preview } = useLoaderData<typeof loader>();
  if (!isPublic)
    return (
      <Section title={t("programme.embed.title")}>
        <Notice title={t("programme.embed.notPublic")}>
          <p>{t("programme.embed.notPublicText")}</p>
        </Notice>
      </Section>
    );
  return (
    <>
      <Section title={t("programme.embed.title")} intro={<p>{t("programme.embed.intro")}</p>}>
        <FilterBar label={t("programme.embed.choose")}>
          <SelectField
            name="lang"
            label={t("programme.embed.lang")}
            placeholder={t("programme.embed.ownLang")}
            options={locales.map((code) => ({ value: code, label: format.language(code) }))}
            value={wish.lang ?? undefined}
          />
          <SelectField
            name="theme"
            label={t("programme.embed.theme")}
            options={themes.map((theme) => ({ value: theme, label: t(`programme.embed.themes.${theme}`) }))}
            value={wish.theme}
          />
          <SelectField
            name="host"
            label={t("programme.filters.host")}
            placeholder={t("programme.filters.any.host")}
            options={hosts}
            value={wish.filter.host ?? undefined}
          />
        </FilterBar>
        <CopyField label={t("programme.embed.script")} value={snippets.script} />
        <CopyField label={t("programme.embed.frame")} value={snippets.frame} />
        <p className="max-w-prose text-sm text-soft">{t("programme.embed.promise")}</p>
      </Section>
      <Section title={t("programme.embed.preview")}>
        <iframe
          src={preview}
          title={t("programme.embed.preview")}
          loading="lazy"
          className="h-[40rem] w-full rounded-md border border-edge"
        />
      </Section>
    </>
  );
}
