// @ts-check
/**
 * What a page can do better where script runs; every page works without it. It acts on data attributes, is
 * sent as it stands here and needs no build: keep it plain and under 8 kB.
 */

/** @param {string} selector @param {(element: HTMLElement) => void} act */
const each = (selector, act) => {
  for (const element of document.querySelectorAll(selector)) if (element instanceof HTMLElement) act(element);
};

/** The nearest element around an event's target that fits. @param {Event} event @param {string} selector */
const around = (event, selector) => {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
};

/** Tells the server the reader's zone, from the next page on. */
function rememberTimeZone() {
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (document.cookie.split("; ").includes(`tz=${zone}`)) return;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore API is not everywhere yet
  document.cookie = `tz=${zone}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

/** @param {string} id */
function openDialog(id) {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  dialog.showModal();
}

/** @param {MouseEvent} event */
function onDialogClick(event) {
  const opener = around(event, "[data-dialog]");
  if (opener?.dataset.dialog) {
    event.preventDefault();
    openDialog(opener.dataset.dialog);
    return;
  }
  const closer = around(event, "[data-dialog-close]");
  // A click on the dialog itself, not on what is in it, is one beside its sheet.
  const dialog =
    closer?.closest("dialog") ?? (event.target instanceof HTMLDialogElement ? event.target : null);
  if (!dialog?.open) return;
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  if (!closer && inside) return;
  event.preventDefault();
  dialog.close();
}

/** @param {MouseEvent} event */
async function onCopyClick(event) {
  const button = around(event, "[data-copy]");
  const source = document.getElementById(button?.dataset.copy ?? "");
  if (!button || !(source instanceof HTMLInputElement)) return;
  source.select();
  try {
    await navigator.clipboard.writeText(source.value);
  } catch {
    return; // It is selected now, so the keyboard can copy it.
  }
  const words = button.querySelector("[aria-live]");
  const before = words?.textContent;
  if (!words || before === button.dataset.copied) return;
  words.textContent = button.dataset.copied ?? "";
  setTimeout(() => {
    words.textContent = before ?? "";
  }, 2000);
}

/** A menu closes when the reader turns elsewhere. @param {Event} event */
function closeMenus(event) {
  each("details[data-menu][open]", (menu) => {
    if (event.target instanceof Node && menu.contains(event.target)) return;
    menu.removeAttribute("open");
  });
}

/** A link that opens a dialog is a button now, so it takes the space bar too. @param {KeyboardEvent} event */
function onSpace(event) {
  const opener = event.key === " " ? around(event, "[data-dialog]") : null;
  if (!opener) return;
  event.preventDefault();
  opener.click();
}

/** @param {KeyboardEvent} event */
function onEscape(event) {
  if (event.key !== "Escape") return;
  each("details[data-menu][open]", (menu) => {
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
  });
}

/** Within a group of scores a figure chooses the score. @param {KeyboardEvent} event */
function onDigit(event) {
  if (!/^\d$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
  const radio = around(event, "[data-digits]")?.querySelector(`[type="radio"][value="${event.key}"]`);
  if (!(radio instanceof HTMLInputElement)) return;
  radio.checked = true;
  radio.focus();
}

/** Sends a form once however often it is pressed. @param {SubmitEvent} event */
function onSubmit(event) {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  if (form.getAttribute("method") !== "post") return;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "";
  // Not `disabled`: a disabled button would not send its value.
  event.submitter?.setAttribute("aria-disabled", "true");
  for (const progress of form.querySelectorAll("[data-progress]")) progress.removeAttribute("hidden");
}

/** A page that comes back from the history can be sent again. @param {PageTransitionEvent} event */
function onReturn(event) {
  if (!event.persisted) return;
  each("form[data-sent]", (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  });
}

const filterKey = "filter";
let byKeyboard = false;

/**
 * Filters apply at once under a pointer. Arrow keys change a select at every press, so with the keyboard the
 * button does it.
 * @param {Event} event
 */
function onFilterChange(event) {
  const form = around(event, "form[data-autosubmit]");
  const control = event.target;
  if (!(form instanceof HTMLFormElement) || !(control instanceof HTMLElement)) return;
  if (byKeyboard && control instanceof HTMLSelectElement) return;
  sessionStorage.setItem(
    filterKey,
    JSON.stringify({ path: location.pathname, id: control.id, top: scrollY }),
  );
  form.requestSubmit();
}

/** Back to the filter that was changed, where it stood. */
function resumeFilter() {
  const kept = sessionStorage.getItem(filterKey);
  sessionStorage.removeItem(filterKey);
  if (!kept) return;
  const { path, id, top } = JSON.parse(kept);
  if (path !== location.pathname) return;
  document.getElementById(id)?.focus({ preventScroll: true });
  scrollTo({ top, behavior: "instant" });
}

/** A link in the error summary leads into the field, with its label in view. @param {MouseEvent} event */
function onErrorLink(event) {
  const link = around(event, "[data-error-summary] a[href^='#']");
  const field =
    link && document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
  if (!field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  (document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView({
    block: "start",
  });
}

rememberTimeZone();
resumeFilter();
each("[data-copy], [data-dismiss]", (button) => {
  button.hidden = false;
});
each("[data-dialog]", (opener) => opener.setAttribute("role", "button"));
each("[data-error-summary]", (summary) => summary.focus());
// A screen reader tells what changes in a live region, not what it finds there.
each("[data-toast] p", (sentence) => setTimeout(() => sentence.replaceChildren(...sentence.childNodes), 250));
each("[data-tabs] [aria-current]", (tab) => tab.scrollIntoView({ block: "nearest", inline: "center" }));
if (location.hash) {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
  openDialog(location.hash.slice(1));
}

document.addEventListener("click", (event) => {
  onDialogClick(event);
  onErrorLink(event);
  closeMenus(event);
  onCopyClick(event);
  around(event, "[data-dismiss]")?.closest("[data-toast]")?.remove();
});
document.addEventListener("focusin", closeMenus);
document.addEventListener("keydown", (event) => {
  byKeyboard = true;
  onEscape(event);
  onSpace(event);
  onDigit(event);
});
document.addEventListener("pointerdown", () => {
  byKeyboard = false;
});
document.addEventListener("change", onFilterChange);
window.addEventListener("submit", onSubmit);
window.addEventListener("pageshow", onReturn);
