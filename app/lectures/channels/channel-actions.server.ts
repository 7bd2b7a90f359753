import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, readForm, refuse } from "~/platform/http/form.server.ts";
import { publicOnly } from "~/platform/http/public-address.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import { takeTry } from "~/platform/limits.server.ts";
import type { Series } from "../series.ts";
import { addressFault, channelForm } from "./channel.ts";
import {
  addChannel,
  findChannel,
  mostChannels,
  removeChannel,
  setActive,
  tryAgain,
} from "./channels.server.ts";
import type { Fault } from "./outcome.ts";
import { sendTrial } from "./send.server.ts";

interface Organising {
  context: RequestContext;
  series: Pick<Series, "id" | "slug">;
  personId: string;
  t: Translate;
}

type Again = ReturnType<typeof formAgain>;
type NotArrived = ReturnType<typeof data<{ notArrived: { name: string; fault: Fault } }>>;
type Act = (formData: FormData, organising: Organising) => Promise<Response | Again | NotArrived>;

const add: Act = async (formData, { context, series, personId, t }) => {
  const form = parseFormData(formData, channelForm, t);
  if (!form.ok) return formAgain(form);
  const { config, outbound } = context;
  const rules = outbound?.rules ?? { ...publicOnly, ports: config.outboundPorts };
  const fault = addressFault(form.value, rules);
  if (fault) return formAgain(refuse(form, { field: "url", ...fault }));
  const channel = { ...form.value, seriesId: series.id, createdBy: personId };
  const added = await addChannel(context.db, channel, { now: context.now(), ids: context.ids });
  if (!added.ok) {
    return formAgain(refuse(form, { key: "visible.channels.tooMany", values: { count: mostChannels } }));
  }
  return back(series, "visible.channels.toast.added", { name: form.value.name });
};

const trials = { name: "channel-trial", most: 10, window: { hours: 1 } } as const;

const sendATrial: Act = async (formData, { context, series, t }) => {
  const channel = await channelIn(formData, { context, series, t });
  const { allowed } = await takeTry(context.db, trials, `${trials.name} ${channel.id}`, context.now());
  if (!allowed) return back(series, "visible.channels.toast.trialsUsed");
  const posted = await sendTrial(context, channel);
  if (posted.arrived) return back(series, "visible.channels.toast.arrived", { name: channel.name });
  return data({ notArrived: { name: channel.name, fault: posted.fault } }, { status: 422 });
};

const onChannel =
  (toast: string, work: (organising: Organising, channelId: string) => Promise<void>): Act =>
  async (formData, organising) => {
    const { id, name } = await channelIn(formData, organising);
    await work(organising, id);
    return back(organising.series, toast, { name });
  };

const pause = onChannel("visible.channels.toast.paused", ({ context, series }, channelId) =>
  setActive(context.db, { seriesId: series.id, channelId }, false),
);
const resume = onChannel("visible.channels.toast.resumed", ({ context, series }, channelId) =>
  setActive(context.db, { seriesId: series.id, channelId }, true),
);
const remove = onChannel("visible.channels.toast.removed", ({ context, series }, channelId) =>
  removeChannel(context.db, { seriesId: series.id, channelId }),
);

const again: Act = async (formData, { context, series }) => {
  const announcementId = idIn(formData, "announcementId");
  const queued = await tryAgain(context.db, { seriesId: series.id, announcementId }, context.now());
  return back(series, queued ? "visible.channels.toast.again" : "visible.channels.toast.nothingToTry");
};

/** What can be done with channels, by the hidden `intent` of the page's forms. */
const acts: ReadonlyMap<unknown, Act> = new Map(
  Object.entries({ "add-channel": add, trial: sendATrial, pause, resume, remove, again }),
);

/** Reads the intent and does it; 400 for one this page does not know. */
export async function organiseChannels(request: Request, organising: Organising) {
  const formData = await readForm(request);
  const act = acts.get(formData.get("intent"));
  if (!act) throw new Response("Unknown intent", { status: 400 });
  return act(formData, organising);
}

function idIn(formData: FormData, name: string): string {
  const id = z.uuid().safeParse(formData.get(name));
  if (!id.success) throw new Response("Not found", { status: 404 });
  return id.data;
}

/** The channel a form is about; 404 unless it is one of this series. */
async function channelIn(
  formData: FormData,
  { context, series }: Pick<Organising, "context" | "series" | "t">,
) {
  const channelId = idIn(formData, "channelId");
  const channel = await findChannel(context.db, { seriesId: series.id, channelId });
  if (!channel) throw new Response("Not found", { status: 404 });
  return channel;
}

function back({ slug }: Pick<Series, "slug">, toast: string, values: Record<string, string> = {}) {
  return redirectWithToast(`/lectures/${slug}/organise/channels`, toast, values);
}
