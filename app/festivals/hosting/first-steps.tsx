import { useText } from "~/platform/i18n/text.tsx";
import { Inline, LinkButton, Notice, Stack } from "~/ui/index.ts";

/** For the only person of an organisation that was just founded: how colleagues come in. */
export function FirstSteps({ organisation }: { organisation: { slug: string; name: string } }) {
  const { t } = useText();
  const home = `/organisations/${organisation.slug}`;
  return (
    <Notice title={t("hosting.founded.title")}>
      <Stack>
        <p>{t("hosting.founded.text", { organisation: organisation.name })}</p>
        <Inline>
          <LinkButton to={`${home}/edit#domains`} size="small">
            {t("hosting.founded.domains")}
          </LinkButton>
          <LinkButton to={`${home}/people`} size="small">
            {t("hosting.founded.people")}
          </LinkButton>
        </Inline>
      </Stack>
    </Notice>
  );
}
