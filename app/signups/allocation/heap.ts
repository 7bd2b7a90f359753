/** The smallest number first. */
export class Heap {
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  get top(): number | undefined {
    return this.items[0];
  }

  clear(): void {
    this.items.length = 0;
  }

  push(value: number): void {
    const { items } = this;
    let index = items.length;
    items.push(value);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = items[above]!;
      if (parent <= value) break;
      items[index] = parent;
      index = above;
    }
    items[index] = value;
  }

  pop(): number | undefined {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    const count = items.length;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= count) break;
      if (below + 1 < count && items[below + 1]! < items[below]!) below += 1;
      if (items[below]! >= last) break;
      items[index] = items[below]!;
      index = below;
    }
    items[index] = last;
    return first;
  }
}

/** Two numbers in one that sorts by the first; `low` is whole and below a million. */
export const pack = (high: number, low: number) => high * 1048576 + low;
export const highOf = (packed: number) => Math.floor(packed / 1048576);
export const lowOf = (packed: number) => packed - Math.floor(packed / 1048576) * 1048576;
