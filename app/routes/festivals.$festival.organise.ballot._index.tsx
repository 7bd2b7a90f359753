import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { leadOf } from "~/festivals/festival.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { instantOf, localOf } from "~/platform/time.ts";
import { titled } from "~/platform/title.ts";
import { allocateInWorker } from "~/signups/allocation/run.server.ts";
import styles from "~/signups/ballot/ballot.css?url";
import { ballotForms } from "~/signups/ballot/ballot-forms.ts";
import { findBallotPage } from "~/signups/ballot/ballot-page.server.ts";
import { BallotSettings } from "~/signups/ballot/ballot-settings.tsx";
import { BallotStatus } from "~/signups/ballot/ballot-status.tsx";
import { saveBallot } from "~/signups/ballot/ballots.server.ts";
import { Done, FirstCome, Trials } from "~/signups/ballot/organise-parts.tsx";
import { simulate } from "~/signups/ballot/simulate.server.ts";
import { Notice } from "~/ui/index.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled;

/** For organisers of the hosts; the lead may change it. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const page = await findBallotPage(db, festival, { now: now() });
  const local = (at: string | null | undefined) => (at ? localOf(at, festival.timeZone) : "");
  return {
    title: `${t("festivals.organise.tabs.ballot")} · ${festival.name}`,
    slug: festival.slug,
    timeZone: festival.timeZone,
    page,
    present: {
      opens: local(page.ballot?.opensAt),
      closes: local(page.ballot?.closesAt),
      mode: page.ballot?.mode ?? "fewest-without",
    },
    mayLead: mayLeadFestival(viewer, festival),
    lead: leadOf(festival),
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const { db, now, ids } = args.context;
  const here = `/festivals/${festival.slug}/organise/ballot`;
  const form = await parseForm(args.request, ballotForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  if (form.value.intent === "simulate") {
    const deps = { now: now(), ids, allocate: allocateInWorker };
    const done = await simulate(db, viewer, festival, deps);
    if (!done.ok) return formAgain(refuse(form, { key: `ballot.errors.${done.reason}` }), 409);
    return redirectWithToast(`${here}#simulated`, "ballot.toast.simulated");
  }
  const at = (local: string | undefined) => (local ? instantOf(local, festival.timeZone).toString() : null);
  const { opens, closes, mode } = form.value;
  const wish = { opensAt: at(opens), closesAt: at(closes) ?? "", mode };
  const saved = await saveBallot(db, viewer, festival, wish, { now: now(), ids });
  if (saved.ok) return redirectWithToast(here, saved.isNew ? "ballot.toast.made" : "ballot.toast.changed");
  const field = saved.reason === "in-past" ? "closes" : undefined;
  return formAgain(refuse(form, { field, key: `ballot.errors.${saved.reason}` }), 409);
}

export default function OrganiseBallot() {
  const { page, slug, timeZone, present, mayLead, lead } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useText();
  const { state } = page;
  const ofForm = result?.initialValue?.intent === "ballot" ? result : undefined;
  const refused = ofForm ? undefined : result?.error?.[""];
  if (!page.byWishes) return <FirstCome slug={slug} mayLead={mayLead} />;
  return (
    <>
      <p className="max-w-prose text-lg text-soft">{t("ballot.organise.intro")}</p>
      {refused && <Notice tone="danger">{refused}</Notice>}
      {!mayLead && <OnlyLead lead={lead} />}
      <BallotStatus page={page} slug={slug} />
      {page.done && <Done done={page.done} names={page.names} slug={slug} />}
      {page.ballot && state !== "allocated" && <Trials page={page} slug={slug} mayLead={mayLead} />}
      {mayLead && state !== "allocated" && (
        <BallotSettings present={present} isNew={state === "none"} timeZone={timeZone} lastResult={ofForm} />
      )}
    </>
  );
}
