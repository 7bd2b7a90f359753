/** Holds the place of text that is still coming. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden className="flex flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line, index) => (
        <span
          key={line}
          className="skeleton block h-4"
          style={{ width: index === lines - 1 ? "60%" : "100%" }}
        />
      ))}
    </div>
  );
}
