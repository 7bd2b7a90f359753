import { classNames } from "./class-names.ts";

const sizes = { small: "size-8 text-xs", normal: "size-10 text-sm", large: "size-14 text-lg" } as const;

/** First and last initial: "Anna van Dijk" is AD. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}

/** A person's initials; their name stands beside it. */
export function Avatar({ name, size = "normal" }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full bg-sunken font-semibold text-soft",
        sizes[size],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
