import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import { classNames } from "./class-names.ts";
import { OrganisationBand } from "./organisation-band.tsx";

const widths = { narrow: "max-w-2xl", normal: "max-w-4xl", wide: "max-w-7xl" } as const;

export interface PageProps {
  title: ReactNode;
  intro?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  /** Colours of the organisations the page belongs to, shown as a band above it. */
  band?: readonly string[];
  width?: keyof typeof widths;
  children?: ReactNode;
}

/** The frame of every page: where am I, what is this, what can I do. */
export function Page({ title, intro, crumbs, actions, band, width = "normal", children }: PageProps) {
  return (
    <div className={classNames("mx-auto w-full px-4 pt-6 pb-16 sm:px-6 sm:pt-8", widths[width])}>
      {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      {band && band.length > 0 && <OrganisationBand colours={band} />}
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-3xl flex-1 basis-80">
          <h1>{title}</h1>
          {intro && <div className="mt-3 max-w-prose text-lg text-soft">{intro}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
      </header>
      <div className="flex flex-col gap-10">{children}</div>
    </div>
  );
}
