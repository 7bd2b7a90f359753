import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "~/platform/context.ts";
import { readCookie } from "~/platform/http/cookies.ts";
import { keepable, keptPage, sendPage } from "~/platform/http/kept-pages.server.ts";
import { leftToRemix, type RawHandler } from "~/platform/http/raw.ts";
import { guessReader } from "~/platform/http/reader.server.ts";
import { isUuid } from "~/platform/ids.ts";
import { type Instant, instantOf, Temporal } from "~/platform/time.ts";
import { isTheme } from "~/ui/frame/theme.ts";
import { maySeeFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import { readEmbedWish } from "./embed.ts";
import { marksCookie } from "./marks.ts";
import { type Facts, findStanding, type Standing, standingFor } from "./programme.server.ts";
import type { Plan } from "./programme.ts";

/** Pages of these readers are about them too: Remix makes them anew each time. */
const personalCookies = ["login", "__Secure-login", "toast", marksCookie];
/** A page with more than this asked of it is made and not kept. */
const longestKept = 200;

/** What else a page depends on than the programme's facts, the seats and the hour. */
type Also = (
  standing: Standing,
  context: RequestContext,
  params: Record<string, string>,
) => Promise<string | null>;

/** Scripts come from us alone: bytes that are kept have no nonce. */
function withoutNonce(response: ServerResponse): void {
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  response.setHeader("Content-Security-Policy", policy.replace(/ 'nonce-[^']*'/, ""));
}

function handlerOf(also: Also): RawHandler {
  return async (request, response, params, context) => {
    const { headers, url = "/" } = request;
    if (!context.makePage || personalCookies.some((name) => readCookie(headers.cookie, name) !== null))
      return leftToRemix;
    const standing = await standingFor(context, params.festival ?? "");
    // What a stranger may not see Remix says, to each as it should.
    if (!standing || !maySeeFestival(null, standing.facts.festival)) return leftToRemix;
    const more = await also(standing, context, params);
    if (more === null) return leftToRemix;
    const variant = variantOf(request);
    const revision = revisionOf(standing, more, context.now());
    const make = async () => {
      const html = await makeHtml(url, variant.headers, context);
      if (html === null) return null;
      const after = await findStanding(context.db, params.festival ?? "");
      return { html, keep: after !== null && revisionOf(after, more, context.now()) === revision };
    };
    const kept = url.length <= longestKept && !/[?&]q=./.test(url);
    const page = kept
      ? await keptPage({ key: `${url}\n${variant.key}`, revision }, make)
      : await make().then((made) => made && keepable(made.html));
    if (!page) return leftToRemix;
    withoutNonce(response);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
    await sendPage(request, response, page);
  };
}

function revisionOf({ facts, seatsRevision }: Standing, more: string, now: Instant): string {
  return [facts.revision, seatsRevision, hourOf(facts, now), more].join("\n");
}

interface Variant {
  key: string;
  headers: Record<string, string>;
}

const variants = new Map<string, Variant>();
const mostVariants = 500;

/** In which of its ways the same page is read: by language, zone and theme. */
function variantOf({ headers }: IncomingMessage): Variant {
  const cookie = headers.cookie ?? "";
  const asked: Record<string, string | undefined> = { cookie, "accept-language": headers["accept-language"] };
  const key = Object.values(asked).join("\n");
  const known = variants.get(key);
  if (known) return known;
  const { locale, timeZone } = guessReader({ headers: { get: (name) => asked[name] ?? null } });
  const theme = readCookie(cookie, "theme");
  const cookies = [`language=${locale}`, `tz=${encodeURIComponent(timeZone)}`];
  if (isTheme(theme)) cookies.push(`theme=${theme}`);
  const all = cookies.join("; ");
  if (variants.size >= mostVariants) variants.clear();
  variants.set(key, { key: all, headers: { cookie: all } });
  return { key: all, headers: { cookie: all } };
}

async function makeHtml(
  url: string,
  headers: Record<string, string>,
  context: RequestContext,
): Promise<string | null> {
  const answer = await context.makePage?.(url, headers);
  if (answer?.status !== 200 || answer.headers.has("set-cookie")) return null;
  return answer.text();
}

/**
 * What the clock changes on a page: how many beginnings, ends and days have passed and whether sign-up is open. While
 * a day of the programme goes on, the line of now moves each minute.
 */
function hourOf({ festival, plan, made }: Facts, now: Instant): string {
  const at = now.epochMilliseconds;
  const bounds = (made.get("bounds") as number[] | undefined) ?? boundsOf(festival, plan);
  made.set("bounds", bounds);
  const passed = bounds.findIndex((bound) => bound > at);
  const goesOn = plan.days.some(
    ({ grid }) => (grid.bounds[0] ?? at + 1) <= at && at < (grid.bounds.at(-1) ?? at),
  );
  return goesOn ? `${passed} ${Math.floor(at / 60_000)}` : String(passed);
}

function boundsOf(festival: Festival, { items }: Plan) {
  const { startsOn, endsOn, timeZone, signupOpensAt, signupClosesAt, callOpensAt, callClosesAt } = festival;
  const bounds = new Set(items.flatMap((item) => [item.from, item.until]));
  for (const one of [signupOpensAt, signupClosesAt, callOpensAt, callClosesAt])
    if (one) bounds.add(Date.parse(one));
  const last = Temporal.PlainDate.from(endsOn).add({ days: 2 });
  let date = Temporal.PlainDate.from(startsOn).subtract({ days: 1 });
  // A day of the calendar begins at midnight, one of the programme at four.
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const time of ["T00:00", "T04:00"])
      bounds.add(instantOf(`${date}${time}`, timeZone).epochMilliseconds);
  }
  return [...bounds].sort((a, b) => a - b);
}

/** The programme for who has not signed in. */
export const programmePage = handlerOf(async () => "");

/** One session of it; what of its sign-ups a stranger sees is asked of them, by whoever lists the routes. */
export function sessionPage(
  signups: (db: RequestContext["db"], id: string, now: Instant) => Promise<string>,
): RawHandler {
  return handlerOf(async ({ facts }, { db, now }, { session = "" }) => {
    if (!isUuid(session) || !facts.plan.items.some(({ id }) => id === session.toLowerCase())) return null;
    return signups(db, session, now());
  });
}

const pageInFrame = handlerOf(async () => "");

/**
 * The programme in a frame on another site: the same for everybody, so the reader's cookies are not looked at, and
 * this one address may be framed by anybody.
 */
export const embedPage: RawHandler = async (request, response, params, context) => {
  const { lang, theme } = readEmbedWish(new URL(request.url ?? "/", context.config.publicUrl).searchParams);
  const chosen = [lang && `language=${lang}`, theme !== "system" && `theme=${theme}`].filter(Boolean);
  request.headers.cookie = chosen.join("; ");
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  response.setHeader(
    "Content-Security-Policy",
    policy.replace("frame-ancestors 'none'", "frame-ancestors *"),
  );
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  const answer = await pageInFrame(request, response, params, context);
  if (answer === leftToRemix) {
    response.setHeader("Content-Security-Policy", policy);
    response.removeHeader("Cross-Origin-Resource-Policy");
  }
  return answer;
};
