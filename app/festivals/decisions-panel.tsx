import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Section } from "~/ui/index.ts";
import { wordsOf } from "./decision-words.ts";
import type { Decision } from "./decisions.server.ts";

const shownAtOnce = 6;

/** Everything that was decided for all hosts together, the latest first. */
export function DecisionsPanel({ decisions }: { decisions: Decision[] }) {
  const { t } = useText();
  const earlier = decisions.slice(shownAtOnce);
  return (
    <Section title={t("hosting.decisions.title")} intro={t("hosting.decisions.intro")}>
      {decisions.length === 0 && <p className="text-soft">{t("hosting.decisions.empty")}</p>}
      <DecisionList decisions={decisions.slice(0, shownAtOnce)} />
      {earlier.length > 0 && (
        <Disclosure summary={t("hosting.decisions.more", { count: earlier.length })}>
          <DecisionList decisions={earlier} />
        </Disclosure>
      )}
    </Section>
  );
}

function DecisionList({ decisions }: { decisions: Decision[] }) {
  if (decisions.length === 0) return null;
  return (
    <ol className="flex flex-col">
      {decisions.map((decision) => (
        <li key={decision.id} className="border-b border-line py-2 last:border-0">
          <DecisionSentence decision={decision} />
        </li>
      ))}
    </ol>
  );
}

/** "Anna de Boer (Waterland) released version 2", and when. */
function DecisionSentence({ decision }: { decision: Decision }) {
  const { t, format } = useText();
  const who = useWho(decision);
  const { decidedAt } = decision;
  return (
    <>
      <span className="font-semibold">{who}</span> {wordsOf(decision, { t, format })}
      <time dateTime={decidedAt} className="block text-sm text-soft">
        {format.moment(decidedAt)}
      </time>
    </>
  );
}

/** "Released by Anna de Boer (Waterland), 3 May, 16:20", beside what it is about. */
export function DecidedBy({ decision }: { decision: Decision | null }) {
  const { t, format } = useText();
  const who = useWho(decision);
  if (!decision) return null;
  const values = {
    what: t(`hosting.decisions.short.${decision.kind}`),
    who,
    when: format.moment(decision.decidedAt),
  };
  return <span className="text-sm text-soft">{t("hosting.decisions.by", values)}</span>;
}

function useWho(decision: Decision | null): string {
  const { t } = useText();
  const name = decision?.person ?? t("hosting.decisions.somebody");
  const organisation = decision?.organisation;
  return organisation ? t("hosting.decisions.who", { name, organisation }) : name;
}
