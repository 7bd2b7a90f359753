import { useEffect, useState } from "react";

/**
 * The rest of the product is pages without script of their own: a link or a form of the frame around the timetable
 * loads the next page as it is, and is warned of what is not saved.
 */
export function useNativeLinks(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(true);
    const keepFromReact = (event: Event) => {
      const target =
        event.target instanceof Element
          ? event.target.closest(event.type === "submit" ? "form" : "a[href]")
          : null;
      if (!target || target.closest(".tt") || target.matches("[data-dialog], [href^='#']")) return;
      event.stopPropagation();
    };
    window.addEventListener("click", keepFromReact, true);
    window.addEventListener("submit", keepFromReact, true);
    return () => {
      window.removeEventListener("click", keepFromReact, true);
      window.removeEventListener("submit", keepFromReact, true);
    };
  }, []);
  return ready;
}

/** Whether the page is as narrow as a phone; null until that is known. */
export function useNarrow(): boolean | null {
  const [narrow, setNarrow] = useState<boolean | null>(null);
  useEffect(() => {
    const query = window.matchMedia("(width < 40rem)");
    const look = () => setNarrow(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return narrow;
}
