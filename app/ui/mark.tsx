/** The product's mark: from several, drop by drop, one. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" width={size} height={size} className="shrink-0 text-accent">
      <g fill="currentColor">
        <circle cx="6" cy="7" r="2.6" opacity="0.5" />
        <circle cx="16" cy="3.6" r="2.6" />
        <circle cx="26" cy="7" r="2.6" opacity="0.5" />
        <path d="M16 9c-2.9 4-9 7.9-9 13.6a9 9 0 0 0 18 0c0-5.7-6.1-9.6-9-13.6Z" />
      </g>
      <path
        d="M11.5 23a4.6 4.6 0 0 0 3.7 4.3"
        fill="none"
        stroke="var(--color-ground)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
