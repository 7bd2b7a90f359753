import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptedHosts, leadOf } from "~/festivals/festival.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { type Organising, requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import type { RequestArgs } from "~/platform/context.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { isUuid } from "~/platform/ids.ts";
import { titled } from "~/platform/title.ts";
import { mayChangeCapacity, mayKeepSeats } from "~/signups/guarantees/access.ts";
import { previewFor } from "~/signups/guarantees/preview.server.ts";
import { PreviewView } from "~/signups/guarantees/preview-view.tsx";
import { listSeatRows, listTaken } from "~/signups/guarantees/seat-rows.server.ts";
import { actOnSession } from "~/signups/guarantees/seats-acts.server.ts";
import { SessionSeatsForm } from "~/signups/guarantees/session-seats-form.tsx";
import { Notice, Section, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: their own people by name, those of others as numbers. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, now } = args.context;
  const { session, kept, waiting } = await requireRow(args, festival);
  const taken = new Map((await listTaken(db, session.id)).map((one) => [one.organisationId, one.taken]));
  const { id, title, capacity, seatsTaken, startsAt, endsAt, timeZone, allDay } = session;
  const keeps = Object.values(kept).some((seats) => seats > 0);
  const wanted = { sessionId: id, guaranteesEnded: true };
  return {
    title: `${title} · ${festival.name}`,
    back: `/festivals/${festival.slug}/organise/seats`,
    session: { title, capacity, seatsTaken, startsAt, endsAt, timeZone, allDay },
    waiting,
    hosts: acceptedHosts(festival).map((host) => ({
      ...{ id: host.id, name: host.name },
      taken: taken.get(host.id) ?? 0,
      kept: kept[host.id] ?? 0,
    })),
    lead: leadOf(festival),
    owner: session.organisation.name,
    mayKeep: mayKeepSeats(viewer, festival),
    mayChange: mayChangeCapacity(viewer, festival, session),
    guaranteesEndAt: festival.guaranteesEndAt,
    atTheEnd:
      keeps && waiting > 0 ? await previewFor(db, viewer.organisationId, wanted, { now: now() }) : null,
  };
}

/** For organisers of the session's host and of the lead. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { session } = await requireRow(args, festival);
  requireAllowed(mayChangeCapacity(viewer, festival, session));
  const { t } = await findText(args);
  const formData = await readForm(args.request);
  return actOnSession(formData, session, { context: args.context, viewer, festival, t });
}

async function requireRow(
  args: RequestArgs & { params: { session?: string } },
  festival: Organising["festival"],
) {
  const id = args.params.session ?? "";
  const [row] = isUuid(id) ? await listSeatRows(args.context.db, festival.id, [id]) : [];
  if (!row) throw new Response("Not found", { status: 404 });
  return row;
}

export default function SessionSeats() {
  const { t, format } = useText();
  const page = useLoaderData<typeof loader>();
  const { session, waiting, hosts, mayKeep, mayChange, atTheEnd, guaranteesEndAt } = page;
  const answer = useActionData<typeof action>();
  const preview = answer && "preview" in answer ? answer.preview : null;
  const ends = guaranteesEndAt ? format.moment(guaranteesEndAt) : null;
  return (
    <Section
      title={session.title}
      intro={
        <>
          <p>
            {format.sessionTime(session)} · {t("guarantees.session.now", { taken: session.seatsTaken })} ·{" "}
            {t("guarantees.preview.waiting", { count: waiting })}
          </p>
          <p>
            <TextLink to={page.back}>{t("guarantees.session.all")}</TextLink>
          </p>
        </>
      }
    >
      {preview && <PreviewView title={t("guarantees.preview.title")} preview={preview} />}
      {!mayChange && (
        <Notice>{t("guarantees.session.readOnly", { host: page.owner, lead: page.lead })}</Notice>
      )}
      {mayChange && !mayKeep && <OnlyLead lead={page.lead} />}
      {mayChange ? (
        <SessionSeatsForm
          capacity={session.capacity}
          seatsTaken={session.seatsTaken}
          hosts={hosts}
          mayKeep={mayKeep}
          lastResult={answer?.result}
        />
      ) : null}
      {!mayKeep && (
        <ul className="list-disc ps-5">
          {hosts.map(({ id, name, taken, kept }) => (
            <li key={id}>{t("guarantees.session.line", { name, kept, taken })}</li>
          ))}
        </ul>
      )}
      {atTheEnd && (
        <PreviewView
          title={ends ? t("guarantees.session.atTheEnd", { ends }) : t("guarantees.session.withoutKept")}
          preview={atTheEnd}
        />
      )}
    </Section>
  );
}
