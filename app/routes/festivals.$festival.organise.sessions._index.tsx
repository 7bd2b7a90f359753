import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConflictList } from "~/festivals/conflict-list.tsx";
import { idsInConflict } from "~/festivals/conflicts.ts";
import { filterDrafts, hostsOf, readDraftFilter } from "~/festivals/draft.ts";
import { DraftFilters } from "~/festivals/draft-filters.tsx";
import { DraftTable } from "~/festivals/draft-table.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findConflicts } from "~/festivals/progress.server.ts";
import { listTracks } from "~/festivals/tracks.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { EmptyState, LinkButton, Section, Stack, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: they all see the whole draft. */
export async function loader(args: LoaderFunctionArgs) {
  const { festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db } = args.context;
  const { drafts, conflicts } = await findConflicts(db, festival);
  const inConflict = idsInConflict(conflicts);
  const filter = readDraftFilter(new URL(args.request.url).searchParams);
  return {
    title: `${t("festivals.organise.tabs.sessions")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise`,
    timeZone: festival.timeZone,
    drafts: filterDrafts(drafts, filter, inConflict),
    names: drafts.map(({ id, title, roomName }) => ({ id, title, roomName })),
    hosts: hostsOf(drafts),
    tracks: await listTracks(db, festival.id),
    conflicts,
    levels: festival.conflictLevels,
    inConflict: [...inConflict],
    filter,
  };
}

export default function Sessions() {
  const { t } = useText();
  const { base, drafts, names, conflicts, levels, inConflict, timeZone, ...filters } =
    useLoaderData<typeof loader>();
  const add = (
    <LinkButton to={`${base}/sessions/new`} variant="primary">
      {t("festivals.sessions.add")}
    </LinkButton>
  );
  if (names.length === 0) {
    return (
      <EmptyState
        title={t("festivals.sessions.empty")}
        action={
          <>
            {add}
            <LinkButton to={`${base}/import`}>{t("festivals.sessions.import")}</LinkButton>
          </>
        }
      >
        {t("festivals.sessions.emptyHint")}
      </EmptyState>
    );
  }
  return (
    <Section title={t("festivals.sessions.title")} intro={t("festivals.sessions.intro")} actions={add}>
      <ConflictList conflicts={conflicts} levels={levels} sessions={names} base={base} />
      <DraftFilters {...filters} />
      {drafts.length > 0 ? (
        <DraftTable drafts={drafts} inConflict={inConflict} timeZone={timeZone} base={`${base}/sessions`} />
      ) : (
        <Stack gap="small">
          <p>{t("festivals.sessions.noneMatch")}</p>
          <TextLink to={`${base}/sessions`}>{t("festivals.sessions.showAll")}</TextLink>
        </Stack>
      )}
    </Section>
  );
}
