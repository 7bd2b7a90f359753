import type { ReactNode } from "react";

/** Plain text with its web addresses made into links. */
export function linked(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>]+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={index} href={part} className="text-link break-all">
        {part}
      </a>
    ),
  );
}
