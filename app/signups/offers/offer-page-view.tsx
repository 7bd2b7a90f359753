import { useText } from "~/platform/i18n/text.tsx";
import { Card, DescriptionList, LinkButton, Notice, Stack, Time } from "~/ui/index.ts";
import type { OfferPage } from "./offer-link.server.ts";
import { OfferQuestion } from "./offer-question.tsx";

/** The question, or what became of it and what can still be done. */
export function OfferPageView({ page, leaning }: { page: OfferPage; leaning: "no" | null }) {
  const { t, format } = useText();
  const { session, answerable, until } = page;
  return (
    <Card>
      <Stack>
        <h2 className="text-xl" lang={session.language}>
          {session.title}
        </h2>
        <DescriptionList
          items={[
            {
              term: t("offers.when"),
              description: <Time at={session.startsAt}>{format.sessionTime(session)}</Time>,
            },
            ...(session.place ? [{ term: t("offers.where"), description: session.place }] : []),
          ]}
        />
        {answerable.state === "open" ? (
          <OfferQuestion offer={answerable.offer} until={until ?? ""} leaning={leaning} />
        ) : (
          <Answered page={page} />
        )}
      </Stack>
    </Card>
  );
}

function Answered({ page: { answerable, session, mayAsk } }: { page: OfferPage }) {
  const { t } = useText();
  if (answerable.state === "open") return null;
  const place = answerable.state === "waiting" ? answerable.place : "";
  return (
    <>
      <Notice
        tone={answerable.state === "yours" ? "success" : "info"}
        title={t(`offers.page.state.${answerable.state}`, { place })}
      >
        <p>{t(`offers.page.text.${answerable.state}`)}</p>
        {answerable.state === "gone" && (
          <p className="mt-1">{t(mayAsk ? "offers.page.askAgain" : "offers.page.atTheDoor")}</p>
        )}
      </Notice>
      <div>
        <LinkButton to={`${session.path}#sign-up`}>{t("offers.page.toSession")}</LinkButton>
      </div>
    </>
  );
}
