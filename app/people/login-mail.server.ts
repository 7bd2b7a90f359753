import { createElement } from "react";
import { getText } from "~/platform/i18n/catalogue.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import type { Asking } from "./auth.server.ts";
import { mayJoin } from "./joining.server.ts";

/**
 * Queues the mail with a login code. It is put together whether or not the address may sign in, so that both
 * take the same work; never throws, since nobody waits for it.
 */
export async function sendLoginCode(
  { context, locale, to }: Asking,
  email: string,
  code: string,
): Promise<void> {
  const { db, config, ids, log } = context;
  try {
    const { t } = getText(locale);
    const { default: LoginCode } = await import("#emails/login-code.tsx");
    const url = new URL("/login/code", config.publicUrl);
    url.searchParams.set("email", email);
    url.searchParams.set("code", code);
    if (to !== "/") url.searchParams.set("to", to);
    const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
    const subject = t("people.mail.code.subject", { code: shown });
    const mail = await renderMail(
      createElement(LoginCode, {
        language: locale,
        heading: t("people.mail.code.heading"),
        intro: t("people.mail.code.intro"),
        code: shown,
        orButton: t("people.mail.code.orButton"),
        button: t("people.mail.code.button"),
        url: url.href,
        ignore: t("people.mail.code.ignore"),
        footer: t("people.mail.code.footer", { product: product.name, site: new URL(config.publicUrl).host }),
      }),
    );
    if (!(await mayJoin(db, email))) return;
    await queueMail(
      db,
      { kind: "login-code", to: email, subject, ...mail },
      { config, ids, now: context.now() },
    );
    context.nudge();
  } catch (error) {
    log.error({ err: error }, "login code not mailed");
  }
}
