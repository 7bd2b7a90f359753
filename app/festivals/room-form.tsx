import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Form, NumberField, TextField } from "~/ui/index.ts";
import type { RoomInput } from "./venue-forms.ts";
import type { Room } from "./venues.server.ts";

export interface RoomFormProps {
  venueId: string;
  /** Without one the form makes a new room. */
  room?: Room;
  lastResult: SubmissionResult<string[]> | undefined;
}

export const roomFormId = (venueId: string, room?: { id: string }) =>
  room ? `room-${room.id}` : `room-new-${venueId}`;

export function RoomForm({ venueId, room, lastResult }: RoomFormProps) {
  const { t } = useText();
  const id = roomFormId(venueId, room);
  const defaultValue: Partial<RoomInput> = { ...room, capacity: room?.capacity ?? undefined };
  const [form, fields] = useForm<RoomInput>({ id, lastResult, defaultValue });
  return (
    <>
      <Form form={form}>
        <input type="hidden" name="intent" value="room" />
        <input type="hidden" name="form" value={id} />
        <input type="hidden" name="venueId" value={venueId} />
        {room && <input type="hidden" name="id" value={room.id} />}
        <div className="grid items-end gap-6 sm:grid-cols-2">
          <TextField field={fields.name} label={t("festivals.venue.name")} />
          <NumberField
            field={fields.capacity}
            label={t("festivals.venue.seats")}
            hint={t("festivals.venue.seatsHint")}
            min={1}
            optional
          />
        </div>
        <TextField
          field={fields.accessibility}
          label={t("festivals.venue.accessibility")}
          hint={t("festivals.venue.accessibilityHint")}
          optional
        />
        <TextField
          field={fields.equipment}
          label={t("festivals.venue.equipment")}
          hint={t("festivals.venue.equipmentHint")}
          optional
        />
        <div>
          <Button variant="secondary">
            {t(room ? "festivals.organise.save" : "festivals.venue.addRoom")}
          </Button>
        </div>
      </Form>
      {room && (
        <div className="mt-4">
          <ActionForm fields={{ intent: "remove-room", form: id, id: room.id }} variant="quiet" size="small">
            {t("festivals.venue.removeRoom")}
          </ActionForm>
        </div>
      )}
    </>
  );
}
