/**
 * The rooms of a festival in their order, after somebody chose among those that are theirs to choose: these take the
 * places that such rooms had, further ones come last, and everybody else's stay where they are.
 */
export function arrangeRooms(
  current: readonly string[],
  chosen: readonly string[],
  mine: (id: string) => boolean,
): string[] {
  const waiting = [...new Set(chosen)].filter(mine);
  const arranged = current.flatMap((id) => (mine(id) ? waiting.splice(0, 1) : [id]));
  return [...arranged, ...waiting];
}
