// @ts-check
/** Opens the browser's print dialog; without script the button is not there and its menu does the same. */
for (const button of document.querySelectorAll("[data-print]")) {
  if (!(button instanceof HTMLElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => print());
}
