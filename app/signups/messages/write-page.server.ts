import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { type BadForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Instant } from "~/platform/time.ts";
import { listSessions } from "~/sessions/find.server.ts";
import { mayWriteTo } from "./audience.ts";
import { newForm } from "./forms.ts";
import { createMessage } from "./messages.server.ts";
import { listTargets } from "./targets.ts";

/** What it takes to write a message: to whom one may. */
export async function findWritePage(db: Database, viewer: Viewer, festival: Festival, to: string | null) {
  const sessions = await listSessions(db, { festivalId: festival.id });
  const targets = listTargets(viewer, festival, sessions);
  return { targets, to: targets.find(({ key }) => key === to)?.key ?? "" };
}

/** Keeps what was written as a draft. */
export async function writeMessage(
  db: Database,
  { viewer, festival, t }: { viewer: Viewer; festival: Festival; t: Translate },
  formData: FormData,
  deps: { now: Instant },
): Promise<{ ok: true; id: string } | { ok: false; form: BadForm }> {
  const form = parseFormData(formData, newForm, t);
  if (!form.ok) return { ok: false, form };
  const { to, ...words } = form.value;
  const sessions = await listSessions(db, { festivalId: festival.id });
  if (!mayWriteTo(viewer, festival, to, sessions)) {
    return { ok: false, form: refuse(form, { field: "to", key: "messages.errors.to" }) };
  }
  const given = { ...words, audience: to, festivalId: festival.id, writtenBy: viewer.personId };
  const made = await createMessage(db, given, deps);
  if (!made) return { ok: false, form: refuse(form, { key: "messages.errors.again" }) };
  return { ok: true, id: made.id };
}
