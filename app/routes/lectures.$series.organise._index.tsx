import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RefreshCw } from "lucide-react";
import { organise, turnActs } from "~/lectures/organise-actions.server.ts";
import { OrganiseTurns } from "~/lectures/organise-turns.tsx";
import { openOrganising } from "~/lectures/page.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { organisedTurns } from "~/lectures/roster-view.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { ActionForm, EmptyState, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

const pastShown = 12;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const { db, now } = args.context;
  const [{ t }, roster] = await Promise.all([findText(args), loadRoster(db, series)]);
  const { coming, past } = organisedTurns(roster, now());
  return {
    title: t("lectures.organise.title", { name: series.name }),
    slug: series.slug,
    coming,
    past: past.slice(0, pastShown),
  };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return organise(turnActs, args.request, { context: args.context, series, t });
}

export default function OrganiseWeeks() {
  const { t } = useText();
  const { slug, coming, past } = useLoaderData<typeof loader>();
  return (
    <>
      <Section
        title={t("lectures.roster.coming")}
        intro={t("lectures.organise.turnsIntro")}
        actions={
          <ActionForm fields={{ intent: "plan" }} variant="secondary" icon={RefreshCw}>
            {t("lectures.organise.plan")}
          </ActionForm>
        }
      >
        {coming.length > 0 ? (
          <OrganiseTurns caption={t("lectures.roster.coming")} slug={slug} turns={coming} />
        ) : (
          <EmptyState title={t("lectures.roster.none")} />
        )}
      </Section>
      {past.length > 0 && (
        <Section title={t("lectures.roster.past")}>
          <OrganiseTurns caption={t("lectures.roster.past")} slug={slug} turns={past} />
        </Section>
      )}
    </>
  );
}
