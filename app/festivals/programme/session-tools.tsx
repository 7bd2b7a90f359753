import { Form } from "@remix-run/react";
import { Share2 } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "~/ui/index.ts";

export interface SessionToolsProps {
  session: { number: number; title: string };
  /** Absolute, to give away. */
  url: string;
  path: string;
  favourite: boolean;
  marks: "account" | "browser";
}

/** Mark a session and tell others of it. */
export function SessionTools({ session, url, path, favourite, marks }: SessionToolsProps) {
  const { t } = useText();
  return (
    <Form
      id="favourites"
      method="post"
      action="/favourites"
      data-marks={marks}
      className="flex flex-wrap items-center gap-x-5 gap-y-2"
    >
      <input type="hidden" name="to" value={path} />
      <button
        type="submit"
        className="favourite large"
        name="session"
        value={`${favourite ? "-" : ""}${session.number}`}
        aria-pressed={favourite}
      >
        {t("programme.favourite.word")}
      </button>
      <button
        type="button"
        hidden
        className="button"
        data-variant="quiet"
        data-size="small"
        data-share-url={url}
        data-share-title={session.title}
        data-shared={t("programme.share.copied")}
      >
        <Icon of={Share2} size={18} />
        <span aria-live="polite">{t("programme.share.word")}</span>
      </button>
    </Form>
  );
}
