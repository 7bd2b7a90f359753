import { Printer } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon, LinkButton } from "~/ui/index.ts";
import { filterQuery, type ProgrammeFilter } from "./filter.ts";

const papers = ["list", "grid"] as const;

/** How the programme goes on paper; what is narrowed stays so. */
export function PrintBar({ path, filter }: { path: string; filter: ProgrammeFilter }) {
  const { t } = useText();
  const chosen = filter.view ?? "list";
  return (
    <nav aria-label={t("programme.print.label")} className="flex flex-col gap-3">
      <p className="max-w-prose text-soft">{t(`programme.print.${chosen}Text`)}</p>
      <ul className="flex flex-wrap gap-3">
        {papers.map((view) => (
          <li key={view}>
            <LinkButton
              to={`${path}${filterQuery({ ...filter, view })}`}
              variant={view === chosen ? "primary" : "secondary"}
              current={view === chosen}
            >
              {t(`programme.print.${view}`)}
            </LinkButton>
          </li>
        ))}
        <li>
          <button type="button" hidden data-print className="button" data-variant="secondary">
            <Icon of={Printer} size={18} />
            {t("programme.print.now")}
          </button>
        </li>
        <li>
          <LinkButton to={`${path}${filterQuery({ ...filter, print: false })}`} variant="quiet">
            {t("programme.print.back")}
          </LinkButton>
        </li>
      </ul>
    </nav>
  );
}
