import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddToCalendar } from "~/calendar/add-to-calendar.tsx";
import { answerByLink, linkForms, refusalWords } from "~/lectures/by-link/answer-by-link.server.ts";
import { linkPageOf, readByLink } from "~/lectures/by-link/link-page.server.ts";
import { LinkView, titleKey } from "~/lectures/by-link/link-view.tsx";
import { findLinkedTurn } from "~/lectures/by-link/linked.server.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseFormData, readForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { LinkButton, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever has the link of the mail, signed in or not. Looking changes nothing, whatever looks. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const linked = await findLinkedTurn(context.db, params.token ?? "", context.now());
  if (!linked) {
    const title = (await findText(args)).t("turnMails.page.unknown.title");
    return data({ title, found: null, speaksTo: null }, { status: 404 });
  }
  const { reads, text } = readByLink(args, linked);
  const page = linkPageOf(linked);
  const title = text.t(titleKey(page), { name: page.firstName, date: text.format.date(page.lecture.date) });
  const { slug } = page.series;
  const path = `/lectures/${slug}/${page.lecture.date}`;
  const found = {
    page,
    no: new URL(request.url).searchParams.get("answer") === "no",
    entry: {
      ...page.lecture,
      title: page.topic || page.series.name,
      url: new URL(path, context.config.publicUrl).href,
    },
    file: page.isPublic ? `${path}.ics` : null,
  };
  return data({ title, found, speaksTo: reads });
}

/** For whoever has the link. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const linked = await findLinkedTurn(context.db, params.token ?? "", context.now());
  if (!linked) throw new Response("Not found", { status: 404 });
  const { text } = readByLink(args, linked);
  const formData = await readForm(request);
  if (!["yes", "no", "topic"].includes(String(formData.get("intent"))))
    throw new Response("Unknown intent", { status: 400 });
  const form = parseFormData(formData, linkForms, text.t);
  if (!form.ok) return formAgain(form);
  const answered = await answerByLink(context, linked, form.value);
  if (!answered.ok) return formAgain(refuse(form, refusalWords(answered, text)), 409);
  context.nudge();
  const date = text.format.date(linked.turn.date);
  return redirectWithToast(new URL(request.url).pathname, `turnMails.toast.${answered.toast}`, { date });
}

export default function TurnByLink() {
  const { t } = useText();
  const { title, found } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (!found)
    return (
      <Page width="narrow" title={title} intro={t("turnMails.page.unknown.text")}>
        <div>
          <LinkButton to="/lectures" variant="primary">
            {t("turnMails.page.unknown.button")}
          </LinkButton>
        </div>
      </Page>
    );
  const calendar = <AddToCalendar entry={found.entry} file={found.file} />;
  return <LinkView title={title} page={found.page} no={found.no} answered={answered} calendar={calendar} />;
}
