import { Download, ExternalLink } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { product } from "~/platform/product.ts";
import { CopyField, Inline, LinkButton, Notice, Stack } from "~/ui/index.ts";
import { type CalendarKind, subscribeLink } from "./links.ts";

/** The secret address of an agenda, this once: what to do with it and what it does. */
export function MintedLink({ kind, feedUrl }: { kind: CalendarKind; feedUrl: string }) {
  const { t } = useText();
  const name = t("calendar.feed.personalName", { product: product.name });
  return (
    <Stack gap="loose">
      <p className="max-w-prose">{t(`calendar.subscribe.refresh.${kind}`)}</p>
      <Inline>
        <LinkButton variant="primary" icon={ExternalLink} to={subscribeLink(kind, feedUrl, name)}>
          {t(`calendar.subscribe.open.${kind}`)}
        </LinkButton>
        <LinkButton variant="quiet" icon={Download} to={new URL(feedUrl).pathname} reloadDocument download>
          {t("calendar.subscribe.download")}
        </LinkButton>
      </Inline>
      <CopyField label={t("calendar.subscribe.link")} value={feedUrl} />
      <p className="text-sm text-soft">{t("calendar.subscribe.downloadHint")}</p>
      <Notice tone="warning" title={t("calendar.subscribe.mintedOnce")}>
        <p>{t("calendar.subscribe.mintedWhat")}</p>
      </Notice>
    </Stack>
  );
}
