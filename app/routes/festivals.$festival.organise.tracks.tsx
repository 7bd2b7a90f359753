import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { resultOf } from "~/festivals/form-result.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { TrackForm, trackFormId } from "~/festivals/track-form.tsx";
import { trackForms } from "~/festivals/track-forms.ts";
import { TrackList } from "~/festivals/track-list.tsx";
import { listTracks, removeTrack, saveTrack } from "~/festivals/tracks.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Disclosure, EmptyState, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("festivals.organise.tabs.tracks")} · ${festival.name}`,
    tracks: await listTracks(args.context.db, festival.id),
    mayLead: mayLeadFestival(viewer, festival),
    lead: festival.hosts[0]?.organisation.name ?? "",
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const form = await parseForm(args.request, trackForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, ids } = args.context;
  const here = `/festivals/${festival.slug}/organise/tracks`;
  if (form.value.intent === "remove") {
    await removeTrack(db, viewer, festival, form.value.id);
    return redirectWithToast(here, "festivals.toast.trackRemoved");
  }
  const { id, name, colour } = form.value;
  const saved = await saveTrack(db, viewer, festival, { id, name, colour }, { ids });
  if (!saved.ok) return formAgain(refuse(form, { field: "name", key: "festivals.errors.trackTaken" }), 409);
  return redirectWithToast(here, "festivals.toast.trackSaved");
}

export default function Tracks() {
  const { t } = useText();
  const { tracks, mayLead, lead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const added = resultOf(answer, trackFormId());
  return (
    <Section title={t("festivals.tracks.title")} intro={t("festivals.tracks.intro")}>
      {tracks.length === 0 && (
        <EmptyState title={t("festivals.tracks.empty")}>{t("festivals.tracks.emptyHint")}</EmptyState>
      )}
      <TrackList tracks={tracks} mayEdit={mayLead} resultOf={(formId) => resultOf(answer, formId)} />
      {mayLead ? (
        <Disclosure summary={t("festivals.tracks.add")} open={added !== undefined || tracks.length === 0}>
          <TrackForm lastResult={added} />
        </Disclosure>
      ) : (
        <OnlyLead lead={lead} />
      )}
    </Section>
  );
}
