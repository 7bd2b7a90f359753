/**
 * The phone at the door. Whatever is pressed is kept on the device first and sent when there is a network, in order
 * and under an id of its own, so that the server applies it once.
 */
import type { CheckInKind } from "#db/schema/signups.ts";
import type { Result } from "../check-in.ts";
import { keepOffline } from "./keep-offline.ts";
import { fill, type Offer, type Pressed, personOf, sayingOf, takeUp, tokenIn } from "./kept.ts";
import { Page } from "./page.ts";
import { type DoorState, narrow, showPeople } from "./rows.ts";
import { prepareScan } from "./scan.ts";
import { Sender } from "./sender.ts";
import { Store } from "./store.ts";

const every = 10_000;
/** As many as leave room for the list below them. */
const mostSaid = 3;

function start(root: HTMLElement): void {
  const page = new Page(root);
  const store = new Store(`door ${page.session} `);
  let state: DoorState | null = null;
  const sender = new Sender(page.urls.checkIns, store, ({ door, results = [] }) => {
    state = door;
    for (const result of results) tell(result);
    show();
  });

  function press(what: Omit<Pressed, "id" | "happenedAt">): void {
    store.keep({ ...what, id: crypto.randomUUID(), happenedAt: new Date().toISOString() });
    if (!navigator.onLine || sender.trouble) {
      const noted = { in: "pendingIn", undo: "pendingUndo", "walk-in": "pendingWalkIn" } as const;
      const name = page.nameFor(what.code ? personOf(what.code) : what.personId);
      say(fill(page.words.said[noted[what.kind]] ?? "", { name }), null, false);
    }
    show();
    send();
  }

  async function send(): Promise<void> {
    await sender.send();
    show();
  }

  function tell(result: Result): void {
    const { words, offers } = sayingOf(result);
    const values = {
      name: result.name ?? page.words.said.somebody ?? "",
      time: result.since && page.clock(result.since),
      other: result.inTheWay.join(", "),
      arrived: state?.heads.arrived ?? null,
      capacity: state?.capacity ?? null,
    };
    const then = offers && result.personId ? { offers, personId: result.personId } : null;
    say(fill(page.words.said[words] ?? "", values), then, result.outcome === "done");
  }

  function say(sentence: string, then: { offers: Offer; personId: string } | null, good: boolean): void {
    const line = document.createElement("li");
    line.className = "door-said";
    line.toggleAttribute("data-good", good);
    line.append(Object.assign(document.createElement("p"), { textContent: sentence }));
    const buttons = document.createElement("div");
    if (then) {
      const words = page.words.said[`${then.offers}Then`] ?? "";
      buttons.append(
        page.button(words, "primary", () => {
          line.remove();
          press(takeUp(then.offers, then.personId));
        }),
      );
    }
    buttons.append(page.button(page.words.said.dismiss ?? "", "quiet", () => line.remove()));
    line.append(buttons);
    const list = page.find("[data-said]");
    // What went well is said until the next thing does; questions stay.
    for (const old of list.querySelectorAll("[data-good]")) old.remove();
    list.prepend(line);
    for (const old of [...list.children].slice(mostSaid)) old.remove();
  }

  const typed = () => root.querySelector<HTMLInputElement>("[data-search] input")?.value ?? "";

  function show(): void {
    const kept = store.kept();
    showPeople(page, state, kept);
    for (const figure of root.querySelectorAll<HTMLElement>("[data-heads]")) {
      const name = figure.dataset.heads ?? "";
      if (state) figure.textContent = String(name === "free" ? state.free : state.heads[name]);
    }
    showNetwork(page, navigator.onLine ? sender.trouble : "offline", kept.length);
    narrow(page, typed());
  }

  root.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.matches("[data-search]")) event.preventDefault();
    if (form.matches("[data-find]") && !navigator.onLine) noteAddress(event, form);
    const deed = form.dataset.deed as CheckInKind | undefined;
    const personId = form.closest<HTMLElement>("[data-person]")?.dataset.person;
    if (!deed || !personId) return;
    event.preventDefault();
    press({ kind: deed, personId });
    form.parentElement?.querySelector<HTMLElement>("form:not([hidden]) button")?.focus();
  });

  function noteAddress(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    const input = form.querySelector("input");
    const address = input?.value.trim() ?? "";
    const isWhole = /^\S+@\S+$/.test(address);
    page.find("[data-find-note]").textContent = isWhole ? "" : page.words.onlyAddress;
    if (!isWhole || !input) return;
    input.value = "";
    press({ kind: "walk-in", address });
  }

  page.find("[data-search-button]").hidden = true;
  root.addEventListener("input", () => narrow(page, typed()));
  prepareScan(page, (text) => {
    const code = tokenIn(text);
    if (code) press({ kind: "in", code });
    else say(page.words.said.unknown ?? "", null, false);
  });
  addEventListener("online", send);
  addEventListener("offline", show);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  setInterval(() => document.visibilityState === "visible" && send(), every);
  show();
  send();
  keepOffline(page.urls.worker, [page.urls.reader]);
}

function showNetwork({ words, urls, root }: Page, trouble: Sender["trouble"], count: number): void {
  const note = root.querySelector<HTMLElement>("[data-network]");
  if (!note) return;
  const sentences = [fill(words[trouble || "online"], { count })];
  if (count > 0 && trouble !== "forbidden") sentences.push(fill(words.kept, { count }));
  note.hidden = false;
  note.dataset.trouble = trouble;
  const text = sentences.join(" ");
  if (note.firstChild?.textContent === text) return;
  note.replaceChildren(text);
  if (trouble !== "login") return;
  const link = Object.assign(document.createElement("a"), { href: urls.login, textContent: words.signIn });
  link.className = "text-link";
  note.append(" ", link);
}

const root = document.getElementById("door");
if (root) start(root);
