import { CalendarPlus, Download } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { CopyField, Disclosure, Inline, LinkButton, Stack } from "~/ui/index.ts";
import { type CalendarKind, subscribeLink } from "./links.ts";

const kinds: CalendarKind[] = ["google", "outlook", "apple"];

/** Ways to follow a public feed. `feedUrl` is absolute, because other programs fetch it. */
export function SubscribeTo({ feedUrl, name }: { feedUrl: string; name: string }) {
  const { t } = useText();
  return (
    <Disclosure id="subscribe" summary={t("calendar.subscribe.summary")}>
      <Stack>
        <p className="max-w-prose text-soft">{t("calendar.subscribe.followsAll")}</p>
        <Inline>
          {kinds.map((kind) => (
            <LinkButton key={kind} size="small" icon={CalendarPlus} to={subscribeLink(kind, feedUrl, name)}>
              {t(`calendar.subscribe.${kind}`)}
            </LinkButton>
          ))}
          <LinkButton
            size="small"
            variant="quiet"
            icon={Download}
            to={new URL(feedUrl).pathname}
            reloadDocument
            download
          >
            {t("calendar.subscribe.download")}
          </LinkButton>
        </Inline>
        <CopyField label={t("calendar.subscribe.link")} value={feedUrl} />
      </Stack>
    </Disclosure>
  );
}
