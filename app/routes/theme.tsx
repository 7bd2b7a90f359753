import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safePath } from "~/people/login-path.ts";
import { writeCookie } from "~/platform/http/cookies.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { isTheme } from "~/ui/frame/theme.ts";

const year = 365 * 24 * 3600;

export const loader = () => redirect("/");

/** Everyone may choose how it looks. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const theme = form.get("theme");
  if (!isTheme(theme)) throw new Response("Unknown theme", { status: 422 });
  const secure = context.config.publicUrl.startsWith("https:");
  return redirect(safePath(form.get("to")), {
    status: 303,
    headers: { "Set-Cookie": writeCookie("theme", theme, { maxAge: year, secure }) },
  });
}
