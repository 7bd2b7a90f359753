/** The product's mark: from several, drop by drop, one. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" width={size} height={size} className="shrink-0 text-accent">
      <g fill="currentColor">
        <circle cx="7" cy="6.5" r="2.5" opacity="0.55" />
        <circle cx="16" cy="4" r="2.5" />
        <circle cx="25" cy="6.5" r="2.5" opacity="0.55" />
        <path d="M16 10.5c-3.2 4.2-7.5 7.6-7.5 12.2a7.5 7.5 0 0 0 15 0c0-4.6-4.3-8-7.5-12.200Z" />
      </g>
      <path
        d="M12.3 23.200a3.9 3.9 0 0 0 3.1 3.6"
        fill="none"
        stroke="var(--color-ground)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
