// @ts-check
/**
 * Shows a programme on a page of another site, in the place of the script tag:
 * <script src="https://…/embed.js" data-festival="…" async></script>
 * data-host, -track, -day, -view, -lang, -theme narrow it or say how it looks; data-title names the frame.
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.dataset.festival) return;
  const site = new URL(script.src).origin;
  const { festival, title = "Programme", ...wishes } = script.dataset;
  const address = new URL(`/festivals/${encodeURIComponent(festival)}/embed`, site);
  for (const name of ["day", "host", "track", "view", "language", "level", "kind", "lang", "theme"]) {
    const value = wishes[name];
    if (value) address.searchParams.set(name, value);
  }
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = title;
  frame.loading = "lazy";
  frame.style.cssText = "display:block;width:100%;height:40rem;border:0";
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== site || source !== frame.contentWindow || data?.percolate !== "height") return;
    const height = Number(data.height);
    if (height > 0 && height < 100_000) frame.style.height = `${height}px`;
  });
  script.after(frame);
})();
