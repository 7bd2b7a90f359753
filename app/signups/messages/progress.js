// @ts-check
/** Looks again every few seconds at the parts of a page that are still moving, and stops when they stand still. */

const pause = 3000;

async function look() {
  const moving = document.querySelectorAll("[data-live]");
  if (moving.length === 0) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of answer.ok ? moving : []) {
      const fresh = page.getElementById(part.id);
      if (fresh) part.replaceWith(document.adoptNode(fresh));
    }
  } catch {
    // The next look may get through.
  }
  setTimeout(look, pause);
}

setTimeout(look, pause);
