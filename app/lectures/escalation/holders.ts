interface Asked {
  turns: readonly { offers: readonly { status: string; memberId: string }[] }[];
}

/** Who holds an open offer. */
export function holdersOf({ turns }: Asked): Set<string> {
  return new Set(
    turns.flatMap(({ offers }) =>
      offers.filter(({ status }) => status === "open").map(({ memberId }) => memberId),
    ),
  );
}
