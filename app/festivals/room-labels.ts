interface NamedRoom {
  id: string;
  name: string;
  venueName: string;
}

/** What each room is called where names alone have to tell them apart: its building is added when two share a name. */
export function roomLabels(rooms: NamedRoom[]): Map<string, string> {
  const named = new Map<string, number>();
  for (const { name } of rooms) named.set(name, (named.get(name) ?? 0) + 1);
  const taken = new Set([...named].filter(([, count]) => count === 1).map(([name]) => name));
  const labels = new Map<string, string>();
  for (const { id, name, venueName } of rooms) {
    if (named.get(name) === 1) labels.set(id, name);
    else labels.set(id, claim(`${name} (${venueName})`, taken));
  }
  return labels;
}

function claim(label: string, taken: Set<string>): string {
  let free = label;
  for (let again = 2; taken.has(free); again += 1) free = `${label} ${again}`;
  taken.add(free);
  return free;
}
