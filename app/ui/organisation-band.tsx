import { organisationColour } from "./organisation-colour.ts";

/** A strip in the colours of the organisations that do something together. Decoration: their names stand nearby. */
export function OrganisationBand({ colours }: { colours: readonly string[] }) {
  return (
    <div aria-hidden className="mb-5 flex h-1.5 w-full max-w-48 gap-1">
      {[...new Set(colours)].map((colour) => (
        <span
          key={colour}
          className="organisation flex-1 rounded-full bg-(--organisation)"
          style={organisationColour(colour)}
        />
      ))}
    </div>
  );
}
