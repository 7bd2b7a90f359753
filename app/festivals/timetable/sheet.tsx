import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "~/platform/i18n/text.tsx";

/** A form in front of the page, open while it is there; Escape and its button close it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="tt-sheet-title" onClose={onClose}>
      <h2 id="tt-sheet-title">{title}</h2>
      {children}
      <button type="button" className="button" data-variant="quiet" onClick={() => dialog.current?.close()}>
        {t("timetable.editor.close")}
      </button>
    </dialog>
  );
}

export interface LabelledProps {
  label: string;
  children: ReactNode;
}

export function Labelled({ label, children }: LabelledProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is given
    <label className="tt-labelled">
      <span>{label}</span>
      {children}
    </label>
  );
}
