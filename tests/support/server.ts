import { type ChildProcess, spawn } from "node:child_process";
import { projectRoot } from "#db/connect.ts";
import { freePort } from "./postgres.ts";

export interface RunningServer {
  url: string;
  process: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** `npm start` with these variables; resolves when it serves, rejects with what it printed when it ends before. */
export async function startServer(env: Record<string, string>): Promise<RunningServer> {
  const port = env.PORT ?? String(await freePort());
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["start.mjs"], {
    cwd: projectRoot(),
    env: { NODE_ENV: "production", PATH, HOME, LOG_LEVEL: "warn", ...env, PORT: port },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = `http://localhost:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(printed);
    if (
      await fetch(`${url}/readyz`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    process: child,
    output: () => printed,
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}
