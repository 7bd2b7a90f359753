import type { FestivalStatus } from "#db/schema/festivals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";

export interface FestivalBannerProps {
  festival: {
    slug: string;
    language: string;
    status: FestivalStatus;
    announcement: string;
    postponedAt: string | null;
  };
  over: boolean;
  mayOrganise: boolean;
}

/** What is going on, before the programme: called off, put off, over; for its organisers also not released. */
export function FestivalBanner({ festival, over, mayOrganise }: FestivalBannerProps) {
  const { t } = useText();
  const { status, slug } = festival;
  const said = festival.announcement && (
    <p lang={festival.language} className="whitespace-pre-line">
      {festival.announcement}
    </p>
  );
  if (status === "cancelled")
    return (
      <Notice tone="danger" title={t("programme.banner.cancelled")}>
        {said || <p>{t("programme.banner.cancelledText")}</p>}
      </Notice>
    );
  if (festival.postponedAt)
    return (
      <Notice tone="warning" title={t("programme.banner.postponed")}>
        {said}
        <p>{t("programme.banner.postponedText")}</p>
      </Notice>
    );
  if (over)
    return (
      <Notice title={t("programme.banner.over")}>
        <p>{t("programme.banner.overText")}</p>
      </Notice>
    );
  if (!mayOrganise || (status !== "draft" && status !== "calling")) return null;
  return (
    <Notice title={t(`programme.banner.${status}Title`)}>
      <p>
        {t(`programme.banner.${status}`)}{" "}
        <TextLink to={`/festivals/${slug}/organise`}>{t("programme.banner.changes")}</TextLink>
      </p>
    </Notice>
  );
}
