import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Notice } from "~/ui/index.ts";

/** Marks made before signing in, where no script has brought them to the account by itself. */
export function KeepMarks({ count, here }: { count: number; here: string }) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <Notice title={t("programme.favourite.toKeep", { count })}>
      <ActionForm
        action="/favourites"
        fields={{ to: here }}
        label={t("programme.favourite.keep")}
        variant="secondary"
      />
    </Notice>
  );
}
