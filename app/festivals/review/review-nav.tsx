import { ArrowLeft, ArrowRight } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon, TextLink } from "~/ui/index.ts";

export interface ReviewNavProps {
  base: string;
  query: string;
  neighbours: { previous: string | null; next: string | null };
}

/** Back to the list, and on among those that are still to review. */
export function ReviewNav({ base, query, neighbours: { previous, next } }: ReviewNavProps) {
  const { t } = useText();
  return (
    <nav aria-label={t("review.tab")} className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <TextLink to={base + query}>{t("review.page.back")}</TextLink>
      {previous && previous !== next && (
        <span className="inline-flex items-center gap-1.5">
          <Icon of={ArrowLeft} size={16} />
          <TextLink to={`${base}/${previous}${query}`}>{t("review.page.previous")}</TextLink>
        </span>
      )}
      {next && (
        <span className="inline-flex items-center gap-1.5">
          <TextLink to={`${base}/${next}${query}`}>{t("review.page.nextLink")}</TextLink>
          <Icon of={ArrowRight} size={16} />
        </span>
      )}
    </nav>
  );
}
