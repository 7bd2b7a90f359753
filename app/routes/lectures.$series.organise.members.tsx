import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberActs, organise } from "~/lectures/organise-actions.server.ts";
import { OrganiseMembers } from "~/lectures/organise-members.tsx";
import { openOrganising } from "~/lectures/page.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { memberLines } from "~/lectures/roster-view.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { dateIn } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { EmptyState, LinkButton, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const { db, now } = args.context;
  const [{ t }, roster] = await Promise.all([findText(args), loadRoster(db, series)]);
  return {
    title: t("lectures.organise.title", { name: series.name }),
    slug: series.slug,
    members: memberLines(roster, dateIn(now(), series.timeZone)),
  };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return organise(memberActs, args.request, { context: args.context, series, t });
}

export default function OrganiseMembersPage() {
  const { t } = useText();
  const { slug, members } = useLoaderData<typeof loader>();
  return (
    <Section
      title={t("lectures.organise.members")}
      intro={t("lectures.organise.membersIntro")}
      actions={
        <LinkButton to={`/lectures/${slug}/organise/import`} variant="secondary">
          {t("rosterImport.link")}
        </LinkButton>
      }
    >
      {members.length > 0 ? (
        <OrganiseMembers slug={slug} members={members} />
      ) : (
        <EmptyState
          title={t("lectures.organise.noMembers")}
          action={<LinkButton to={`/lectures/${slug}`}>{t("lectures.fact.series")}</LinkButton>}
        >
          {t("lectures.organise.noMembersText")}
        </EmptyState>
      )}
    </Section>
  );
}
