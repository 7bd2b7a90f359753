import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import styles from "~/signups/ballot/ballot.css?url";
import { carryOutForm } from "~/signups/ballot/ballot-forms.ts";
import { findBallotPage } from "~/signups/ballot/ballot-page.server.ts";
import { BeforeRunning } from "~/signups/ballot/before-running.tsx";
import { carryOut } from "~/signups/ballot/carry-out.server.ts";
import { Notice } from "~/ui/index.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled;

/** For the lead's organisers: what giving the seats will do, before it is done. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const { t } = await findText(args);
  const { db, now } = args.context;
  const { ballot, state, trials, fresh } = await findBallotPage(db, festival, { now: now() });
  const trial = trials.find(({ mode }) => mode === ballot?.mode) ?? null;
  return {
    title: `${t("ballot.run.title")} · ${festival.name}`,
    slug: festival.slug,
    state,
    trial: fresh ? trial : null,
  };
}

/** For the same. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const { db, now, ids, nudge } = args.context;
  const form = await parseForm(args.request, carryOutForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const done = await carryOut(db, viewer, festival, form.value.trial, { now: now(), ids });
  if (!done.ok) return formAgain(refuse(form, { key: `ballot.errors.${done.reason}` }), 409);
  nudge();
  const here = `/festivals/${festival.slug}/organise/ballot`;
  if (done.again) return redirectWithToast(here, "ballot.toast.again");
  return redirectWithToast(here, "ballot.toast.carriedOut", { count: done.people });
}

export default function RunBallot() {
  const { t } = useText();
  const { slug, state, trial } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.result.error?.[""];
  return (
    <>
      {refused && <Notice tone="danger">{refused}</Notice>}
      <BeforeRunning slug={slug} state={state} trial={trial} title={t("ballot.run.title")} />
    </>
  );
}
