import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const gaps = { tight: "gap-2", small: "gap-3", normal: "gap-4", loose: "gap-6" } as const;
type Gap = keyof typeof gaps;

/** Things below each other. */
export function Stack({ gap = "normal", children }: { gap?: Gap; children: ReactNode }) {
  return <div className={classNames("flex flex-col", gaps[gap])}>{children}</div>;
}

/** Things beside each other, wrapping when there is no room. */
export function Inline({ gap = "small", children }: { gap?: Gap; children: ReactNode }) {
  return <div className={classNames("flex flex-wrap items-center", gaps[gap])}>{children}</div>;
}
