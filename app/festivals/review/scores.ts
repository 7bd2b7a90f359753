/** One reviewer's opinion; null where they only commented or abstain. */
export interface Score {
  organisationId: string;
  score: number | null;
}

/** What the reviewers of one host gave. */
export interface HostScore {
  organisationId: string;
  /** Who read it, those who abstained among them. */
  reviews: number;
  scores: number[];
  /** Null while none of them gave a score. */
  mean: number | null;
}

export function hostScores(reviews: readonly Score[]): HostScore[] {
  const hosts = new Map<string, Score[]>();
  for (const review of reviews) {
    hosts.set(review.organisationId, [...(hosts.get(review.organisationId) ?? []), review]);
  }
  return [...hosts].map(([organisationId, ofHost]) => {
    const scores = given(ofHost).sort((a, b) => a - b);
    return { organisationId, reviews: ofHost.length, scores, mean: meanOf(scores) };
  });
}

/** The mean of the hosts' means: a host with many reviewers does not outweigh the others. */
export function meanOfHosts(hosts: readonly HostScore[]): number | null {
  return meanOf(hosts.flatMap(({ mean }) => mean ?? []));
}

/** How far the highest score is from the lowest, of whichever host. Null below two scores. */
export function spreadOf(hosts: readonly HostScore[]): number | null {
  const scores = hosts.flatMap((host) => host.scores);
  return scores.length < 2 ? null : Math.max(...scores) - Math.min(...scores);
}

/** Somebody is for it and somebody against. */
export const largeSpread = 3;

const given = (reviews: readonly Score[]) => reviews.flatMap(({ score }) => score ?? []);

const meanOf = (numbers: readonly number[]) =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
