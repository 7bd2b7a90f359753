import { useText } from "~/platform/i18n/text.tsx";
import { Button, FileField, Form } from "~/ui/index.ts";
import type { HolidayRefusal } from "./holiday.ts";

/** A calendar file to take holidays from. */
export function HolidayUpload({ slug, refusal }: { slug: string; refusal?: HolidayRefusal | undefined }) {
  const { t } = useText();
  const errors = refusal ? [t(`rosterImport.holidays.refusal.${refusal}`)] : undefined;
  return (
    <Form
      form={{ id: "holiday-file", allErrors: errors ? { file: errors } : {} }}
      action={`/lectures/${slug}/organise/pauses/import`}
      encType="multipart/form-data"
    >
      <FileField
        id="holiday-calendar"
        name="file"
        label={t("rosterImport.holidays.file")}
        hint={t("rosterImport.holidays.fileHint")}
        accept=".ics,text/calendar"
        {...(errors ? { errors } : {})}
      />
      <div>
        <Button variant="secondary">{t("rosterImport.holidays.submit")}</Button>
      </div>
    </Form>
  );
}
