import { type Locale, locales } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Section, TextLink } from "~/ui/index.ts";

export interface MessagePreviewProps {
  preview: { language: Locale; subject: string; html: string; text: string };
  base: string;
}

/** The mail as its readers get it, in each language of ours. */
export function MessagePreview({ preview, base }: MessagePreviewProps) {
  const { t, format } = useText();
  const others = locales.filter((locale) => locale !== preview.language);
  return (
    <Section
      id="preview"
      title={t("messages.preview.title")}
      intro={t("messages.preview.intro", { language: format.language(preview.language) })}
      actions={others.map((locale) => (
        <TextLink key={locale} to={`${base}?in=${locale}#preview`}>
          {t("messages.preview.other", { language: format.language(locale) })}
        </TextLink>
      ))}
    >
      <p className="text-sm break-words text-soft">
        {t("messages.form.subject")}: <span className="text-ink">{preview.subject}</span>
      </p>
      <iframe
        title={t("messages.preview.of", { subject: preview.subject })}
        sandbox=""
        srcDoc={preview.html}
        className="h-160 w-full max-w-2xl rounded-md border border-line bg-white"
      />
      <Disclosure summary={t("messages.preview.plain")}>
        <pre className="font-sans break-words whitespace-pre-wrap">{preview.text}</pre>
      </Disclosure>
    </Section>
  );
}
