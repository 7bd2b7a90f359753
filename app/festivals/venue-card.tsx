import type { SubmissionResult } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Card, Disclosure, OrganisationMark, Stack } from "~/ui/index.ts";
import type { HostOrganisation } from "./festival.ts";
import { RoomFacts } from "./room-facts.tsx";
import { RoomForm, roomFormId } from "./room-form.tsx";
import { VenueForm, venueFormId } from "./venue-form.tsx";
import type { Venue } from "./venues.server.ts";

export interface VenueCardProps {
  venue: Venue;
  owner: HostOrganisation | undefined;
  mayEdit: boolean;
  resultOf: (formId: string) => SubmissionResult<string[]> | undefined;
}

/** A building with its rooms; its owner can change it here. */
export function VenueCard({ venue, owner, mayEdit, resultOf }: VenueCardProps) {
  const { t } = useText();
  const open = (formId: string) => resultOf(formId) !== undefined;
  const venueId = venueFormId(venue);
  const newRoom = roomFormId(venue.id);
  return (
    <Card>
      <Stack>
        <div>
          <h3>{venue.name}</h3>
          {venue.address && <p className="whitespace-pre-line text-soft">{venue.address}</p>}
          {owner && <OrganisationMark organisation={owner} size="small" />}
        </div>
        {venue.rooms.length === 0 && <p className="text-soft">{t("festivals.venue.noneInBuilding")}</p>}
        <ul className="flex flex-col">
          {venue.rooms.map((room) => (
            <li key={room.id} className="border-t border-line py-2">
              <p className="font-semibold">{room.name}</p>
              <p className="text-sm text-soft">
                <RoomFacts room={room} />
              </p>
              {mayEdit && (
                <Disclosure
                  summary={t("festivals.venue.editRoom", { room: room.name })}
                  open={open(roomFormId(venue.id, room))}
                >
                  <RoomForm
                    venueId={venue.id}
                    room={room}
                    lastResult={resultOf(roomFormId(venue.id, room))}
                  />
                </Disclosure>
              )}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <div>
            <Disclosure
              summary={t("festivals.venue.addRoom")}
              open={open(newRoom) || venue.rooms.length === 0}
            >
              <RoomForm venueId={venue.id} lastResult={resultOf(newRoom)} />
            </Disclosure>
            <Disclosure summary={t("festivals.venue.editBuilding")} open={open(venueId)}>
              <VenueForm venue={venue} lastResult={resultOf(venueId)} />
            </Disclosure>
          </div>
        )}
      </Stack>
    </Card>
  );
}
