/** Since when those in the list count as on the roster. */
export const joinings = ["list", "own"] as const;
export type Joining = (typeof joinings)[number];
