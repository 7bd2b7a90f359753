import { Link } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { product } from "~/platform/product.ts";
import { Mark } from "../mark.tsx";
import { AccountMenu, type SignedIn } from "./account-menu.tsx";
import { SiteNav } from "./site-nav.tsx";

/** On every page: whose it is, the three places to go, and who I am. */
export function SiteHeader({ viewer }: { viewer: SignedIn | null }) {
  const { t } = useText();
  return (
    <header className="site-header">
      <div className="mx-auto flex min-h-16 w-full max-w-7xl items-center gap-4 px-4 sm:px-6">
        <Link to="/" className="flex min-h-11 items-center gap-2 font-serif text-lg font-semibold">
          <Mark size={30} />
          {product.name}
        </Link>
        <SiteNav />
        <div className="ms-auto">
          {viewer ? (
            <AccountMenu viewer={viewer} />
          ) : (
            <Link to="/login" className="button" data-variant="secondary" data-size="small">
              {t("common.signIn")}
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}
