import type { useDoorWords } from "../words.ts";

export type DoorWords = ReturnType<typeof useDoorWords>;

/** The parts of the page that the server drew. */
export class Page {
  readonly words: DoorWords;
  readonly locale: string;
  readonly session: string;
  readonly urls: { checkIns: string; worker: string; reader: string; login: string };
  private readonly format: Intl.DateTimeFormat;

  constructor(readonly root: HTMLElement) {
    const { words = "{}", locale = "en", zone = "UTC", session = "", ...urls } = root.dataset;
    this.words = JSON.parse(words);
    this.locale = locale;
    this.session = session;
    const { checkIns = "", worker = "", reader = "", login = "/login" } = urls;
    this.urls = { checkIns, worker, reader, login };
    this.format = new Intl.DateTimeFormat(locale, {
      ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone },
    });
  }

  clock = (instant: string) => this.format.format(new Date(instant));

  find(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`${selector} is not on the page`);
    return found;
  }

  list = (name: "seated" | "waiting") => this.find(`[data-list=${name}]`);
  none = () => this.find("[data-none]");
  rows = () => [...this.root.querySelectorAll<HTMLElement>("[data-person]")];
  rowsOf = (name: "seated" | "waiting") => [
    ...this.list(name).querySelectorAll<HTMLElement>("[data-person]"),
  ];

  part(name: "name" | "organisation" | "note", row: Element): HTMLElement {
    return row.querySelector<HTMLElement>(`[data-part=${name}]`) ?? document.createElement("span");
  }

  nameOf = (row: Element) => this.part("name", row).textContent?.trim() ?? "";

  /** The name that stands on the page for somebody; a word for one who does not. */
  nameFor(personId: string | undefined): string {
    const row = this.rows().find((one) => one.dataset.person === personId);
    return (row && this.nameOf(row)) || (this.words.said.somebody ?? "");
  }

  newRow(): HTMLElement {
    const template = this.root.querySelector<HTMLTemplateElement>("#door-row");
    return template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  }

  button(words: string, variant: "primary" | "quiet", act: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button", textContent: words });
    Object.assign(button.dataset, { variant, size: "small" });
    button.addEventListener("click", act);
    return button;
  }
}
