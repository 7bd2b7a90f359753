import { useText } from "~/platform/i18n/text.tsx";
import { type MarkedOrganisation, OrganisationMark } from "./organisation-mark.tsx";

export interface HostLineProps {
  hosts: readonly MarkedOrganisation[];
  link?: boolean;
  size?: "small" | "normal";
}

/** "Hosted by ● Waterland + ● Lumen + ● Kade", with logos where there are any. */
export function HostLine({ hosts, link, size }: HostLineProps) {
  const { t } = useText();
  if (hosts.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className={size === "small" ? "text-sm text-soft" : "text-soft"}>{t("ui.hostedBy")}</span>
      {hosts.map((host, index) => (
        <span key={host.slug} className="inline-flex items-center gap-2">
          {index > 0 && <span className="text-soft">+</span>}
          <OrganisationMark organisation={host} link={link} size={size} logo />
        </span>
      ))}
    </p>
  );
}
