import figtree from "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url";
import fraunces from "@fontsource-variable/fraunces/files/fraunces-latin-soft-normal.woff2?url";
import {
  data,
  type HeadersArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { findOrganisation } from "~/people/organisations.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { readCookie } from "~/platform/http/cookies.ts";
import { type Reader, readerOf } from "~/platform/http/reader.server.ts";
import { takeToast } from "~/platform/http/toast.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { TextProvider } from "~/platform/i18n/text.tsx";
import { product } from "~/platform/product.ts";
import enhanceUrl from "./ui/enhance.js?url&no-inline";
import { ErrorPage, errorTitle } from "./ui/frame/error-page.tsx";
import { SiteFooter } from "./ui/frame/site-footer.tsx";
import { SiteHeader } from "./ui/frame/site-header.tsx";
import { isTheme } from "./ui/frame/theme.ts";
import { type MarkedOrganisation, SkipLink, ToastArea } from "./ui/index.ts";
import stylesheet from "./ui/styles.css?url";

/** Who asks, for the frame. Where even that fails, so does the page, and its error page still needs a frame. */
async function findWho(args: LoaderFunctionArgs) {
  try {
    const viewer = await findViewer(args);
    const slug = viewer?.organisationSlug;
    return { viewer, organisation: slug ? await findOrganisation(args.context.db, slug) : null };
  } catch (error) {
    args.context.log.error({ err: error }, "cannot tell who asks");
    return { viewer: null, organisation: null };
  }
}

/** Everyone may see the frame; it shows the viewer nothing but themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { viewer, organisation } = await findWho(args);
  const { toast, headers } = takeToast(request);
  const theme = readCookie(request.headers.get("cookie"), "theme");
  const { pathname, search } = new URL(request.url);
  return data(
    {
      ...readerOf(args, viewer),
      viewer: viewer && {
        name: viewer.name,
        email: viewer.email,
        organisation: organisation && markOf(organisation),
      },
      theme: isTheme(theme) ? theme : ("system" as const),
      toast,
      here: pathname + search,
      outbox: context.config.outbox,
      requestId: context.requestId,
      nonce: context.nonce,
    },
    { headers },
  );
}

const markOf = ({ name, slug, colour, hasLogo }: MarkedOrganisation): MarkedOrganisation => ({
  name,
  slug,
  colour,
  hasLogo,
});

export const headers = ({ loaderHeaders }: HeadersArgs) => loaderHeaders;

const font = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" } as const;

export const links: LinksFunction = () => [
  { ...font, href: figtree },
  { ...font, href: fraunces },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** The title of pages without one of their own, and of what went wrong. */
export const meta: MetaFunction<typeof loader> = ({ data: root, error }) => {
  if (!root || !error) return [{ title: product.name }];
  const { t } = getText(root.locale, root.timeZone);
  return [{ title: `${t(errorTitle(statusOf(error)))} · ${product.name}` }];
};

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);

const useRoot = () => useRouteLoaderData<typeof loader>("root");

/** A page runs script of its own only where it asks for it: `export const handle = { hydrate: true }`. */
function useHydrates() {
  return useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate);
}

/** A page in somebody else's frame has no frame of ours: `export const handle = { bare: true }`. */
function useIsBare() {
  return useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare);
}

/** A page for one known person, signed in or not, is in their language: its loader names it `speaksTo`. */
function useSpokenTo(): Reader | undefined {
  const said = useMatches().map(({ data }) => (data as { speaksTo?: Reader | null } | undefined)?.speaksTo);
  return said.find((reader) => reader != null) ?? undefined;
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRoot();
  const hydrates = useHydrates();
  const error = useRouteError();
  const bare = useIsBare();
  const reader = useSpokenTo() ?? root;
  const locale = reader?.locale ?? "en";
  const timeZone = reader?.timeZone ?? "UTC";
  const toast =
    root?.toast &&
    (getText(locale, timeZone).t as (key: string, values: object) => string)(
      root.toast.key,
      root.toast.values,
    );
  return (
    <html lang={locale} data-theme={root?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#faf6ef" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1e1611" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
        {!bare && <script type="module" src={enhanceUrl} />}
      </head>
      <body>
        <TextProvider locale={locale} timeZone={timeZone}>
          {bare ? (
            <main id="main">{children}</main>
          ) : (
            <div className="site">
              <SkipLink />
              <SiteHeader viewer={root?.viewer ?? null} />
              <main id="main" tabIndex={-1}>
                <ToastArea message={toast || null} />
                {children}
              </main>
              <SiteFooter
                here={root?.here ?? "/"}
                theme={root?.theme ?? "system"}
                outbox={root?.outbox ?? false}
              />
            </div>
          )}
        </TextProvider>
        {hydrates && statusOf(error) !== 503 && <Scripts nonce={root?.nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRoot();
  return <ErrorPage status={statusOf(error)} requestId={root?.requestId} signedIn={Boolean(root?.viewer)} />;
}
