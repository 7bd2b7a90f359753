import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { acceptedHosts } from "~/festivals/festival.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { requireAttending } from "~/signups/ballot/attending.server.ts";
import styles from "~/signups/ballot/ballot.css?url";
import { findMyResult, findMySeats } from "~/signups/ballot/mine.server.ts";
import { MyResultView, MySeats } from "~/signups/ballot/my-result.tsx";
import { HowItGoes, WishesKept } from "~/signups/ballot/wish-words.tsx";
import { findWishesPage } from "~/signups/ballot/wishes-page.server.ts";
import { LinkButton, Page, Section } from "~/ui/index.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled;
export const headers = neverKept;

/** For whoever may see the festival; everybody sees what is theirs alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireAttending(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const { personId } = viewer;
  const result = await findMyResult(db, { festivalId: festival.id, personId }, t);
  const byWishes = festival.signupMode === "ballot";
  return {
    title: `${t("ballot.mine.title")} · ${festival.name}`,
    festival: { name: festival.name, slug: festival.slug, timeZone: festival.timeZone },
    colours: acceptedHosts(festival).map((host) => host.colour),
    result,
    wishes: byWishes && !result ? await findWishesPage(db, personId, festival, { now: now() }) : null,
    seats: await findMySeats(db, festival.id, personId),
  };
}

export default function My() {
  const { t } = useText();
  const { festival, colours, result, wishes, seats } = useLoaderData<typeof loader>();
  const home = `/festivals/${festival.slug}`;
  return (
    <Page
      title={t("ballot.mine.title")}
      crumbs={[{ label: festival.name, to: home }]}
      band={colours}
      intro={wishes ? t("ballot.mine.introBefore") : undefined}
    >
      {(!wishes || seats.length > 0) && <MySeats seats={seats} home={home} />}
      {result && <MyResultView result={result} home={home} />}
      {wishes && (
        <>
          {wishes.ballot && (
            <HowItGoes ballot={wishes.ballot} state={wishes.state} timeZone={festival.timeZone} />
          )}
          <Section
            title={t("ballot.wishes.title")}
            actions={
              <LinkButton to={`${home}/wishes`} variant={wishes.state === "open" ? "primary" : "secondary"}>
                {t(wishes.state === "open" ? "ballot.mine.change" : "ballot.wishes.linkClosed")}
              </LinkButton>
            }
          >
            <WishesKept slots={wishes.slots} list={wishes.list} before={wishes.state !== "closed"} />
          </Section>
        </>
      )}
    </Page>
  );
}
