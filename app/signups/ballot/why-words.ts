import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Missed, Why } from "../allocation/allocation.ts";

/** Why somebody got what they got in one time slot: a sentence, and one for each wish that was not fulfilled. */
export interface WhyWords {
  sentence: string;
  missed: { sessionId: string; rank: number; sentence: string }[];
}

/** For a page and for a mail. `titleOf` knows the sessions of the ballot. */
export function whyInWords(why: Why, titleOf: (sessionId: string) => string, t: Translate): WhyWords {
  const missed = "missed" in why ? why.missed : [];
  return {
    sentence: sentenceOf(why, t),
    missed: missed.map((one) => ({
      sessionId: one.sessionId,
      rank: one.rank,
      sentence: missedInWords(one, titleOf, t),
    })),
  };
}

function sentenceOf(why: Why, t: Translate): string {
  switch (why.kind) {
    case "first-choice":
      return t(why.fromGuarantee ? "ballot.why.firstKept" : "ballot.why.first");
    case "lower-choice":
      return t(why.fromGuarantee ? "ballot.why.lowerKept" : "ballot.why.lower", { rank: why.rank });
    case "last-resort":
      return t("ballot.why.lastResort");
    case "without":
      return t(why.ratherFree ? "ballot.why.ratherFree" : "ballot.why.without");
    case "not-asked":
      return t("ballot.why.notAsked");
    default:
      return t("ballot.why.unknown");
  }
}

function missedInWords(missed: Missed, titleOf: (sessionId: string) => string, t: Translate): string {
  switch (missed.reason) {
    case "clash":
      return t("ballot.missed.clash", { other: titleOf(missed.otherSessionId) });
    case "party":
      return t("ballot.missed.party", { count: missed.size });
    case "kept":
      return t("ballot.missed.kept", { count: missed.kept });
    case "turn":
      return t("ballot.missed.turn", { count: missed.fitted, number: missed.number, last: missed.last });
    case "together": {
      const said = { count: missed.taken, firsts: missed.firstChoices };
      return t(missed.exact ? "ballot.missed.together" : "ballot.missed.togetherFound", said);
    }
    case "lottery":
      return t("ballot.missed.lottery", { number: missed.number, other: missed.other });
    default:
      return t(`ballot.missed.${missed.reason}`);
  }
}
