import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptedHosts } from "~/festivals/festival.ts";
import { findText } from "~/people/reader.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { requireAttending } from "~/signups/ballot/attending.server.ts";
import styles from "~/signups/ballot/ballot.css?url";
import { WishEditor } from "~/signups/ballot/wish-editor.tsx";
import { problemsInWords, wishForm } from "~/signups/ballot/wish-form.ts";
import { HowItGoes, WishesKept, WishNotices } from "~/signups/ballot/wish-words.tsx";
import script from "~/signups/ballot/wishes.js?url&no-inline";
import { saveWishes } from "~/signups/ballot/wishes.server.ts";
import { findWishesPage } from "~/signups/ballot/wishes-page.server.ts";
import autosaveUrl from "~/ui/autosave.js?url&no-inline";
import { Page } from "~/ui/index.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled;
export const headers = neverKept;

/** For whoever may see the festival; everybody sees their own wishes alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireAttending(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  return {
    title: `${t("ballot.wishes.title")} · ${festival.name}`,
    festival: { name: festival.name, slug: festival.slug, timeZone: festival.timeZone },
    colours: acceptedHosts(festival).map((host) => host.colour),
    ...(await findWishesPage(db, viewer.personId, festival, { now: now() })),
  };
}

/** For the same. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireAttending(args);
  const { db, now } = args.context;
  const { t } = await findText(args);
  const form = await parseForm(args.request, wishForm, t);
  if (!form.ok) return data({ result: form.result, version: null }, { status: 422 });
  const saved = await saveWishes(db, { festival, personId: viewer.personId }, form.value, { now: now() });
  const here = `/festivals/${festival.slug}/wishes`;
  if (saved.ok) return redirectWithToast(here, "ballot.toast.saved");
  const again = (errors: Record<string, string[]>, version: string, status: number) =>
    data({ result: form.reply(errors), version }, { status });
  switch (saved.reason) {
    case "wrong":
      return again(problemsInWords(saved.problems, t), form.value.version, 422);
    case "changed":
      return again({ "": [t("ballot.problems.changed")] }, saved.version, 409);
    default:
      return again({ "": [t("ballot.problems.not-open")] }, form.value.version, 409);
  }
}

export default function Wishes() {
  const { t } = useText();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { festival, state } = page;
  const home = `/festivals/${festival.slug}`;
  return (
    <Page
      title={t("ballot.wishes.title")}
      intro={t("ballot.wishes.intro")}
      crumbs={[{ label: festival.name, to: home }]}
      band={page.colours}
    >
      <WishNotices page={page} home={home} />
      {page.ballot && state !== "allocated" && (
        <HowItGoes ballot={page.ballot} state={state} timeZone={festival.timeZone} />
      )}
      {(state === "open" || answer) && page.slots.length > 0 && (
        <>
          <WishEditor
            slots={page.slots}
            list={page.list}
            version={answer?.version ?? page.version}
            autosaveUrl={`${home}/wishes/save`}
            here={`${home}/wishes`}
            lastResult={answer?.result}
          />
          <script type="module" src={autosaveUrl} />
          <script type="module" src={script} />
        </>
      )}
      {state === "closed" && !answer && <WishesKept slots={page.slots} list={page.list} />}
    </Page>
  );
}
