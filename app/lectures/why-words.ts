import type { Text } from "~/platform/i18n/catalogue.ts";
import type { IsoDate } from "~/platform/time.ts";
import { type Explanation, sentencesOf } from "./explain.ts";

/** "Share 1.42, given 1, last spoke 14 weeks ago. Has the most still to come." */
export function whyWords(why: Explanation, heldOn: IsoDate, { t, format, locale }: Text): string {
  const translate = t as (key: string, values: object) => string;
  const words = sentencesOf(why, heldOn).map(({ key, values }) => {
    const share = typeof values.share === "number" ? { share: format.number(values.share, 2) } : {};
    return { isSentence: key.includes("."), text: translate(`lectures.why.${key}`, { ...values, ...share }) };
  });
  const figures = words.filter(({ isSentence }) => !isSentence).map(({ text }) => text);
  const sentences = words.filter(({ isSentence }) => isSentence).map(({ text }) => text);
  const first = figures.join(", ");
  const capital = first && `${first.charAt(0).toLocaleUpperCase(locale)}${first.slice(1)}.`;
  return [capital, ...sentences].filter(Boolean).join(" ");
}
