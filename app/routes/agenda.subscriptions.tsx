import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { calendarKinds } from "~/calendar/links.ts";
import { MintedLink } from "~/calendar/minted-link.tsx";
import {
  listSubscriptions,
  mintFeed,
  mostSubscriptions,
  revokeFeed,
} from "~/calendar/personal-feed.server.ts";
import { SubscriptionList } from "~/calendar/subscriptions.tsx";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { LinkButton, Notice, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

const subscriptionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make"), calendar: z.enum(calendarKinds) }),
  z.object({ intent: z.literal("revoke"), feed: z.uuid() }),
]);

/** For whoever is signed in, about themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { personId } = await requireViewer(args);
  const { t } = await findText(args);
  return {
    title: t("calendar.subscribe.listTitle"),
    subscriptions: await listSubscriptions(args.context.db, personId),
  };
}

/** For whoever is signed in, about themselves. The secret stands in this answer and in no address of ours. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = await requireViewer(args);
  const { db, ids, now, config } = args.context;
  const { t } = await findText(args);
  const form = subscriptionForm.safeParse(Object.fromEntries(await readForm(args.request)));
  if (!form.success) throw new Response("Bad Request", { status: 400 });
  if (form.data.intent === "revoke") {
    await revokeFeed(db, { personId, feedId: form.data.feed }, now());
    return redirectWithToast("/agenda#subscriptions", "calendar.toast.revoked");
  }
  const kind = form.data.calendar;
  const minted = await mintFeed(db, { personId, name: t(`calendar.subscribe.${kind}`) }, { ids, now: now() });
  if (!minted.ok) return data({ made: null, most: mostSubscriptions }, { status: 409 });
  return data({ made: { kind, feedUrl: `${config.publicUrl}${minted.path}` } });
}

export default function Subscriptions() {
  const { t } = useText();
  const { subscriptions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer?.made;
  const title = made
    ? t("calendar.subscribe.mintedTitle", { name: t(`calendar.subscribe.${made.kind}`) })
    : t("calendar.subscribe.listTitle");
  return (
    <Page width="narrow" title={title} crumbs={[{ label: t("calendar.agenda.title"), to: "/agenda" }]}>
      {made && <MintedLink {...made} />}
      {answer?.made === null && (
        <Notice tone="danger" title={t("calendar.errors.tooMany", { count: answer.most })} />
      )}
      {made ? (
        <div>
          <LinkButton to="/agenda">{t("calendar.subscribe.backToAgenda")}</LinkButton>
        </div>
      ) : (
        <SubscriptionList subscriptions={subscriptions} />
      )}
    </Page>
  );
}
