import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExportList } from "~/festivals/exchange/export-list.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Notice, Section, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("exchange.export.title")} · ${festival.name}`,
    slug: festival.slug,
    open: festival.visibility === "public" && festival.status !== "draft",
  };
}

export default function Export() {
  const { t } = useText();
  const { slug, open } = useLoaderData<typeof loader>();
  return (
    <Section title={t("exchange.export.title")} intro={t("exchange.export.intro")}>
      <ExportList path={`/festivals/${slug}/organise/export`} />
      {open && (
        <Notice title={t("exchange.export.apps")}>
          <TextLink to={`/festivals/${slug}/schedule.xml`} reloadDocument>
            schedule.xml
          </TextLink>
          {" · "}
          <TextLink to={`/festivals/${slug}/schedule.json`} reloadDocument>
            schedule.json
          </TextLink>
        </Notice>
      )}
    </Section>
  );
}
