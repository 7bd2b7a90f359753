// @ts-check
/**
 * Puts wishes in order with buttons or by dragging, where script runs; the numbers in the fields stay what counts.
 * Sent as it stands here.
 */

const most = 8;

/** @param {HTMLElement} row */
const numberOf = (row) => /** @type {HTMLInputElement | null} */ (row.querySelector("input[type=number]"));
/** @param {HTMLElement} row */
const vetoOf = (row) => /** @type {HTMLInputElement | null} */ (row.querySelector("input[type=checkbox]"));

/** @param {HTMLElement} list */
function enhance(list) {
  const form = list.closest("form");
  /** @type {{ moved: string, unwished: string }} */
  const words = JSON.parse(form?.dataset.words ?? "{}");
  const status = form?.querySelector("[data-wish-status]");
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-wish]")]);
  const rows = all.filter((row) => numberOf(row));
  /** @type {HTMLElement | null} */
  let dragged = null;

  const rankOf = (/** @type {HTMLElement} */ row) => Number(numberOf(row)?.value || 0);
  const ranked = () => rows.filter((row) => rankOf(row) > 0).sort((a, b) => rankOf(a) - rankOf(b));

  const arrange = () => {
    const first = ranked();
    for (const row of [...first, ...all.filter((one) => !first.includes(one))]) list.append(row);
    refresh();
  };

  const refresh = () => {
    const wished = ranked();
    for (const row of rows) {
      const at = wished.indexOf(row);
      row.toggleAttribute("data-ranked", at >= 0);
      row.toggleAttribute("data-vetoed", vetoOf(row)?.checked ?? false);
      for (const button of row.querySelectorAll("[data-move]")) {
        const up = button.getAttribute("data-move") === "up";
        const cannot = up ? at === 0 || (at < 0 && wished.length >= most) : at < 0;
        button.toggleAttribute("data-off", cannot);
        button.setAttribute("aria-disabled", String(cannot));
      }
    }
  };

  /** @param {HTMLElement[]} order @param {HTMLElement} row the one that was moved */
  const write = (order, row) => {
    for (const one of rows) {
      const field = numberOf(one);
      const at = order.indexOf(one);
      if (field) field.value = at < 0 ? "" : String(at + 1);
    }
    const veto = vetoOf(row);
    if (veto && order.includes(row)) veto.checked = false;
    arrange();
    const rank = order.indexOf(row) + 1;
    const said = rank > 0 ? words.moved.replace("{{rank}}", String(rank)) : words.unwished;
    if (status) status.textContent = said.replace("{{title}}", row.dataset.title ?? "");
    numberOf(row)?.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** @param {HTMLElement} row @param {"up" | "down"} way */
  const move = (row, way) => {
    const order = ranked();
    const at = order.indexOf(row);
    if (at < 0) {
      if (way === "up" && order.length < most) write([...order, row], row);
      return;
    }
    const to = way === "up" ? at - 1 : at + 1;
    order.splice(at, 1);
    if (to < 0) return;
    if (to <= order.length) order.splice(to, 0, row);
    write(order, row);
  };

  /** Dropped on a wish it takes its place; dropped among the rest it becomes the last wish, or none any more. */
  const drop = (/** @type {HTMLElement} */ row, /** @type {HTMLElement} */ onto) => {
    const order = ranked();
    const before = order.includes(row);
    const at = order.indexOf(onto);
    if (before) order.splice(order.indexOf(row), 1);
    if (at >= 0) order.splice(at, 0, row);
    else if (!before) order.push(row);
    write(order.slice(0, most), row);
  };

  for (const row of rows) {
    for (const part of row.querySelectorAll("[data-wish-buttons], [data-wish-handle]"))
      part.removeAttribute("hidden");
    for (const button of row.querySelectorAll("[data-move]")) {
      button.addEventListener("click", () => {
        if (button.hasAttribute("data-off")) return;
        move(row, button.getAttribute("data-move") === "up" ? "up" : "down");
        // Moving a row in the page takes the focus from it.
        if (button instanceof HTMLElement) button.focus();
      });
    }
    const handle = row.querySelector("[data-wish-handle]");
    handle?.addEventListener("pointerdown", () => {
      row.draggable = true;
    });
    row.addEventListener("dragstart", (event) => {
      dragged = row;
      event.dataTransfer?.setData("text/plain", row.dataset.title ?? "");
      row.toggleAttribute("data-dragged", true);
    });
    row.addEventListener("dragend", () => {
      dragged = null;
      row.draggable = false;
      row.removeAttribute("data-dragged");
    });
    row.addEventListener("dragover", (event) => {
      if (dragged && dragged !== row) event.preventDefault();
    });
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      if (dragged && dragged !== row) drop(dragged, row);
    });
    vetoOf(row)?.addEventListener("change", () => {
      const order = ranked();
      if (vetoOf(row)?.checked && order.includes(row))
        write(
          order.filter((one) => one !== row),
          row,
        );
      else refresh();
    });
    numberOf(row)?.addEventListener("input", refresh);
  }
  arrange();
}

for (const list of document.querySelectorAll("[data-wish-list]"))
  if (list instanceof HTMLElement) enhance(list);
