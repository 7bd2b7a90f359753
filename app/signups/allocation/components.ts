/** Strongly connected components (Tarjan 1972): nodes of one get the same number. */
export function componentsOf(
  count: number,
  stepsFrom: (node: number, visit: (next: number) => void) => void,
): Int32Array {
  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const open: number[] = [];
  let visited = 0;
  let found = 0;
  const descend = (node: number) => {
    order[node] = visited;
    low[node] = visited;
    visited += 1;
    open.push(node);
    const steps: number[] = [];
    stepsFrom(node, (next) => steps.push(next));
    for (const next of steps) {
      if (order[next]! < 0) {
        descend(next);
        low[node] = Math.min(low[node]!, low[next]!);
      } else if (component[next]! < 0) low[node] = Math.min(low[node]!, order[next]!);
    }
    if (low[node] !== order[node]) return;
    for (;;) {
      const member = open.pop()!;
      component[member] = found;
      if (member === node) break;
    }
    found += 1;
  };
  for (let node = 0; node < count; node += 1) if (order[node]! < 0) descend(node);
  return component;
}
