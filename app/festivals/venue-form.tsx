import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, TextArea, TextField } from "~/ui/index.ts";
import type { VenueInput } from "./venue-forms.ts";
import type { Venue } from "./venues.server.ts";

export interface VenueFormProps {
  /** Without one the form makes a new building. */
  venue?: Pick<Venue, "id" | "name" | "address">;
  lastResult: SubmissionResult<string[]> | undefined;
}

export const venueFormId = (venue?: { id: string }) => `venue-${venue?.id ?? "new"}`;

export function VenueForm({ venue, lastResult }: VenueFormProps) {
  const { t } = useText();
  const id = venueFormId(venue);
  const [form, fields] = useForm<VenueInput>({ id, lastResult, defaultValue: venue });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="venue" />
      <input type="hidden" name="form" value={id} />
      {venue && <input type="hidden" name="id" value={venue.id} />}
      <TextField field={fields.name} label={t("festivals.venue.name")} />
      <TextArea
        field={fields.address}
        label={t("festivals.venue.address")}
        hint={t("festivals.venue.addressHint")}
        rows={2}
        optional
      />
      <div>
        <Button variant="secondary">
          {t(venue ? "festivals.organise.save" : "festivals.venue.addBuilding")}
        </Button>
      </div>
    </Form>
  );
}
