import { fork } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface RushServer {
  port: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface RushServerOptions {
  env: Record<string, string>;
  port: number;
  /** Where what it prints goes. */
  log: string;
  signups?: { raw?: boolean; batch?: boolean };
  /** Says yes before it has written anything down: a control. */
  hasty?: boolean;
}

/** The server as it was built, in a process of its own that can be killed; resolves when it listens. */
export async function startRushServer(options: RushServerOptions): Promise<RushServer> {
  const { port, log, signups, hasty } = options;
  const env = { ...options.env, PORT: String(port) };
  const file = openSync(log, "a");
  const child = fork(
    fileURLToPath(new URL("server.mjs", import.meta.url)),
    [JSON.stringify({ env, signups, hasty })],
    { env: { ...process.env, NODE_ENV: "production" }, execArgv: [], stdio: ["ignore", file, file, "ipc"] },
  );
  const ended = once(child, "exit");
  const first = await Promise.race([once(child, "message"), ended.then(() => null)]);
  if (!first) throw new Error(`The server did not start; see ${log}.`);
  return {
    port,
    async stop(signal = "SIGTERM") {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}
