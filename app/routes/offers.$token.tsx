import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findText } from "~/people/reader.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { readerOf } from "~/platform/http/reader.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { answerForm } from "~/signups/offers/answer-form.ts";
import { acceptByLink, declineByLink, offerPageOf, openOffer } from "~/signups/offers/offer-link.server.ts";
import { OfferPageView } from "~/signups/offers/offer-page-view.tsx";
import { LinkButton, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever has the link of the mail, signed in or not. Looking changes nothing, whatever looks. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const now = context.now();
  const opened = await openOffer(context.db, params.token ?? "", now);
  if (!opened) {
    const title = (await findText(args)).t("offers.page.unknown");
    return data({ title, page: null, leaning: null, speaksTo: null }, { status: 404 });
  }
  const { locale: language, timeZone } = opened.reader.text;
  const reads = readerOf(args, { language, timeZone });
  const text = getText(reads.locale, reads.timeZone);
  const page = offerPageOf(opened, { text, now });
  const title = page.until
    ? text.t("offers.heading", { until: page.until })
    : text.t(`offers.page.state.${page.answerable.state === "open" ? "gone" : page.answerable.state}`, {
        place: page.answerable.state === "waiting" ? page.answerable.place : "",
      });
  const leaning = new URL(request.url).searchParams.get("answer") === "no" ? ("no" as const) : null;
  return data({ title, page, leaning, speaksTo: reads });
}

/** For whoever has the link. Saying the same twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const now = context.now();
  const opened = await openOffer(context.db, params.token ?? "", now);
  if (!opened) throw new Response("Not found", { status: 404 });
  const submission = await parseForm(request, answerForm, opened.reader.text.t);
  if (!submission.ok) throw new Response("Unprocessable", { status: 422 });
  const { intent, givesUp } = submission.value;
  const here = new URL(request.url).pathname;
  const { title } = opened.session;
  if (intent === "decline") {
    const declined = await declineByLink(context.db, opened, now);
    context.nudge();
    return redirectWithToast(here, `offers.toast.${declined ? "declined" : "notOffered"}`, { title });
  }
  const answer = await acceptByLink(context.db, opened, givesUp, now);
  context.nudge();
  if (answer.ok) return redirectWithToast(here, "offers.toast.accepted", { title });
  return redirectWithToast(here, `offers.toast.refused.${answer.reason}`, { title });
}

export default function OfferByLink() {
  const { t } = useText();
  const { title, page, leaning } = useLoaderData<typeof loader>();
  if (!page)
    return (
      <Page width="narrow" title={title} intro={t("offers.page.unknownText")}>
        <div>
          <LinkButton to="/festivals" variant="primary">
            {t("offers.page.toFestivals")}
          </LinkButton>
        </div>
      </Page>
    );
  return (
    <Page
      width="narrow"
      title={title}
      intro={t("offers.page.for", { name: page.firstName })}
      band={[page.session.band]}
    >
      <OfferPageView page={page} leaning={leaning} />
    </Page>
  );
}
