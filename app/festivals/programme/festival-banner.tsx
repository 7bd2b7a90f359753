import type { FestivalStatus } from "#db/schema/festivals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";

/** What stands before the programme: a cancelled festival for everybody, an unreleased one for its organisers. */
export function FestivalBanner({
  festival,
  mayOrganise,
}: {
  festival: { slug: string; status: FestivalStatus };
  mayOrganise: boolean;
}) {
  const { t } = useText();
  if (festival.status === "cancelled")
    return <Notice tone="danger" title={t("programme.banner.cancelled")} />;
  if (!mayOrganise || (festival.status !== "draft" && festival.status !== "calling")) return null;
  return (
    <Notice title={t(`programme.banner.${festival.status}Title`)}>
      <p>
        {t(`programme.banner.${festival.status}`)}{" "}
        <TextLink to={`/festivals/${festival.slug}/organise`}>{t("programme.banner.changes")}</TextLink>
      </p>
    </Notice>
  );
}
