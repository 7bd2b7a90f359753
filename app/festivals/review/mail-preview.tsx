import { useText } from "~/platform/i18n/text.tsx";
import { Notice, Section } from "~/ui/index.ts";

export interface MailPreviewProps {
  name: string;
  email: string;
  locale: string;
  subject: string;
  html: string;
  /** Words in brackets that mean nothing to us. */
  unknown: string[];
}

/** One mail as its reader gets it. */
export function MailPreview({ name, email, locale, subject, html, unknown }: MailPreviewProps) {
  const { t, format } = useText();
  return (
    <Section
      id="preview"
      title={t("review.mails.previewTitle", { name })}
      intro={t("review.mails.previewIn", { language: format.language(locale) })}
    >
      {unknown.length > 0 && (
        <Notice tone="warning">
          {t("review.mails.unknown", { words: format.list(unknown.map((word) => `[${word}]`)) })}
        </Notice>
      )}
      <p className="text-sm text-soft">
        {email} · <span className="text-ink">{subject}</span>
      </p>
      <iframe
        title={t("review.mails.previewOf", { name })}
        sandbox=""
        srcDoc={html}
        className="h-160 w-full max-w-2xl rounded-md border border-line bg-white"
      />
    </Section>
  );
}
