import { type Colleague, choiceValue, type Speaker } from "./speakers.ts";

export interface SpeakerOption {
  value: string;
  name: string;
  /** The organisation, and the address where it is that of a colleague of one's own. */
  beside: string[];
  isFormer: boolean;
}

/** One speaker of the list with whom it may be taken for. */
export interface SpeakerChoice {
  key: string;
  name: string;
  talks: number;
  foundBy: Speaker["foundBy"];
  value: string;
  /** Without a guest, which everybody can be. */
  options: SpeakerOption[];
}

interface Known {
  speakers: readonly Speaker[];
  colleagues: readonly Colleague[];
}

/**
 * Who was not recognised can be any colleague of the viewer's own organisation or anybody of the roster: of a partner's
 * people nobody sees a list.
 */
export function speakerChoices({ speakers, colleagues }: Known, ownId: string | null): SpeakerChoice[] {
  const near = colleagues.filter((one) => one.isMember || one.organisation?.id === ownId);
  return speakers.map(({ key, name, talks, foundBy, choice, candidates }) => {
    const value = choiceValue(choice);
    const chosen = colleagues.filter(({ personId }) => value.startsWith(personId));
    const whom = candidates.length > 0 ? candidates : near;
    const all = [...whom, ...chosen.filter((one) => !whom.includes(one))];
    return {
      ...{ key, name, talks, foundBy, value },
      options: all.flatMap((one) => optionsOf(one, ownId, candidates.length > 0)),
    };
  });
}

/** Who was recognised and is not on the roster can also have spoken without taking part any more. */
function optionsOf(colleague: Colleague, ownId: string | null, isCandidate: boolean): SpeakerOption[] {
  const { personId, name, organisation, email, isMember } = colleague;
  const own = organisation !== null && organisation.id === ownId;
  const beside = [...(organisation ? [organisation.name] : []), ...(own && isCandidate ? [email] : [])];
  const option = { name, beside };
  const member = { ...option, value: personId, isFormer: false };
  return isMember || !isCandidate
    ? [member]
    : [member, { ...option, value: `${personId}:former`, isFormer: true }];
}
