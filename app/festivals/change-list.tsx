import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Badge, type Tone } from "~/ui/index.ts";
import type { Change, ProgrammeSession } from "./diff.ts";
import type { Audience } from "./releases/audience.ts";
import { Difference } from "./releases/difference.tsx";
import { spanIn } from "./when.ts";

const tones: Record<Change["kind"], Tone> = { added: "success", changed: "info", cancelled: "danger" };

export interface ChangeListProps {
  changes: Change[];
  /** How many people each is told to, before it is. */
  audience?: Audience;
  /** The page of a session, where there is one. */
  linkOf?: (session: ProgrammeSession) => string;
}

/** What a release changes, in words: what is new, what was, what is off. */
export function ChangeList({ changes, audience, linkOf }: ChangeListProps) {
  const { t } = useText();
  return (
    <ul className="flex max-w-3xl flex-col">
      {changes.map((change) => (
        <li
          key={change.session.id}
          className="grid gap-x-4 gap-y-1 border-b border-line py-3 last:border-0 sm:grid-cols-[7rem_1fr]"
        >
          <span>
            <Badge tone={tones[change.kind]}>{t(`festivals.releases.${change.kind}Label`)}</Badge>
          </span>
          <div className="min-w-0">
            <p className="font-semibold">
              <Title session={change.session} to={linkOf?.(change.session)} />
            </p>
            <Facts change={change} />
            {audience && <Concerned told={audience.bySession[change.session.id]} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Title({ session, to }: { session: ProgrammeSession; to: string | undefined }): ReactNode {
  if (!to) return <span lang={session.language}>{session.title}</span>;
  return (
    <Link to={to} lang={session.language} className="text-link">
      {session.title}
    </Link>
  );
}

function Facts({ change }: { change: Change }) {
  const { format } = useText();
  const { session } = change;
  if (change.kind !== "changed") {
    const place = session.roomName ?? session.place;
    const parts = [format.sessionTime(spanIn(session, session.timeZone)), place];
    return <p className="text-soft">{parts.filter(Boolean).join(" · ")}</p>;
  }
  return (
    <ul className="text-soft">
      {change.aspects.map((aspect) => (
        <li key={aspect}>
          <Difference aspect={aspect} session={session} before={change.before} />
        </li>
      ))}
    </ul>
  );
}

function Concerned({ told }: { told: Audience["bySession"][string] | undefined }) {
  const { t, format } = useText();
  if (!told) return <p className="text-sm text-soft">{t("editions.audience.nobody")}</p>;
  const parts = (["attends", "waits", "gives"] as const)
    .filter((part) => told[part] > 0)
    .map((part) => t(`editions.audience.${part}`, { count: told[part] }));
  return <p className="text-sm text-soft">{t("editions.audience.told", { who: format.list(parts) })}</p>;
}
