import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, VisuallyHidden } from "~/ui/index.ts";
import type { OwnParty } from "./find.server.ts";

/** Who comes together, and whom one has asked. */
export function PartyList({ party: { others, asked, askedByOthers } }: { party: OwnParty }) {
  const { t } = useText();
  const row = "flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2";
  return (
    <>
      <ul className="max-w-2xl">
        <li className={row}>
          <span className="flex-1 basis-40 font-semibold">{t("parties.you")}</span>
        </li>
        {others.map((name) => (
          <li key={name} className={row}>
            <span className="flex-1 basis-40 font-semibold">{name}</span>
            <Badge tone="success">{t("parties.together")}</Badge>
          </li>
        ))}
        {asked.map(({ email, name }) => (
          <li key={email} className={row}>
            <span className="min-w-0 flex-1 basis-40 break-words">{name}</span>
            <Badge>{t("parties.noAnswer")}</Badge>
            <ActionForm fields={{ intent: "take-back", email }} variant="quiet" size="small">
              <span aria-hidden>{t("parties.takeBack")}</span>
              <VisuallyHidden>{t("parties.takeBackOf", { name })}</VisuallyHidden>
            </ActionForm>
          </li>
        ))}
      </ul>
      {askedByOthers > 0 && (
        <p className="text-soft">{t("parties.askedByOthers", { count: askedByOthers })}</p>
      )}
    </>
  );
}
