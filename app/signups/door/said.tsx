import { useText } from "~/platform/i18n/text.tsx";
import { Button } from "~/ui/index.ts";
import type { Result } from "./check-in.ts";
import { fill, sayingOf, takeUp } from "./phone/kept.ts";
import type { useDoorWords } from "./words.ts";

interface SaidProps {
  result: Result;
  words: ReturnType<typeof useDoorWords>;
  timeZone: string;
  figures: { arrived: number; capacity: number | null };
  /** Id for what may be done about it. */
  nextId: string;
}

/** What came of a button without script; with script door.js writes the same. */
export function Said({ result, words, timeZone, figures, nextId }: SaidProps) {
  const { format } = useText();
  const { words: key, offers } = sayingOf(result);
  const time = result.since && format.time(result.since, timeZone);
  const name = result.name ?? words.said.somebody ?? "";
  const sentence = fill(words.said[key] ?? "", { ...figures, name, time, other: result.inTheWay.join(", ") });
  return (
    <li className="door-said" data-good={result.outcome === "done" || undefined}>
      <p>{sentence}</p>
      {offers && result.personId && (
        <form method="post">
          <input type="hidden" name="kind" value={takeUp(offers, result.personId).kind} />
          <input type="hidden" name="id" value={nextId} />
          <input type="hidden" name="personId" value={result.personId} />
          {offers !== "walkIn" && <input type="hidden" name={offers} value="yes" />}
          <Button size="small">{words.said[`${offers}Then`] ?? ""}</Button>
        </form>
      )}
    </li>
  );
}
