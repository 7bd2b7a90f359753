import { data, type HeadersArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { maySeeFestival } from "~/festivals/access.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { Changelog } from "~/festivals/releases/changelog.tsx";
import { listReleases } from "~/festivals/releases.server.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer, notForYou } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = ({ loaderHeaders }: HeadersArgs) => loaderHeaders;

/** Whoever may see the festival. Who released it is named by organisation: a stranger needs no person's name. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const [viewer, { t }] = await Promise.all([findViewer(args), findText(args)]);
  const festival = await findFestival(context.db, params.festival ?? "");
  if (!festival) throw new Response("Not found", { status: 404 });
  if (!maySeeFestival(viewer, festival)) throw notForYou(args, viewer);
  const releases = await listReleases(context.db, festival.id);
  const shown = {
    title: t("editions.changelog.titleOf", { festival: festival.name }),
    festival: { slug: festival.slug, name: festival.name, language: festival.language },
    hosts: acceptedHosts(festival),
    releases: releases.map(({ number, note, organisation, releasedAt, changes }) => ({
      number,
      note,
      organisation,
      releasedAt,
      changes,
    })),
  };
  const mayKeep = viewer === null && festival.visibility === "public";
  return data(shown, {
    headers: mayKeep ? { "Cache-Control": "public, max-age=60", Vary: "Cookie, Accept-Language" } : {},
  });
}

export default function Changes() {
  const { t } = useText();
  const { festival, hosts, releases } = useLoaderData<typeof loader>();
  const path = `/festivals/${festival.slug}`;
  return (
    <Page
      title={t("editions.changelog.title")}
      intro={t("editions.changelog.intro")}
      crumbs={[{ label: festival.name, to: path }]}
      band={hosts.map((host) => host.colour)}
    >
      <Changelog path={path} releases={releases} />
    </Page>
  );
}
