import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayEditSession, mayLeadFestival } from "~/festivals/access.ts";
import { ConflictList } from "~/festivals/conflict-list.tsx";
import { concerns } from "~/festivals/conflicts.ts";
import { DraftActions } from "~/festivals/draft-actions.tsx";
import { doToDraft, isDeed } from "~/festivals/draft-deeds.server.ts";
import { DraftEditor } from "~/festivals/draft-editor.tsx";
import { draftForm } from "~/festivals/draft-form.ts";
import { findDraftChoices, refuseDraft } from "~/festivals/draft-page.server.ts";
import { saveDraft } from "~/festivals/edit-drafts.server.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findConflicts } from "~/festivals/progress.server.ts";
import { ChangedSince } from "~/festivals/timetable/changed-since.tsx";
import { Twins } from "~/festivals/twins.tsx";
import { findText } from "~/people/reader.server.ts";
import { parseFormData, readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { isUuid } from "~/platform/ids.ts";
import { titled } from "~/platform/title.ts";
import { findSessionAttendees } from "~/signups/attendees/session-attendees.server.ts";
import { SessionAttendees } from "~/signups/attendees/session-attendees.tsx";
import { changeCapacity } from "~/signups/capacity.server.ts";
import { Notice, Section, Stack } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: each changes its own sessions, the lead all; the others read. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db } = args.context;
  const { drafts, conflicts } = await findConflicts(db, festival);
  const draft = drafts.find((one) => one.id === args.params.session);
  if (!draft) throw new Response("Not found", { status: 404 });
  const host = { id: draft.organisationId, name: draft.organisation.name };
  return {
    title: `${draft.title} · ${festival.name}`,
    organise: `/festivals/${festival.slug}/organise`,
    base: `/festivals/${festival.slug}/organise/sessions`,
    draft,
    twins: drafts.filter(
      (one) => one.proposalId === draft.proposalId && one.id !== draft.id && one.proposalId,
    ),
    conflicts: conflicts.filter((conflict) => concerns(conflict, draft.id)),
    levels: festival.conflictLevels,
    names: drafts.map(({ id, title, roomName }) => ({ id, title, roomName })),
    choices: await findDraftChoices(db, viewer, festival, host),
    mayEdit: mayEditSession(viewer, festival, draft),
    mayLead: mayLeadFestival(viewer, festival),
    attendees: draft.released ? await findSessionAttendees(db, draft.id, viewer.organisationId ?? "") : null,
  };
}

/** For organisers of the session's host and of the lead; cancelling at once is for the lead. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, now, ids, nudge } = args.context;
  const id = args.params.session ?? "";
  if (!isUuid(id)) throw new Response("Not found", { status: 404 });
  const base = `/festivals/${festival.slug}/organise/sessions`;
  const formData = await readForm(args.request);
  const intent = formData.get("intent");
  if (isDeed(intent)) {
    const done = await doToDraft(db, viewer, festival, { id, deed: intent }, { now: now(), ids });
    nudge();
    return redirectWithToast(base + done.path, done.toast);
  }
  const form = parseFormData(formData, draftForm, (await findText(args)).t);
  if (!form.ok) return data({ result: form.result, since: [] }, { status: 422 });
  const deps = { now: now(), ids, changeCapacity };
  const saved = await saveDraft(db, viewer, festival, { ...form.value, id }, deps);
  if (!saved.ok) {
    const { result } = refuseDraft(form, saved);
    const since = saved.reason === "stale" ? saved.notes : [];
    return data({ result, since }, { status: saved.reason === "forbidden" ? 403 : 409 });
  }
  nudge();
  return redirectWithToast(`${base}/${id}`, "festivals.toast.sessionSaved");
}

export default function Session() {
  const { t } = useText();
  const { organise, base, draft, twins, conflicts, levels, names, choices, mayEdit, mayLead, attendees } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = t("festivals.session.editTitle");
  const comes = attendees && (
    <SessionAttendees {...{ attendees, mayEdit }} sessionId={draft.id} base={organise} />
  );
  if (!mayEdit) {
    const organisation = draft.organisation.name;
    return (
      <>
        <Section title={draft.title}>
          <Notice>{t("festivals.session.readOnly", { organisation })}</Notice>
          <p className="max-w-prose whitespace-pre-line">{draft.abstract}</p>
        </Section>
        {comes}
      </>
    );
  }
  return (
    <>
      <Section title={title}>
        <Stack>
          {draft.cancelled && <Notice tone="warning">{t("festivals.session.isTakenOut")}</Notice>}
          {draft.released && !draft.cancelled && <Notice>{t("festivals.session.isReleased")}</Notice>}
          <ConflictList conflicts={conflicts} levels={levels} sessions={names} base={organise} />
          <ChangedSince notes={answer?.since ?? []} draft={draft} />
          <Twins twins={twins} base={base} timeZone={choices.timeZone} />
        </Stack>
        <DraftEditor draft={draft} choices={choices} lastResult={answer?.result} />
      </Section>
      {comes}
      <DraftActions draft={draft} mayLead={mayLead} />
    </>
  );
}
