import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** A link inside text or a list. */
export function TextLink({
  to,
  reloadDocument,
  children,
}: {
  to: string;
  reloadDocument?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} reloadDocument={reloadDocument} className="text-link">
      {children}
    </Link>
  );
}
