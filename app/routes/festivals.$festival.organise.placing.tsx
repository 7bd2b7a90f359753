import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { applyPlacing } from "~/festivals/placing/apply.server.ts";
import { PlaceForMe } from "~/festivals/placing/place-for-me.tsx";
import { ProposalView } from "~/festivals/placing/proposal.tsx";
import { findPlaceable, proposePlacing } from "~/festivals/placing/propose.server.ts";
import { applyForm, placingForm } from "~/festivals/placing/wish.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseFormData, readForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: each places its own sessions, the lead all. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("timetable.placing.title")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise`,
    placeable: await findPlaceable(args.context.db, viewer, festival),
  };
}

/** A proposal is shown and changes nothing; taking it over asks again whether each session may be edited. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, now } = args.context;
  const { t } = await findText(args);
  const formData = await readForm(args.request);
  if (formData.get("intent") === "apply") {
    const form = parseFormData(formData, applyForm, t);
    if (!form.ok) return formAgain(form);
    const applied = await applyPlacing(db, viewer, festival, form.value, { now: now() });
    if (!applied.ok)
      return formAgain(refuse(form, { key: `timetable.placing.errors.${applied.reason}` }), 409);
    return redirectWithToast(`/festivals/${festival.slug}/organise/sessions`, "timetable.placing.applied", {
      count: applied.changed,
    });
  }
  const form = parseFormData(formData, placingForm, t);
  if (!form.ok) return formAgain(form);
  const proposal = await proposePlacing(db, viewer, festival, form.value);
  if (!proposal.ok)
    return formAgain(refuse(form, { key: `timetable.placing.errors.${proposal.reason}` }), 409);
  const wish = Object.fromEntries(
    ["times", "until", "moveStanding", "roomsMustHold"].flatMap((name) => {
      const value = formData.get(name);
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
  return { result: form.reply({}), proposal, wish };
}

export default function PlacingPage() {
  const { t } = useText();
  const { base, placeable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const proposed = answer && "proposal" in answer ? answer : null;
  return (
    <>
      {proposed && <ProposalView base={base} proposal={proposed.proposal} wish={proposed.wish} />}
      <Section title={t("timetable.placing.title")} intro={t("timetable.placing.intro")}>
        <PlaceForMe base={base} placeable={placeable} lastResult={answer?.result} />
      </Section>
    </>
  );
}
