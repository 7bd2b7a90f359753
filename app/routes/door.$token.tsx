import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QrCode } from "~/lectures/poster/qr-code.tsx";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { checkInCode, readToken } from "~/signups/door/code.server.ts";
import { CodeForHost } from "~/signups/door/code-for-host.tsx";
import styles from "~/signups/door/door.css?url";
import { OwnDayList } from "~/signups/door/own-day-list.tsx";
import { showCode } from "~/signups/door/shown-code.server.ts";
import { LinkButton, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** For whoever has the code: its owner sees their day, a host of the day checks them in, others see the code alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, config, secret, ids, now } = args.context;
  const { t } = await findText(args);
  const code = readToken(args.params.token ?? "", secret);
  const shown = code && (await showCode(db, await findViewer(args), code, now()));
  if (!code || !shown)
    return data({ title: t("door.code.unknown"), shown: null, address: "", ids: [] }, { status: 404 });
  const address = checkInCode(code, { secret, publicUrl: config.publicUrl });
  const count = shown.is === "host" ? shown.doors.length : 0;
  return data({
    title: t("door.code.pageTitle"),
    shown,
    address,
    ids: Array.from({ length: count }, () => ids.uuid()),
  });
}

export default function Code() {
  const { t } = useText();
  const { shown, address, ids } = useLoaderData<typeof loader>();
  if (!shown)
    return (
      <Page width="narrow" title={t("door.code.unknown")} intro={t("door.code.unknownText")}>
        <div>
          <LinkButton to="/agenda" variant="primary">
            {t("door.code.agenda")}
          </LinkButton>
        </div>
      </Page>
    );
  if (shown.is === "host") return <CodeForHost {...shown} ids={ids} />;
  const own = shown.is === "own" ? shown : null;
  const festival = own?.festival ?? "";
  return (
    <Page
      width="narrow"
      title={own ? t("door.code.yours", { name: own.name }) : t("door.code.anonymous")}
      intro={own ? t("door.code.yoursText", { festival }) : t("door.code.anonymousText")}
    >
      <QrCode address={address} alt={t("door.code.alt", { festival })} className="door-code" />
      {own ? (
        <Section title={t("door.code.day")}>
          <OwnDayList day={own.day} />
        </Section>
      ) : (
        <div>
          <LinkButton to={`/login?to=${encodeURIComponent(new URL(address).pathname)}`}>
            {t("door.code.signIn")}
          </LinkButton>
        </div>
      )}
    </Page>
  );
}
