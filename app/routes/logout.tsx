import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signOut } from "~/people/login.server.ts";
import { clearedLoginCookie, readLoginToken } from "~/people/login-cookie.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { ActionForm, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever is signed in; others have nothing to do here. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  if (!viewer) throw redirect("/");
  const { t } = await findText(args);
  return { title: t("people.logout.title"), name: viewer.name };
}

/** For everybody: it ends the login of this request, if there is one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const token = readLoginToken(request.headers.get("cookie"), context.secret);
  if (token) await signOut(context.db, token);
  const cleared = new Headers({ "Set-Cookie": clearedLoginCookie(context.config.publicUrl) });
  return redirectWithToast("/", "people.toast.signedOut", {}, cleared);
}

export default function Logout() {
  const { t } = useText();
  const { name } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow" title={t("people.logout.title")} intro={t("people.logout.intro", { name })}>
      <ActionForm label={t("people.logout.submit")} />
    </Page>
  );
}
