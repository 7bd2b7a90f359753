import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarPlus, Pencil } from "lucide-react";
import { mayEditSession, maySeeFestival } from "~/festivals/access.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { findViewer, notForYou } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { product } from "~/platform/product.ts";
import { Paragraphs } from "~/sessions/paragraphs.tsx";
import { placeOf, sessionPath } from "~/sessions/session.ts";
import { SessionFacts } from "~/sessions/session-facts.tsx";
import { findSession, listSessions } from "~/sessions/sessions.server.ts";
import { festivalAdmission } from "~/signups/admission.server.ts";
import { findPanel } from "~/signups/panel.server.ts";
import { SignupPanel } from "~/signups/signup-panel.tsx";
import { LinkButton, Notice, Page, Section, Time } from "~/ui/index.ts";

/** Whoever may see the festival. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { db } = context;
  const now = context.now();
  const viewer = await findViewer(args);
  const festival = await findFestival(db, params.festival ?? "");
  const session = await findSession(db, params.session ?? "");
  if (!festival || session?.festivalId !== festival.id) throw new Response("Not found", { status: 404 });
  if (!maySeeFestival(viewer, festival)) throw notForYou(args, viewer);
  const editions = session.proposalId
    ? await listSessions(db, { proposalId: session.proposalId, statuses: ["tentative", "confirmed"] })
    : [];
  const admission = festivalAdmission(festival, now);
  return {
    festival: { slug: festival.slug, name: festival.name, isPublic: festival.visibility === "public" },
    session,
    again: editions.filter((edition) => edition.id !== session.id),
    panel: await findPanel(db, { session, personId: viewer?.personId ?? null, admission }, now),
    mayEdit: mayEditSession(viewer, festival, session),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.session.title} · ${data.festival.name} · ${product.name}` : product.name },
];

export default function SessionPage() {
  const { festival, session, again, panel, mayEdit } = useLoaderData<typeof loader>();
  const { t, format } = useText();
  const path = sessionPath(session);
  const place = placeOf(session);
  const speakers = format.list(session.speakers.map((speaker) => speaker.name));
  return (
    <Page
      title={session.title}
      intro={
        <>
          <p>
            <Time at={session.startsAt}>{format.sessionTime(session)}</Time>
            {place && ` · ${place}`}
          </p>
          {speakers && <p>{t("sessions.with", { names: speakers })}</p>}
        </>
      }
      crumbs={[{ label: festival.name, to: `/festivals/${festival.slug}` }]}
      band={[session.organisation.colour]}
      actions={
        mayEdit && (
          <LinkButton
            to={`/festivals/${festival.slug}/organise/sessions/${session.id}`}
            icon={Pencil}
            variant="quiet"
          >
            {t("sessions.edit")}
          </LinkButton>
        )
      }
    >
      {session.status === "cancelled" && (
        <Notice tone="danger" title={t("sessions.cancelled")}>
          <p>{t("sessions.cancelledText")}</p>
        </Notice>
      )}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex flex-col items-start gap-4 lg:order-2">
          <SignupPanel panel={panel} here={path} />
          {festival.isPublic && (
            <LinkButton to={`${path}.ics`} icon={CalendarPlus} variant="quiet" reloadDocument>
              {t("sessions.toCalendar")}
            </LinkButton>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <Section title={t("sessions.about")}>
            {session.abstract.trim() ? (
              <Paragraphs text={session.abstract} />
            ) : (
              <p className="text-soft">{t("sessions.noAbstract")}</p>
            )}
          </Section>
          <SessionFacts session={session} again={again} />
        </div>
      </div>
    </Page>
  );
}
