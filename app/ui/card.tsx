import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** A sheet of paper on the table; with `to` the whole of it is one link. */
export function Card({ to, id, children }: { to?: string; id?: string; children: ReactNode }) {
  if (to)
    return (
      <Link to={to} id={id} className="card">
        {children}
      </Link>
    );
  return (
    <div id={id} className="card">
      {children}
    </div>
  );
}
