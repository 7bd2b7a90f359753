import type { Pressed } from "./kept.ts";

/**
 * What is kept on the device, each check-in under a key of its own, so that two pages of one browser never write over
 * one another. Without storage it is kept until the page is left.
 */
export class Store {
  private readonly memory = new Map<string, string>();
  readonly device: string;

  constructor(private readonly prefix: string) {
    this.device = this.read("door device") ?? crypto.randomUUID();
    this.write("door device", this.device);
  }

  keep(pressed: Pressed): void {
    this.write(this.prefix + pressed.id, JSON.stringify(pressed));
  }

  forget(id: string): void {
    this.memory.delete(this.prefix + id);
    try {
      localStorage.removeItem(this.prefix + id);
    } catch {
      // Then it was in memory alone.
    }
  }

  kept(): Pressed[] {
    const found = new Map(this.memory);
    try {
      for (const key of Object.keys(localStorage)) found.set(key, localStorage.getItem(key) ?? "");
    } catch {
      // Then it is in memory alone.
    }
    return [...found]
      .filter(([key]) => key.startsWith(this.prefix))
      .map(([, text]) => JSON.parse(text) as Pressed);
  }

  private read(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  private write(key: string, text: string): void {
    try {
      localStorage.setItem(key, text);
    } catch {
      this.memory.set(key, text);
    }
  }
}
