export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The slug, or the slug with the lowest number behind it that is not taken yet. At most 60 characters. */
export function freeSlug(slug: string, taken: (slug: string) => boolean): string {
  if (!taken(slug)) return slug;
  for (let number = 2; ; number++) {
    const numbered = `${slug.slice(0, 55)}-${number}`;
    if (!taken(numbered)) return numbered;
  }
}
