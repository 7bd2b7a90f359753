import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { mergeFavourites, setFavourite } from "~/festivals/programme/favourites.server.ts";
import {
  applyWish,
  marksCookie,
  readMarks,
  readNumbers,
  readWish,
  writeMarks,
} from "~/festivals/programme/marks.ts";
import { safePath } from "~/people/login-path.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { readCookie } from "~/platform/http/cookies.ts";
import { readForm } from "~/platform/http/form.server.ts";

/** Nothing to look at here: favourites stand in the programme. */
export const loader = (_: LoaderFunctionArgs) => redirect("/festivals");

/**
 * Everybody marks for themselves: who is signed in with their account, others in a cookie of theirs. What the cookie
 * holds goes along into the account with the next mark.
 */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const viewer = await findViewer(args);
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const wish = readWish(text("session"));
  const cookie = request.headers.get("cookie");
  const marks = readMarks(cookie);
  const kept = [...marks, ...readNumbers(text("keep"))];
  if (!wish && kept.length === 0) throw new Response("Unprocessable", { status: 422 });
  const headers = new Headers();
  const secure = context.config.publicUrl.startsWith("https:");
  if (viewer) {
    const now = context.now();
    await mergeFavourites(context.db, viewer, kept, now);
    if (wish) await setFavourite(context.db, viewer, wish, now);
    if (readCookie(cookie, marksCookie) !== null) headers.append("Set-Cookie", writeMarks([], secure));
  } else {
    headers.append("Set-Cookie", writeMarks(wish ? applyWish(marks, wish) : [...new Set(kept)], secure));
  }
  const to = safePath(form.get("to"), "/festivals").split("#", 1)[0];
  return redirect(wish ? `${to}#s${wish.number}` : (to ?? "/festivals"), { status: 303, headers });
}
