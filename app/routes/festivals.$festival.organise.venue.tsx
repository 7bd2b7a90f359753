import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayChooseRooms, mayEditVenue, mayLeadFestival } from "~/festivals/access.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { resultOf } from "~/festivals/form-result.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { RoomsInUse } from "~/festivals/rooms-in-use.tsx";
import { VenueCard } from "~/festivals/venue-card.tsx";
import { VenueForm, venueFormId } from "~/festivals/venue-form.tsx";
import { venueForms } from "~/festivals/venue-forms.ts";
import { changeVenue } from "~/festivals/venue-page.server.ts";
import { listFestivalRooms, listVenues } from "~/festivals/venues.server.ts";
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
  const { db } = args.context;
  const venues = await listVenues(db, festival);
  return {
    title: `${t("festivals.organise.tabs.venue")} · ${festival.name}`,
    hosts: acceptedHosts(festival),
    venues: venues.map((venue) => ({
      ...venue,
      mayEdit: mayEditVenue(viewer, venue),
      mayChoose: mayChooseRooms(viewer, festival, venue),
    })),
    mayLead: mayLeadFestival(viewer, festival),
    inUse: (await listFestivalRooms(db, festival.id)).map((room) => room.id),
  };
}

/** For organisers of the hosts: each changes its own buildings and chooses among its own rooms, the lead among all. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const form = await parseForm(args.request, venueForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, ids, now } = args.context;
  const answer = await changeVenue(db, viewer, festival, form.value, { ids, now: now() });
  if (!answer.ok) return formAgain(refuse(form, answer), 409);
  return redirectWithToast(`/festivals/${festival.slug}/organise/venue`, answer.toast);
}

export default function Venue() {
  const { t } = useText();
  const { hosts, venues, inUse, mayLead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const resultFor = (formId: string) => resultOf(answer, formId);
  const hasRooms = venues.some((venue) => venue.rooms.length > 0);
  return (
    <>
      {hasRooms ? (
        <Section
          title={t("festivals.venue.inUse")}
          intro={t(mayLead ? "festivals.venue.inUseIntro" : "hosting.rooms.ownIntro")}
        >
          <RoomsInUse venues={venues} inUse={inUse} lastResult={resultFor("use")} />
        </Section>
      ) : (
        <EmptyState title={t("festivals.venue.noRooms")}>{t("festivals.venue.noRoomsHint")}</EmptyState>
      )}
      <Section title={t("festivals.venue.buildings")}>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          {venues.map((venue) => (
            <VenueCard
              key={venue.id}
              venue={venue}
              owner={hosts.find((host) => host.id === venue.organisationId)}
              mayEdit={venue.mayEdit}
              resultOf={resultFor}
            />
          ))}
        </div>
        <Disclosure
          summary={t("festivals.venue.addBuilding")}
          open={venues.length === 0 || resultFor(venueFormId()) !== undefined}
        >
          <VenueForm lastResult={resultFor(venueFormId())} />
        </Disclosure>
      </Section>
    </>
  );
}
