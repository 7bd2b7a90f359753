import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { ConflictList } from "~/festivals/conflict-list.tsx";
import { LevelsForm } from "~/festivals/conflicts/level-fields.tsx";
import { levelForm } from "~/festivals/conflicts/level-form.ts";
import { changeLevels, listWays } from "~/festivals/conflicts/level-settings.server.ts";
import { everyLevel } from "~/festivals/conflicts/levels.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findConflicts } from "~/festivals/progress.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Notice, Section, Stack } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; the lead says what matters how much. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const [{ t }, { drafts, conflicts }, ways] = [
    await findText(args),
    await findConflicts(args.context.db, festival),
    await listWays(args.context.db, festival.id),
  ];
  const concerned = new Set(
    conflicts.flatMap((one) => [one.sessionId, ...("otherId" in one ? [one.otherId] : [])]),
  );
  return {
    title: `${t("festivals.organise.tabs.conflicts")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise`,
    lead: festival.hosts[0]?.organisation.name ?? "",
    mayLead: mayLeadFestival(viewer, festival),
    conflicts,
    sessions: drafts
      .filter(({ id }) => concerned.has(id))
      .map(({ id, title, roomName }) => ({ id, title, roomName })),
    levels: everyLevel(festival.conflictLevels),
    travelMinutes: festival.travelMinutes,
    ways,
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const form = await parseForm(args.request, levelForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const changed = await changeLevels(args.context.db, viewer, festival, form.value);
  requireAllowed(changed.ok);
  return redirectWithToast(`/festivals/${festival.slug}/organise/conflicts`, "festivals.toast.saved");
}

export default function Conflicts() {
  const { t } = useText();
  const { base, lead, mayLead, conflicts, sessions, levels, travelMinutes, ways } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return (
    <>
      <Section title={t("timetable.conflicts.all")} intro={t("timetable.conflicts.page.intro")}>
        <Stack>
          {conflicts.length === 0 && <Notice tone="success">{t("timetable.conflicts.page.none")}</Notice>}
          <ConflictList {...{ conflicts, levels, sessions, base }} limit={conflicts.length} />
        </Stack>
      </Section>
      <Section title={t("timetable.conflicts.page.settings")}>
        {mayLead ? <LevelsForm {...{ levels, travelMinutes, ways, lastResult }} /> : <OnlyLead lead={lead} />}
      </Section>
    </>
  );
}
