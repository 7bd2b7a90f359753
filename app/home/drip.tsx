const sources = [
  { x: 50, colour: "text-accent" },
  { x: 140, colour: "text-success" },
  { x: 230, colour: "text-info" },
  { x: 320, colour: "text-warning" },
] as const;

/** Rows of coffee grounds, each a little narrower than the one above it. */
const grounds = [0, 1, 2, 3].flatMap((row) =>
  Array.from({ length: 13 - row * 2 }, (_, place) => ({
    x: 185 + (place - (12 - row * 2) / 2) * 21,
    y: 112 + row * 17,
    r: 3.2 - ((place + row) % 3) * 0.7,
  })),
);

/** Several sources, one bed of grounds, one cup. Decoration. */
export function Drip() {
  return (
    <svg aria-hidden viewBox="0 0 370 330" className="mx-auto hidden h-auto w-full max-w-sm md:block">
      {sources.map(({ x, colour }) => (
        <g key={x} className={colour}>
          <path
            d={`M${x} 44C${x} 78 ${185 + (x - 185) * 0.75} 76 ${185 + (x - 185) * 0.7} 102`}
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeDasharray="1 7"
            strokeLinecap="round"
          />
          <circle cx={x} cy="30" r="12" fill="currentColor" />
        </g>
      ))}
      <g fill="currentColor" className="text-ink">
        {grounds.map(({ x, y, r }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />
        ))}
      </g>
      <path
        d="M185 190c-4 7-12 12-12 21a12 12 0 0 0 24 0c0-9-8-14-12-21Z"
        fill="currentColor"
        className="text-accent"
      />
      <g
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="text-ink"
      >
        <path d="M121 244h128v26a40 40 0 0 1-40 40h-48a40 40 0 0 1-40-40Z" className="fill-surface" />
        <path d="M249 254h10a18 18 0 0 1 0 36h-14" />
        <path d="M101 324h168" />
      </g>
    </svg>
  );
}
