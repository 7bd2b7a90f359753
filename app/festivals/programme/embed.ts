import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import { isTheme, type Theme } from "~/ui/frame/theme.ts";
import { filterQuery, type ProgrammeFilter, readFilter } from "./filter.ts";

/** How a programme is shown on somebody else's page: all of it stands in the address. */
export interface EmbedWish {
  filter: ProgrammeFilter;
  /** Null: the reader's own. */
  lang: Locale | null;
  theme: Theme;
}

/** What is about one reader, or about paper, has no place in a frame. */
export function readEmbedWish(query: URLSearchParams): EmbedWish {
  const filter = { ...readFilter(query), favourites: false, print: false };
  const [lang, theme] = [query.get("lang"), query.get("theme")];
  return { filter, lang: isLocale(lang) ? lang : null, theme: isTheme(theme) ? theme : "system" };
}

export function embedQuery({ filter, lang, theme }: EmbedWish): string {
  const query = new URLSearchParams(filterQuery(filter));
  if (lang) query.set("lang", lang);
  if (theme !== "system") query.set("theme", theme);
  return query.size > 0 ? `?${query}` : "";
}

const attribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What a partner copies into a page of theirs: a script that makes a frame and sizes it, or the frame alone. */
export function snippetsOf(
  publicUrl: string,
  festival: { slug: string; name: string },
  wish: EmbedWish,
): { script: string; frame: string } {
  const { host, track, day, view } = wish.filter;
  const given = {
    host,
    track,
    day,
    view,
    lang: wish.lang,
    theme: wish.theme === "system" ? null : wish.theme,
  };
  const data = Object.entries({ festival: festival.slug, title: festival.name, ...given })
    .filter(([, value]) => value)
    .map(([name, value]) => `data-${name}="${attribute(value ?? "")}"`);
  const source = `${publicUrl}/festivals/${festival.slug}/embed${embedQuery(wish)}`;
  return {
    script: `<script src="${publicUrl}/embed.js" ${data.join(" ")} async></script>`,
    frame: `<iframe src="${attribute(source)}" title="${attribute(festival.name)}" width="100%" height="800" style="border:0" loading="lazy"></iframe>`,
  };
}
