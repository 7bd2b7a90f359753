import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Session } from "~/sessions/session.ts";
import { mayKeepSeats } from "./access.ts";
import { changeEnd } from "./change-end.server.ts";
import { bulkForm, endForm, sessionSeatsForm } from "./forms.ts";
import { previewFor } from "./preview.server.ts";
import { keepForAll, planForAll, type SeatsSaved, saveSeats } from "./save-seats.server.ts";

export interface Acting {
  context: RequestContext;
  viewer: Viewer;
  festival: Festival;
  t: Translate;
}

const pathOf = ({ festival }: Acting) => `/festivals/${festival.slug}/organise/seats`;

/** Publishes until when seats are kept. */
export async function actOnEnd(formData: FormData, acting: Acting) {
  const { context, viewer, festival, t } = acting;
  const form = parseFormData(formData, endForm, t);
  if (!form.ok) return formAgain(form);
  const wanted = form.value.endsAt ?? null;
  const changed = await changeEnd(context.db, viewer, festival, wanted, { now: context.now() });
  if (changed.ok) return redirectWithToast(pathOf(acting), "guarantees.toast.end");
  return formAgain(refuse(form, { field: "endsAt", key: `guarantees.errors.${changed.reason}` }), 409);
}

/** What the same wish does to all sessions: shown first, and done with `intent` "save". */
export async function actOnAll(formData: FormData, acting: Acting) {
  const { context, viewer, festival, t } = acting;
  const form = parseFormData(formData, bulkForm, t);
  if (!form.ok) return formAgain(form);
  const { db } = context;
  const now = context.now();
  if (formData.get("intent") === "save") {
    const done = await keepForAll(db, viewer, festival, form.value, { now });
    context.nudge();
    if (!done.ok) return formAgain(refuse(form, { key: "guarantees.errors.forbidden" }), 403);
    return redirectWithToast(pathOf(acting), "guarantees.toast.bulk", { count: done.changed });
  }
  const { changes, tooFew, titles } = await planForAll(db, festival, form.value, { now });
  const lines = [];
  for (const { sessionId, guarantees } of changes) {
    const preview = await previewFor(db, viewer.organisationId, { sessionId, guarantees }, { now });
    if (preview) lines.push({ sessionId, title: titles[sessionId] ?? "", guarantees, preview });
  }
  return { result: form.reply({}), bulk: { lines, tooFew: tooFew.map((id) => titles[id] ?? "") } };
}

/** How many fit in one session and whose seats are kept: shown first, and done with `intent` "save". */
export async function actOnSession(formData: FormData, session: Session, acting: Acting) {
  const { context, viewer, festival, t } = acting;
  const form = parseFormData(formData, sessionSeatsForm, t);
  if (!form.ok) return formAgain(form);
  const { capacity = null, kept } = form.value;
  const guarantees = Object.entries(kept).map(([organisationId, seats = 0]) => ({ organisationId, seats }));
  const wanted = { capacity, guarantees: mayKeepSeats(viewer, festival) ? guarantees : undefined };
  const { db } = context;
  const now = context.now();
  if (formData.get("intent") === "save") {
    const saved = await saveSeats(db, viewer, festival, { session, ...wanted }, { now });
    context.nudge();
    if (!saved.ok) return formAgain(refuse(form, refusalOf(saved)), 409);
    const here = `${pathOf(acting)}/${session.id}`;
    return redirectWithToast(here, "guarantees.toast.saved", { count: saved.promoted });
  }
  const sum = guarantees.reduce((all, one) => all + one.seats, 0);
  if (capacity !== null && capacity < session.seatsTaken) {
    const refused = { ok: false, reason: "below-taken", taken: session.seatsTaken } as const;
    return formAgain(refuse(form, refusalOf(refused)), 409);
  }
  if (capacity !== null && sum > capacity) {
    const refused = { ok: false, reason: "over-capacity", most: capacity } as const;
    return formAgain(refuse(form, refusalOf(refused)), 409);
  }
  const preview = await previewFor(db, viewer.organisationId, { sessionId: session.id, ...wanted }, { now });
  return { result: form.reply({}), preview };
}

function refusalOf(refused: Exclude<SeatsSaved, { ok: true }>) {
  switch (refused.reason) {
    case "below-taken":
      return { field: "capacity", key: "guarantees.errors.belowTaken", values: { count: refused.taken } };
    case "over-capacity":
      return { key: "guarantees.errors.overCapacity", values: { count: refused.most } };
    default:
      return { key: `guarantees.errors.${refused.reason}` };
  }
}
