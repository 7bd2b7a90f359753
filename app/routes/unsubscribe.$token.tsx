import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refuseTopic } from "~/people/mail-preferences/refusals.server.ts";
import { findUnsubscribe } from "~/people/mail-preferences/unsubscribe.server.ts";
import { UnsubscribeQuestion } from "~/people/mail-preferences/unsubscribe-question.tsx";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { LinkButton, Page } from "~/ui/index.ts";

export const meta = titled;

/** An address with a secret belongs in no index; as a referrer no path is ever sent (app/server/headers.ts). */
export function headers(args: { actionHeaders: Headers }) {
  const headers = neverKept(args);
  headers.set("X-Robots-Tag", "noindex, nofollow");
  return headers;
}

/** For whoever has the link of the mail, signed in or not. Opening it changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const found = await findUnsubscribe(args.context.db, args.params.token ?? "");
  const { t } = await findText(args);
  if (!found) return data({ title: t("mailPreferences.unsubscribe.gone"), found: null }, { status: 404 });
  const { email, topic, refused } = found;
  const title = t(refused ? "mailPreferences.unsubscribe.done" : "mailPreferences.unsubscribe.title");
  return data({ title, found: { email, topic, refused } });
}

/**
 * For whoever has the link. A mail program posts `List-Unsubscribe=One-Click` without cookie or Origin and takes no
 * redirect for an answer (RFC 8058, 3.1); the buttons of the page lead back to it. Doing it twice changes nothing.
 */
export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context;
  const formData = await readForm(args.request);
  const found = await findUnsubscribe(db, args.params.token ?? "");
  if (!found) throw new Response("Not found", { status: 404 });
  if (formData.get("List-Unsubscribe") === "One-Click") {
    await refuseTopic(db, { ...found, refuse: true }, now());
    return data({ stopped: true });
  }
  const intent = formData.get("intent");
  if (intent !== "stop" && intent !== "again") throw new Response("Bad Request", { status: 400 });
  await refuseTopic(db, { ...found, refuse: intent === "stop" }, now());
  const here = new URL(args.request.url).pathname;
  return redirectWithToast(here, `mailPreferences.toast.${intent === "stop" ? "stopped" : "again"}`);
}

export default function Unsubscribe() {
  const { t } = useText();
  const { found } = useLoaderData<typeof loader>();
  if (found) return <UnsubscribeQuestion {...found} />;
  return (
    <Page
      width="narrow"
      title={t("mailPreferences.unsubscribe.gone")}
      intro={t("mailPreferences.unsubscribe.goneText")}
    >
      <div>
        <LinkButton to="/account/mail">{t("mailPreferences.unsubscribe.all")}</LinkButton>
      </div>
    </Page>
  );
}
