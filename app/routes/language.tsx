import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safePath } from "~/people/login-path.ts";
import { writeCookie } from "~/platform/http/cookies.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { isLocale } from "~/platform/i18n/languages.ts";

const year = 365 * 24 * 3600;

export const loader = () => redirect("/");

/** Everyone may choose a language. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const language = form.get("language");
  if (!isLocale(language)) throw new Response("Unknown language", { status: 422 });
  const secure = context.config.publicUrl.startsWith("https:");
  return redirect(safePath(form.get("to")), {
    status: 303,
    headers: { "Set-Cookie": writeCookie("language", language, { maxAge: year, secure }) },
  });
}
