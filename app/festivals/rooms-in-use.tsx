import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Form } from "~/ui/index.ts";
import { RoomFacts } from "./room-facts.tsx";
import type { Venue as AnyVenue } from "./venues.server.ts";

/** `mayChoose`: it is up to the reader whether its rooms are used. */
export type Venue = AnyVenue & { mayChoose: boolean };

export interface RoomsInUseProps {
  venues: Venue[];
  /** Ids in the order of the programme. */
  inUse: string[];
  lastResult: SubmissionResult<string[]> | undefined;
}

/** Which rooms the festival uses and their order: a tick and a number each. */
export function RoomsInUse({ venues, inUse, lastResult }: RoomsInUseProps) {
  const { t } = useText();
  const [form] = useForm({ id: "use", lastResult });
  const rooms = venues.flatMap(({ rooms, name: venueName, mayChoose }) =>
    rooms.map((room) => ({ ...room, venueName, mayChoose })),
  );
  const place = (id: string) => (inUse.includes(id) ? inUse.indexOf(id) + 1 : undefined);
  const sorted = rooms.toSorted(
    (a, b) => (place(a.id) ?? rooms.length + 1) - (place(b.id) ?? rooms.length + 1),
  );
  const own = sorted.filter((room) => room.mayChoose).map((room) => room.id);
  const numberOf = (id: string) => own.indexOf(id);
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="use" />
      <input type="hidden" name="form" value="use" />
      <p aria-hidden className="-mb-4 text-end text-sm text-soft">
        {t("festivals.venue.orderColumn")}
      </p>
      <ul className="flex flex-col">
        {sorted.map((room) =>
          room.mayChoose ? (
            <li key={room.id} className="flex items-center justify-between gap-4 border-b border-line py-2">
              <input type="hidden" name={`rooms[${numberOf(room.id)}].id`} value={room.id} />
              <CheckboxField
                id={`use-${room.id}`}
                name={`rooms[${numberOf(room.id)}].use`}
                checked={inUse.includes(room.id)}
                label={room.name}
                hint={
                  <>
                    {room.venueName} · <RoomFacts room={room} />
                  </>
                }
              />
              <input
                type="number"
                name={`rooms[${numberOf(room.id)}].position`}
                aria-label={t("festivals.venue.order", { room: room.name })}
                defaultValue={place(room.id)}
                min={1}
                className="control max-w-20 shrink-0"
              />
            </li>
          ) : (
            inUse.includes(room.id) && <OthersRoom key={room.id} room={room} place={place(room.id)} />
          ),
        )}
      </ul>
      {own.length > 0 && (
        <div>
          <Button variant="secondary">{t("festivals.venue.saveRooms")}</Button>
        </div>
      )}
    </Form>
  );
}

/** A room of another host: its own organisers and the lead choose it. */
function OthersRoom({
  room,
  place,
}: {
  room: Venue["rooms"][number] & { venueName: string };
  place?: number;
}) {
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line py-3 text-soft">
      <span>
        {room.name}
        <span className="block text-sm">
          {room.venueName} · <RoomFacts room={room} />
        </span>
      </span>
      <span className="tabular-nums">{place}</span>
    </li>
  );
}
