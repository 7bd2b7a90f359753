import { AsyncLocalStorage } from "node:async_hooks";
import { createHmac } from "node:crypto";
import { loginAccounts, logins, loginVerifications, people } from "#db/schema/index.ts";
import type { Config } from "~/platform/config.ts";
import type { RequestArgs, RequestContext } from "~/platform/context.ts";
import type { Locale } from "~/platform/i18n/languages.ts";
import { mayJoin } from "./joining.server.ts";
import { loginCookie } from "./login-cookie.ts";
import { sendLoginCode } from "./login-mail.server.ts";

export const codeMinutes = 10;
const loginDays = 60;

/** The request a code is asked in: what the mail needs to know of it. */
export interface Asking {
  context: RequestContext;
  /** Kept with the login, so that its owner can tell devices apart. */
  userAgent: string;
  locale: Locale;
  /** The path to go to after signing in. */
  to: string;
}

interface Auth {
  handler(request: Request): Promise<Response>;
}

const asking = new AsyncLocalStorage<Asking>();
/** One for the configuration, which lives as long as the process. */
const open = new WeakMap<Config, Promise<Auth>>();

/** The login library, loaded when somebody is about to sign in: its import takes a quarter of a second. */
export function authOf(context: RequestContext): Promise<Auth> {
  const known = open.get(context.config);
  if (known) return known;
  const created = createAuth(context);
  open.set(context.config, created);
  return created;
}

async function createAuth({ db, config, ids, secret }: RequestContext): Promise<Auth> {
  const [{ betterAuth }, { drizzleAdapter }, { emailOTP }, { APIError }] = await Promise.all([
    import("better-auth/minimal"),
    import("better-auth/adapters/drizzle"),
    import("better-auth/plugins/email-otp"),
    import("better-auth/api"),
  ]);
  const schema = { user: people, session: logins, account: loginAccounts, verification: loginVerifications };
  return betterAuth({
    baseURL: config.publicUrl,
    secret,
    database: drizzleAdapter(db, { provider: "pg", schema }),
    session: { expiresIn: loginDays * 86_400 },
    // Ours count per address and per network and survive several servers: login-limits.server.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Surprises reach the action that asked, and our log: the library's own would print addresses.
    onAPIError: { throw: true },
    advanced: {
      database: { generateId: () => ids.uuid() },
      useSecureCookies: config.publicUrl.startsWith("https:"),
      cookies: { session_token: { name: loginCookie } },
    },
    databaseHooks: {
      user: {
        create: {
          before: async ({ email }) => {
            // Answered like a wrong code, so that nobody learns which addresses may join.
            if (!(await mayJoin(db, email))) throw new APIError("BAD_REQUEST", { code: "INVALID_OTP" });
          },
        },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 5,
        storeOTP: {
          hash: async (code) => createHmac("sha256", secret).update(`login code ${code}`).digest("base64url"),
        },
        // Not awaited: how long it takes must not tell whether the address is known.
        sendVerificationOTP: async ({ email, otp }) => {
          const asked = asking.getStore();
          if (asked) void sendLoginCode(asked, email, otp);
        },
      }),
    ],
  });
}

export function askingIn({ request, context }: RequestArgs, locale: Locale, to: string): Asking {
  return { context, userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300), locale, to };
}

/** Posts to the library's own handler, which checks the origin; its cookies come back in the answer. */
export async function authPost(asked: Asking, path: string, body: Record<string, string>): Promise<Response> {
  const { publicUrl } = asked.context.config;
  const auth = await authOf(asked.context);
  const request = new Request(`${publicUrl}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: publicUrl, "user-agent": asked.userAgent },
    body: JSON.stringify(body),
  });
  return asking.run(asked, () => auth.handler(request));
}
