import type { FieldMetadata } from "@conform-to/react";
import { chatKinds } from "#db/schema/channels.ts";
import { locales } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, RadioGroup, SelectField, TextField } from "~/ui/index.ts";
import { leads } from "./channel.ts";

type Names = "kind" | "name" | "url" | "language" | "hoursBefore";

/** What a new channel is. */
export function ChannelFields({ fields }: { fields: Record<Names, FieldMetadata<unknown>> }) {
  const { t, format } = useText();
  return (
    <>
      <RadioGroup
        field={fields.kind}
        label={t("visible.channels.kind")}
        options={chatKinds.map((kind) => ({ value: kind, label: t(`visible.channels.kinds.${kind}`) }))}
      />
      <Disclosure summary={t("visible.channels.how")}>
        <ul className="flex flex-col gap-2">
          {chatKinds.map((kind) => (
            <li key={kind} className="max-w-prose">
              <b>{t(`visible.channels.kinds.${kind}`)}</b>: {t(`visible.channels.howTo.${kind}`)}
            </li>
          ))}
        </ul>
      </Disclosure>
      <TextField
        field={fields.url}
        type="url"
        label={t("visible.channels.url")}
        hint={t("visible.channels.urlHint")}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
      />
      <TextField
        field={fields.name}
        label={t("visible.channels.name")}
        hint={t("visible.channels.nameHint")}
      />
      <SelectField
        field={fields.hoursBefore}
        label={t("visible.channels.hoursBefore")}
        options={leads.map((lead) => ({ value: lead, label: t(`visible.channels.leads.${lead}`) }))}
      />
      <SelectField
        field={fields.language}
        label={t("visible.channels.language")}
        options={locales.map((locale) => ({ value: locale, label: format.language(locale) }))}
      />
    </>
  );
}
