import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export class LockedError extends Error {
  constructor(
    readonly pid: number,
    /** What the holder said of itself, e.g. its address. */
    readonly holder: string,
    file: string,
  ) {
    super(
      `The embedded database is in use by process ${pid}${holder ? ` (${holder})` : ""}; its lock is ${file}.`,
    );
    this.name = "LockedError";
  }
}

interface Holder {
  pid: number;
  startedAt: string | null;
  holder: string;
}

/**
 * Takes the lock of an embedded database or throws LockedError: two openers would corrupt it silently.
 * A lock left by a process that is gone, or whose number now belongs to another process, is taken over.
 */
export function acquireLock(file: string, holder: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid), holder };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
      const release = () => rmSync(file, { force: true });
      process.once("exit", release);
      return () => {
        process.off("exit", release);
        release();
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const other = readHolder(file);
      if (other && isAlive(other)) throw new LockedError(other.pid, other.holder, file);
      rmSync(file, { force: true });
    }
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return startedAt === null || startOf(pid) === startedAt;
}

/** When a process started, in clock ticks since boot; null where the system does not say. */
function startOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
