import { Link } from "@remix-run/react";
import { classNames } from "./class-names.ts";
import { organisationColour } from "./organisation-colour.ts";

export interface MarkedOrganisation {
  name: string;
  slug: string;
  colour: string;
  hasLogo?: boolean;
}

export interface OrganisationMarkProps {
  organisation: MarkedOrganisation;
  size?: "small" | "normal" | "large";
  link?: boolean;
  /** Its logo instead of a dot, where it has one; always so when large. */
  logo?: boolean;
}

const dots = { small: "size-2.5", normal: "size-3", large: "size-4" } as const;
/** Of a fixed size beside text, so that nothing moves when the picture comes. */
const logos = { small: "size-5", normal: "size-6", large: "h-10 max-w-32" } as const;
const texts = { small: "text-sm", normal: "", large: "text-lg font-semibold" } as const;

/** An organisation: a dot in its colour, or its logo above a line in its colour, and its name. */
export function OrganisationMark({
  organisation,
  size = "normal",
  link = false,
  logo = size === "large",
}: OrganisationMarkProps) {
  const mark = (
    <span className={classNames("inline-flex items-center gap-2", texts[size])}>
      {organisation.hasLogo && logo ? (
        <span
          className="organisation shrink-0 border-b-2 border-(--organisation) pb-0.5"
          style={organisationColour(organisation.colour)}
        >
          <img
            src={`/organisations/${organisation.slug}/logo`}
            alt=""
            className={classNames("rounded-sm object-contain", logos[size])}
          />
        </span>
      ) : (
        <span
          aria-hidden
          className={classNames("organisation shrink-0 rounded-full bg-(--organisation)", dots[size])}
          style={organisationColour(organisation.colour)}
        />
      )}
      <span>{organisation.name}</span>
    </span>
  );
  if (!link) return mark;
  return (
    <Link
      to={`/organisations/${organisation.slug}`}
      className="underline decoration-line underline-offset-4 hover:decoration-current"
    >
      {mark}
    </Link>
  );
}
