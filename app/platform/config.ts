import { z } from "zod";

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  DATA_DIR: z.string().default("./data"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.email().optional(),
  DEMO: z.enum(["0", "1"]).optional(),
  WORKER: z.enum(["inline", "off"]).default("inline"),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  OUTBOUND_PORTS: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5})*$/, "must be ports with commas between them, such as 443,8443")
    .default("443"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export interface Config {
  port: number;
  host: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** The public address is on this machine, and so is the listener. */
  local: boolean;
  databaseUrl: string | undefined;
  dataDir: string;
  smtpUrl: string | undefined;
  /** ORGANIZER of invites and sender of every mail. */
  mailFrom: string;
  demo: boolean;
  worker: "inline" | "off";
  /** Whether X-Forwarded-For of the one proxy in front tells the client's address. */
  trustProxy: boolean;
  logLevel: string;
  /** Ports at which addresses that people typed may be asked, chat channels among them. */
  outboundPorts: number[];
  /** Without SMTP mail may be read at /outbox: only where nobody but the owner of the machine can look. */
  outbox: boolean;
}

export class ConfigError extends Error {}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** Reads the configuration; throws ConfigError with a sentence per variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("\n"));
  }
  const e = parsed.data;
  const publicUrl = new URL(e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).origin;
  const local = loopback.has(new URL(publicUrl).hostname) && loopback.has(e.HOST);
  if (!e.SMTP_URL && !local) {
    throw new ConfigError(
      "SMTP_URL: is needed where others can reach this server (PUBLIC_URL or HOST is not local): without it anyone could read the login codes.",
    );
  }
  const demo = (e.DEMO ?? (e.DATABASE_URL ? "0" : "1")) === "1";
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl,
    local,
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    smtpUrl: e.SMTP_URL,
    mailFrom: (
      e.MAIL_FROM ?? `percolate@${local ? "localhost.example" : new URL(publicUrl).hostname}`
    ).toLowerCase(),
    demo,
    worker: e.WORKER,
    trustProxy: e.TRUST_PROXY === "1",
    logLevel: e.LOG_LEVEL,
    outboundPorts: e.OUTBOUND_PORTS.split(",").map(Number),
    outbox: local && !e.SMTP_URL,
  };
}
