import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { leadOf } from "~/festivals/festival.ts";
import { resultOf } from "~/festivals/form-result.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { isBefore } from "~/platform/time.ts";
import { titled } from "~/platform/title.ts";
import { mayKeepSeats } from "~/signups/guarantees/access.ts";
import { BulkForm } from "~/signups/guarantees/bulk-form.tsx";
import { BulkPreview } from "~/signups/guarantees/bulk-preview.tsx";
import { EndForm } from "~/signups/guarantees/end-form.tsx";
import { listHostsWithPeople, listSeatRows } from "~/signups/guarantees/seat-rows.server.ts";
import { actOnAll, actOnEnd } from "~/signups/guarantees/seats-acts.server.ts";
import { SeatsTable } from "~/signups/guarantees/seats-table.tsx";
import { Disclosure, EmptyState, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; the numbers name nobody. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, now } = args.context;
  const { t } = await findText(args);
  const { guaranteesEndAt: endsAt, slug, timeZone } = festival;
  const hosts = await listHostsWithPeople(db, festival);
  const rows = await listSeatRows(db, festival.id);
  return {
    title: `${t("festivals.organise.tabs.seats")} · ${festival.name}`,
    base: `/festivals/${slug}/organise/seats`,
    end: { endsAt, timeZone, hasEnded: endsAt !== null && !isBefore(now(), endsAt) },
    mayKeep: mayKeepSeats(viewer, festival),
    lead: leadOf(festival),
    hosts: hosts.map(({ id, name }) => ({ id, name })),
    rows: rows.map(({ session, waiting, kept }) => {
      const { id, title, capacity, seatsTaken, startsAt, endsAt, timeZone, allDay } = session;
      const ofHosts = hosts.flatMap((host) => {
        const seats = kept[host.id];
        return seats ? [{ name: host.name, seats }] : [];
      });
      return {
        ...{ id, title, capacity, seatsTaken, startsAt, endsAt, timeZone, allDay },
        waiting,
        kept: ofHosts,
      };
    }),
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayKeepSeats(viewer, festival));
  const { t } = await findText(args);
  const formData = await readForm(args.request);
  const acting = { context: args.context, viewer, festival, t };
  return formData.get("form") === "end" ? actOnEnd(formData, acting) : actOnAll(formData, acting);
}

export default function Seats() {
  const { t } = useText();
  const { base, end, mayKeep, lead, hosts, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const bulkResult = resultOf(answer, "bulk");
  const bulk = answer && "bulk" in answer ? answer.bulk : null;
  return (
    <>
      <Section title={t("guarantees.end.title")} intro={t("guarantees.end.intro")}>
        <EndForm {...end} mayChange={mayKeep} lastResult={resultOf(answer, "end")} />
      </Section>
      <Section title={t("guarantees.page.title")} intro={t("guarantees.page.intro")}>
        {!mayKeep && <OnlyLead lead={lead} />}
        {bulk && <BulkPreview {...bulk} hosts={hosts} />}
        {mayKeep && (
          <Disclosure summary={t("guarantees.bulk.title")} open={bulkResult !== undefined}>
            <BulkForm lastResult={bulkResult} />
          </Disclosure>
        )}
        {rows.length === 0 ? (
          <EmptyState title={t("guarantees.page.empty")}>{t("guarantees.page.emptyHint")}</EmptyState>
        ) : (
          <SeatsTable rows={rows} hosts={hosts.length} base={base} />
        )}
      </Section>
    </>
  );
}
