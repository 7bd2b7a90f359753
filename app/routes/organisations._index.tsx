import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Building2 } from "lucide-react";
import { listOrganisations } from "~/people/organisations.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Card, EmptyState, OrganisationMark, Page } from "~/ui/index.ts";

export const meta = titled;

/** For everybody: names, colours and numbers only. */
export async function loader(args: LoaderFunctionArgs) {
  const [{ t }, organisations] = await Promise.all([findText(args), listOrganisations(args.context.db)]);
  return {
    title: t("people.organisations.title"),
    organisations: organisations.map(({ slug, name, colour, hasLogo, people }) => ({
      slug,
      name,
      colour,
      hasLogo,
      people,
    })),
  };
}

export default function Organisations() {
  const { t } = useText();
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <Page title={t("people.organisations.title")} intro={t("people.organisations.intro")}>
      {organisations.length === 0 ? (
        <EmptyState icon={Building2} title={t("people.organisations.none")}>
          {t("people.organisations.noneHint")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {organisations.map((organisation) => (
            <li key={organisation.slug}>
              <Card to={`/organisations/${organisation.slug}`}>
                <OrganisationMark organisation={organisation} size="large" />
                <p className="mt-2 text-soft">
                  {t("people.organisations.people", { count: organisation.people })}
                </p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
