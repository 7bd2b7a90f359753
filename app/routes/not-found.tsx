import type { LoaderFunctionArgs } from "@remix-run/node";

/** Whatever no route knows, and what is shown while the database is away: the root's error page answers. */
export function loader({ context }: LoaderFunctionArgs) {
  throw new Response(null, { status: context.databaseAway ? 503 : 404 });
}

export default function NotFound() {
  return null;
}
