/** `Anna` of `Anna van Dijk`: what colleagues call one another. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
