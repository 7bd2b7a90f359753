import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openOrganising } from "~/lectures/page.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { tryOut } from "~/lectures/what-if/page.server.ts";
import { Really } from "~/lectures/what-if/really.tsx";
import { WhatIfForm } from "~/lectures/what-if/what-if-form.tsx";
import { WhatIfPlan } from "~/lectures/what-if/what-if-plan.tsx";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. Nothing is written: what is tried stands in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const { db, now } = args.context;
  const [{ t }, roster] = await Promise.all([findText(args), loadRoster(db, series)]);
  const tried = tryOut(new URL(args.request.url), { roster, now: now(), t });
  const on = roster.members.filter(({ leftOn }) => leftOn === null);
  const page = {
    title: t("lectures.organise.title", { name: series.name }),
    slug: series.slug,
    mode: series.rosterMode,
    members: on.map(({ id, name }) => ({ id, name })),
    ...tried,
  };
  return data(page, { status: tried.lastResult ? 422 : 200 });
}

export default function OrganiseWhatIf() {
  const { t } = useText();
  const { slug, mode, members, whatIf, imagined, given, lastResult } = useLoaderData<typeof loader>();
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return (
    <>
      <Section title={t("roster.whatIf.title")} intro={t("roster.whatIf.intro")}>
        <WhatIfForm {...{ given, lastResult, mode, members }} here={`/lectures/${slug}/organise/what-if`} />
      </Section>
      {imagined && (
        <>
          <WhatIfPlan imagined={imagined} />
          <Really {...{ slug, whatIf, names }} />
        </>
      )}
    </>
  );
}
