import { NavLink } from "@remix-run/react";
import { CalendarDays, Coffee, Ticket } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "../icon.tsx";

/** NavLink marks the place one is in, and all below it, with `aria-current`. */
export function SiteNav() {
  const { t } = useText();
  const places = [
    { to: "/festivals", label: t("common.nav.festivals"), icon: Ticket },
    { to: "/lectures", label: t("common.nav.lectures"), icon: Coffee },
    { to: "/agenda", label: t("common.nav.agenda"), icon: CalendarDays },
  ];
  return (
    <nav aria-label={t("common.nav.label")} className="site-nav">
      <ul className="sm:flex sm:gap-1">
        {places.map(({ to, label, icon }) => (
          <li key={to} className="flex">
            <NavLink to={to}>
              <Icon of={icon} size={18} />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
