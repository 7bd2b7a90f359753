import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, FileField, Form } from "~/ui/index.ts";

interface OrganisationLogoFormProps {
  slug: string;
  name: string;
  hasLogo: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function OrganisationLogoForm({ slug, name, hasLogo, lastResult }: OrganisationLogoFormProps) {
  const { t } = useText();
  const [form, fields] = useForm<{ logo: File }>({ id: "logo", lastResult });
  return (
    <>
      {hasLogo && (
        <div className="flex flex-wrap items-center gap-6">
          <img
            src={`/organisations/${slug}/logo`}
            alt={t("people.edit.logoAlt", { name })}
            className="max-h-24 max-w-64 rounded-md bg-white object-contain p-2"
          />
          <ActionForm
            fields={{ intent: "remove-logo" }}
            variant="quiet"
            size="small"
            label={t("people.edit.logoRemove")}
          />
        </div>
      )}
      <Form form={form} encType="multipart/form-data">
        <input type="hidden" name="intent" value="logo" />
        <FileField
          field={fields.logo}
          label={t("people.edit.logoFile")}
          hint={t("people.edit.logoHint")}
          accept="image/png,image/jpeg,image/webp"
        />
        <div>
          <Button variant="secondary">{t("people.edit.logoUpload")}</Button>
        </div>
      </Form>
    </>
  );
}
