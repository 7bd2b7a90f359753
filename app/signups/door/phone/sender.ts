import type { Result } from "../check-in.ts";
import { nextBatch } from "./kept.ts";
import type { DoorState } from "./rows.ts";
import type { Store } from "./store.ts";

export type Trouble = "" | "offline" | "login" | "forbidden" | "trouble";

interface Answer {
  door: DoorState;
  results?: Result[];
}

const patience = 15_000;

/** Sends what is kept and learns what the other phones did; one at a time, and what fails is tried again. */
export class Sender {
  trouble: Trouble = "";
  private busy = false;
  private again = false;

  constructor(
    private readonly address: string,
    private readonly store: Store,
    private readonly hear: (answer: Answer) => void,
  ) {}

  async send(): Promise<void> {
    this.again = true;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.again) {
        this.again = false;
        await this.sendOnce();
      }
    } finally {
      this.busy = false;
    }
  }

  private async sendOnce(): Promise<void> {
    const now = new Date().toISOString();
    const { checkIns, ...batch } = nextBatch(this.store.kept(), this.store.device, now);
    const answer = await this.ask(checkIns.length > 0 ? { ...batch, checkIns } : null);
    if (!answer) return;
    for (const { id } of checkIns) this.store.forget(id);
    if (checkIns.length > 0 && this.store.kept().length > 0) this.again = true;
    this.hear(answer);
  }

  private async ask(batch: object | null): Promise<Answer | null> {
    try {
      const answer = await fetch(this.address, {
        ...(batch && {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(batch),
        }),
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.timeout(patience),
      });
      this.trouble = troubleOf(answer);
      return answer.ok ? ((await answer.json()) as Answer) : null;
    } catch {
      this.trouble = "offline";
      return null;
    }
  }
}

function troubleOf({ ok, type, status }: Response): Trouble {
  if (ok) return "";
  if (type === "opaqueredirect") return "login";
  return status === 403 || status === 404 ? "forbidden" : "trouble";
}
