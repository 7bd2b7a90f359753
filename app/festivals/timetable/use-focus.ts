import { useCallback, useEffect, useLayoutEffect, useRef } from "react";

const layoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** A session keeps the focus wherever it comes to stand: from the list to the grid, and on another day. */
export function useFocusOn(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  layoutEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    const element = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
    if (!element) return;
    wanted.current = null;
    if (document.activeElement !== element) element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  return useCallback((id: string) => {
    wanted.current = id;
  }, []);
}

/** Ctrl Z and Ctrl Y (or Ctrl Shift Z), except where something is typed. */
export function useShortcuts(acts: { undo: () => void; redo: () => void }): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const typing =
        event.target instanceof Element && event.target.closest("input, select, textarea, dialog");
      if (typing) return;
      const key = event.key.toLowerCase();
      const again = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && !again) return;
      event.preventDefault();
      if (again) latest.current.redo();
      else latest.current.undo();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
