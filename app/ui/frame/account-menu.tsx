import { Form, Link } from "@remix-run/react";
import { Building2, ChevronDown, LogOut, UserRound } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Avatar } from "../avatar.tsx";
import { Icon } from "../icon.tsx";
import { type MarkedOrganisation, OrganisationMark } from "../organisation-mark.tsx";

export interface SignedIn {
  name: string;
  email: string;
  organisation: MarkedOrganisation | null;
}

/** A disclosure, so that it opens without script. */
export function AccountMenu({ viewer }: { viewer: SignedIn }) {
  const { t } = useText();
  const shown = viewer.name || viewer.email;
  return (
    <details data-menu className="menu">
      <summary className="flex min-h-11 items-center gap-2 rounded-md ps-1">
        <span className="hidden text-end leading-tight md:block">
          <span className="block font-semibold">{shown}</span>
          {viewer.organisation && <OrganisationMark organisation={viewer.organisation} size="small" />}
        </span>
        <span className="sr-only md:hidden">{t("common.accountOf", { name: shown })}</span>
        <Avatar name={shown} />
        <Icon of={ChevronDown} size={18} />
      </summary>
      <div className="menu-panel">
        <div className="border-b border-line px-3 pt-1 pb-3 md:hidden">
          <p className="font-semibold">{shown}</p>
          {viewer.organisation && <OrganisationMark organisation={viewer.organisation} size="small" />}
        </div>
        <Link to="/account">
          <Icon of={UserRound} />
          {t("common.nav.account")}
        </Link>
        {viewer.organisation && (
          <Link to={`/organisations/${viewer.organisation.slug}`}>
            <Icon of={Building2} />
            {viewer.organisation.name}
          </Link>
        )}
        <Form method="post" action="/logout">
          <button type="submit">
            <Icon of={LogOut} />
            {t("common.signOut")}
          </button>
        </Form>
      </div>
    </details>
  );
}
